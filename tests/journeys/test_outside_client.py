# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A program that knows only AT-SPI does a whole service by names and actions, on the whole program under X."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from bench.screen import screen
from i18n.messages import Messages
from kiosk.profile.file import SHIPPED
from tests.support.engines import need_engine
from tests.support.planners.journey import SERVICES, Town
from tests.support.planners.outside import Outside
from tests.support.planners.sharing import share
from tests.support.sandbox_town import RunningTown, running_town
from tests.support.squeezing import squeezed

ROOT = Path(__file__).parents[2]
CLIENT = "tests.support.outside_client"
PLACE = 5
"""Among those who do a service in every run: the others are in test_hands."""


class Client:
    """Gives orders to the outside client, and reads its answers."""

    def __init__(self, process: "subprocess.Popen[bytes]", log: Path) -> None:
        self._process = process
        self._log = log

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, self._log.read_text()[-3000:]
        answer: dict[str, Any] = json.loads(line)
        return answer

    def begin(self) -> None:
        assert self._answer()["found"], self._log.read_text()[-3000:]

    def tell(self, **order: object) -> dict[str, Any]:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        self._process.stdin.flush()
        answer = self._answer()
        assert answer.get("ok"), "\n".join(map(str, [answer.get("why"), *answer.get("names", [])]))
        return answer

    def press(self, name: str) -> None:
        self.tell(press=name)

    def type_in(self, name: str, text: str) -> None:
        self.tell(type=[name, text])


@contextmanager
def outside_client(tmp_path: Path, town: RunningTown) -> Iterator[Client]:
    profile, log = tmp_path / "kiosk.toml", tmp_path / "log"
    shipped = (SHIPPED / "town-hall-kiosk.toml").read_text("utf-8")
    profile.write_text(shipped.replace("http://127.0.0.1:8311", town.url), "utf-8")
    with screen(1920, 1080) as display, log.open("ab") as complaints:
        process = subprocess.Popen(
            (
                "dbus-run-session",
                "--",
                sys.executable,
                "-m",
                "tests.support.private_bus",
                profile,
                CLIENT,
                log,
            ),
            cwd=ROOT,
            env={
                **os.environ,
                "DISPLAY": display.display,
                "XDG_RUNTIME_DIR": str(tmp_path),
                "NO_AT_BRIDGE": "0",
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
        )
        try:
            client = Client(process, log)
            client.begin()
            yield client
        finally:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.close()
            process.wait(60)
            process.stdout.close()


def trip(tmp_path: Path, service: str, request: pytest.FixtureRequest) -> None:
    with running_town(tmp_path) as town, outside_client(tmp_path, town) as client:
        received, person = Town(town), Outside(client)
        received.remember()
        said = person.travel(service)
        (reference,) = received.new()
        assert squeezed(reference) in squeezed(said)
        request.node.user_properties.append(("presses", person.presses))
        request.node.user_properties.append(("written", person.written))


@pytest.mark.requirement("AT-07", part="this run's share of the services")
@pytest.mark.requirement("AT-01", part="one service, from outside")
@pytest.mark.requirement("AT-02", part="one service, from outside")
@pytest.mark.timeout(400)
def test_a_service_is_done_by_names_and_actions_alone(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    trip(tmp_path, share(PLACE), request)


@pytest.mark.requirement("AT-07", part="texts to choose from in Chinese")
@pytest.mark.requirement("OPR-17", part="texts to choose from, from outside")
@pytest.mark.timeout(180)
def test_chinese_is_typed_and_chosen_by_names_and_actions_alone(tmp_path: Path) -> None:
    need_engine("zh-Hans")
    texts = Messages.load("zh-Hans")
    with running_town(tmp_path) as town, outside_client(tmp_path, town) as client:
        client.press("简体中文")
        client.press(texts.text("home.search"))
        client.tell(**{"await": texts.text("typing.hint")})
        for letter in "woshi":
            client.press(letter)
        assert client.tell(**{"await": "1 我是"})["name"] == "1 我是"
        names = [name for _, name in client.tell(names=True)["names"]]
        assert texts.text("typing.choices") in names
        assert texts.text("typing.more") in names
        client.press("1 我是")
        client.tell(written=[texts.text("search.field"), "我是"])
        names = [name for _, name in client.tell(names=True)["names"]]
        assert not [name for name in names if name.startswith("1 我")]


_DONE: set[str] = set()


@pytest.mark.long
@pytest.mark.requirement("AT-07", part="one service")
@pytest.mark.timeout(400)
@pytest.mark.parametrize("service", SERVICES)
def test_every_service_is_done_by_who_reads_names_and_tries_answers(
    tmp_path: Path, request: pytest.FixtureRequest, service: str
) -> None:
    trip(tmp_path, service, request)
    _DONE.add(service)


@pytest.mark.long
@pytest.mark.requirement("AT-07", part="every shipped service")
def test_no_service_was_left_out_from_outside() -> None:
    if not _DONE:
        pytest.skip("only after the trips")
    assert set(SERVICES) == _DONE
