# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""No combination of keys leads out of a service that somebody is filling in, whichever service it is (K-05)."""

import json
import time
from pathlib import Path
from typing import Final

import pytest

from kiosk.profile.file import SHIPPED
from tests.deploy.test_in_cage import FINISH, OURS, combinations, may_have_namespaces
from tests.support.caged import Caged, caged
from tests.support.planners.journey import SERVICES
from tests.support.sandbox_town import running_town
from ui.registry import screens

MODULE: Final = "tests.support.serving_session"
SOME: Final = SERVICES[::8]
PATIENCE: Final = 120.0
BAR, TIMES, BETWEEN = (725, 600, 480, 350, 220, 100), 3, 1.2
"""The places of the bar from the lowest up, how often a finger goes along it, and the seconds from one to the next."""

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.skipif(
        not may_have_namespaces(),
        reason="root runs this, cage refuses root, and no user namespace can be made",
    ),
]


class Served:
    """One machine whose session is led into services. `folder` is where it is asked."""

    def __init__(self, folder: Path, machine: Caged) -> None:
        self._folder, self._machine = folder, machine

    def ask(self, wish: str) -> dict[str, object]:
        """What stands on the screen once that was done; whoever is at the machine then answers."""
        made = self._folder / "asked"
        made.write_text(wish, "utf-8")
        made.rename(self._folder / "wish")
        answer, deadline = self._folder / "answer", time.monotonic() + PATIENCE
        while not answer.exists():
            assert self._machine.runs()
            assert time.monotonic() < deadline, wish
            time.sleep(0.1)
        told: dict[str, object] = json.loads(answer.read_text("utf-8"))
        answer.unlink()
        return told

    def answers_a_finger(self, told: dict[str, object]) -> bool:
        """Whether pressing along the bar leads elsewhere; a key without its release bars fingers for ten seconds."""
        for place in BAR * TIMES:
            self._machine.touch(FINISH[0], place)
            time.sleep(BETWEEN)
            if self.ask("tell") != told:
                return True
        return False


def files(home: Path) -> set[Path]:
    """Every file in the home of the program's account."""
    return {one for one in home.rglob("*") if one.is_file() and "served" not in one.parts}


@pytest.mark.requirement("K-05", part="anew during services of the town")
def test_no_combination_leads_out_of_some_services(tmp_path: Path) -> None:
    held_during(tmp_path, SOME, 60)


@pytest.mark.long
@pytest.mark.timeout(7_200)
@pytest.mark.requirement("K-05", part="a thousand during each service of the town")
def test_no_thousand_of_combinations_leads_out_of_any_service(tmp_path: Path) -> None:
    held_during(tmp_path, SERVICES, 1_000)


def held_during(tmp_path: Path, services: tuple[str, ...], number: int) -> None:
    """In each of these services nothing ends and nothing else begins; no window but ours, no file; a finger counts."""
    pages = {type(visit.page).__name__ for visit in screens().values()}
    overs = {type(visit.over).__name__ for visit in screens().values() if visit.over is not None}
    served, home = tmp_path / "served", tmp_path / "home"
    served.mkdir()
    home.mkdir()
    profile = tmp_path / "profile.toml"
    text = (SHIPPED / "town-hall-kiosk.toml").read_text("utf-8")
    with running_town(tmp_path / "town") as town:
        profile.write_text(text.replace("http://127.0.0.1:8311", town.url), "utf-8")
        more = {"SERVED_FOLDER": str(served)}
        with caged(home, MODULE, profile=str(profile), more=more) as machine:
            person = Served(served, machine)
            for service in services:
                assert person.ask(f"at {service}")["page"] == "Question", service
                before = files(home)
                pressed = combinations(number, service)
                for start in range(0, number, 50):
                    machine.press(*pressed[start : start + 50])
                told = person.ask("tell")
                assert told["windows"] == ["Shell"], (service, told)
                assert told["page"] in pages, (service, told)
                assert not told["over"] or told["over"] in overs, (service, told)
                assert files(home) == before, service
                assert machine.runs(), service
                assert machine.count("ended unexpectedly") == machine.count("is frozen") == 0, service
                assert machine.programs() <= {*OURS, MODULE}, service
                assert person.answers_a_finger(told), (service, told)
