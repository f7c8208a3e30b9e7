# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""While no session can be kept running, a page says so, staff are told, and it is tried again (K-10, P34).

Over the real supervisor, with sessions that it starts itself and with those that systemd starts.
"""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.socket_units import socket_unit

ROOT = Path(__file__).parents[2]
RUN = """
import sys
from functools import partial
from pathlib import Path
from core import failing
from kiosk import children, link, outage, supervisor, units
supervisor.SPARE_AFTER = 0.05
outage.ANOTHER_AFTER = 0.2
outage.WITHIN = 1.0
failing.FIRST_PAUSE = float(sys.argv[3])
folder = Path(sys.argv[1])
child = (sys.executable, "-m", "tests.support.pretend_child")
order = link.Order(profile="town-hall-kiosk", folder="", keys={"public": "ab" * 32}, trial=False)

def start(role):
    if sys.argv[2] == "units" and role != "notice":
        return units.Unit(folder / f"{role}.sock")
    return children.start((*child, role, str(folder)))

def say(what):
    with (folder / "told").open("a") as file:
        file.write(f"{what}\\n")

kept = supervisor.Supervisor(
    order, order, partial(start, "session"), partial(start, "courier"),
    lambda refusal: say(refusal.key), outage=outage.Outage(partial(start, "notice"), say))
sys.exit(kept.run())
"""


class Machine:
    """A supervisor in a process of its own. `heard` is what its children heard, `told` what staff would be told."""

    def __init__(self, folder: Path, way: str, pause: float) -> None:
        self.folder = folder
        self._sockets = (
            [socket_unit(folder, role) for role in ("session", "courier")] if way == "units" else []
        )
        self.process = subprocess.Popen((sys.executable, "-c", RUN, folder, way, str(pause)), cwd=ROOT)

    def heard(self) -> list[list[str]]:
        file = self.folder / "heard"
        return [line.split() for line in file.read_text().splitlines()] if file.exists() else []

    def count(self, role: str, *what: str) -> int:
        return sum(line[0] == role and line[2 : 2 + len(what)] == list(what) for line in self.heard())

    def told(self) -> list[str]:
        file = self.folder / "told"
        return file.read_text().split() if file.exists() else []

    def until(self, true: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 30
        while not true():
            assert self.process.poll() is None
            assert time.monotonic() < deadline, (self.heard(), self.told())
            time.sleep(0.02)

    def stop_sockets(self) -> None:
        for one in self._sockets:
            one.terminate()
            one.wait(10)
        self._sockets = []

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)
        self.stop_sockets()


Start = Callable[..., Machine]


@pytest.fixture(params=["processes", "units"])
def start(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Start]:
    begun: list[Machine] = []

    def start(*, pause: float = 600.0) -> Machine:
        begun.append(Machine(tmp_path, request.param, pause))
        return begun[-1]

    yield start
    for machine in begun:
        machine.end()


@pytest.mark.parametrize(("when", "times"), [("order", 3), ("shown", 5)])
def test_a_session_that_always_crashes_is_replaced_by_the_page(
    start: Start, tmp_path: Path, when: str, times: int
) -> None:
    (tmp_path / "broken").write_text(when)
    machine = start()
    machine.until(lambda: machine.count("notice", "show") == 1)
    assert machine.count("notice", "show", "out_of_order") == 1, "the first time it is said aloud"
    shown = machine.count("session", "show") if when == "shown" else machine.count("session", "order")
    assert shown == times
    machine.until(lambda: machine.told() == ["True"])


def test_the_page_is_given_no_key(start: Start, tmp_path: Path) -> None:
    (tmp_path / "broken").touch()
    machine = start()
    machine.until(lambda: machine.count("notice", "show") == 1)
    assert ["order"] in [line[2:] for line in machine.heard() if line[0] == "notice"]


def test_it_is_tried_again_and_the_page_goes_only_once_a_session_is_seen(
    start: Start, tmp_path: Path
) -> None:
    broken = tmp_path / "broken"
    broken.touch()
    machine = start(pause=0.5)
    machine.until(lambda: machine.count("session", "order") >= 4)
    assert machine.count("notice", "input", "closed") == 0, "the page stayed while another start failed"
    broken.unlink()
    machine.until(lambda: machine.count("notice", "input", "closed") == 1)
    assert machine.count("session", "show") > 0
    machine.until(lambda: machine.told() == ["True", "False"])
    machine.until(lambda: machine.count("courier", "order") > 0)


def test_a_session_that_says_it_cannot_work_here_is_replaced_by_the_page(
    start: Start, tmp_path: Path
) -> None:
    (tmp_path / "first").write_text("refuse")
    machine = start()
    machine.until(lambda: machine.count("notice", "show") == 1)
    assert sorted(machine.told()) == ["True", "trouble.store_damaged"]


def test_another_page_takes_the_place_of_one_that_dies(start: Start, tmp_path: Path) -> None:
    (tmp_path / "broken").touch()
    machine = start()
    machine.until(lambda: machine.count("notice", "show") == 1)
    first = next(line[1] for line in machine.heard() if line[0] == "notice")
    subprocess.run(("kill", "-9", first), check=True)
    machine.until(lambda: machine.count("notice", "show") == 2)
    assert machine.count("notice", "show", "out_of_order") == 1, "it is said aloud once"
    assert machine.told() == ["True"]


def test_a_machine_on_which_nothing_can_be_started_shows_the_page(tmp_path: Path) -> None:
    machine = Machine(tmp_path, "units", 600.0)
    try:
        machine.until(lambda: machine.count("session", "order") == 2)
        machine.stop_sockets()
        for path in tmp_path.glob("*.sock"):
            path.unlink()
        for pid in {line[1] for line in machine.heard() if line[0] == "session"}:
            subprocess.run(("kill", "-9", pid), check=False)
        machine.until(lambda: machine.count("notice", "show") == 1)
        assert machine.told() == ["True"]
    finally:
        machine.end()
