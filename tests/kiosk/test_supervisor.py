# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The supervisor keeps a session, a spare and a courier running, and leaves nothing behind when it ends.

Whether it starts them itself, or systemd does: systemd-socket-activate(1) runs them here as its units do.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.pretend_child import CARD
from tests.support.socket_units import socket_unit

ROOT = Path(__file__).parents[2]
RUN = """
import sys
from functools import partial
from pathlib import Path
from kiosk import child as watched, children, link, supervisor, units
watched.SILENT_AFTER = 1.0
supervisor.SPARE_AFTER = 0.05
child = (sys.executable, "-m", "tests.support.pretend_child")
session, courier = (link.Order(profile="home", folder="", keys={name: "ab" * 32}, trial=False)
                    for name in ("public", "private"))
folder = Path(sys.argv[1])
session_child, courier_child = (
    partial(units.Unit, folder / f"{role}.sock") if sys.argv[2] == "units"
    else partial(children.start, (*child, role, sys.argv[1])) for role in ("session", "courier"))
kept = supervisor.Supervisor(session, courier, session_child, courier_child,
                             lambda refusal: print(refusal.key, flush=True))
sys.exit(kept.run())
"""


class Watched:
    """A supervisor in a process of its own, and what its children heard."""

    def __init__(self, folder: Path, way: str) -> None:
        self.folder, self.way = folder, way
        self._sockets = (
            [socket_unit(folder, role) for role in ("session", "courier")] if way == "units" else []
        )
        self.process = subprocess.Popen(
            (sys.executable, "-c", RUN, str(folder), way),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def heard(self) -> list[list[str]]:
        file = self.folder / "heard"
        return [line.split() for line in file.read_text().splitlines()] if file.exists() else []

    def until(self, true: Callable[[list[list[str]]], bool], seconds: float = 15.0) -> list[list[str]]:
        deadline = time.monotonic() + seconds
        while not true(self.heard()):
            assert time.monotonic() < deadline, self.heard()
            time.sleep(0.02)
        return self.heard()

    def shown(self) -> list[tuple[str, str]]:
        return [(line[1], line[3]) for line in self.heard() if line[2] == "show"]

    def end(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(10)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return status

    def stop_listening(self) -> None:
        """What stands for systemd goes."""
        for one in self._sockets:
            one.terminate()
            one.wait(10)


@pytest.fixture(params=["processes", "units"])
def start(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[str], Watched]]:
    begun: list[Watched] = []

    def start(first: str) -> Watched:
        if first:
            (tmp_path / "first").write_text(first)
        begun.append(Watched(tmp_path, request.param))
        return begun[-1]

    yield start
    for watched in begun:
        watched.stop_listening()
        if watched.process.poll() is None:
            watched.process.kill()
            watched.process.wait()
        if watched.process.stdout is not None:
            watched.process.stdout.close()


def orders(heard: list[list[str]], role: str) -> int:
    return sum(line[0] == role and line[2] == "order" for line in heard)


def alive(pid: str) -> bool:
    """A process that has ended and is only not asked for yet is not alive (proc(5), state Z)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_a_session_a_spare_and_a_courier_run_and_only_the_session_is_shown(
    start: Callable[[str], Watched],
) -> None:
    watched = start("")
    watched.until(lambda heard: orders(heard, "session") == 2 and orders(heard, "courier") == 1)
    assert [page for _, page in watched.shown()] == ["welcome"]
    assert watched.end() == 0


def test_each_child_is_told_its_own_keys_and_no_others(start: Callable[[str], Watched]) -> None:
    watched = start("")
    heard = watched.until(lambda heard: orders(heard, "session") == 2 and orders(heard, "courier") == 1)

    assert {(line[0], line[3]) for line in heard if line[2] == "order"} == {
        ("session", "public"),
        ("courier", "private"),
    }


@pytest.mark.requirement("PRV-08", part="an ordered end")
@pytest.mark.parametrize(
    ("ending", "page"),
    [("finished", "finished"), ("left", "welcome"), ("die", "welcome"), ("freeze", "welcome")],
)
def test_when_a_visit_ends_another_process_is_shown(
    start: Callable[[str], Watched], ending: str, page: str
) -> None:
    watched = start(ending)
    watched.until(lambda heard: sum(line[2] == "show" for line in heard) == 2)
    (first, _), (second, shown) = watched.shown()
    assert first != second
    assert shown == page
    # A frozen one that systemd started is ended by the watchdog of its unit.
    watched.until(lambda _: not alive(first) or (ending, watched.way) == ("freeze", "units"))
    watched.end()
    if alive(first):
        os.kill(int(first), signal.SIGKILL)  # Here is no systemd.


@pytest.mark.parametrize(("ending", "brought"), [("finished", [CARD]), ("left", []), ("staff", [])])
def test_only_the_farewell_gets_the_settings_of_the_visit_before(
    start: Callable[[str], Watched], ending: str, brought: list[str]
) -> None:
    watched = start(ending)
    watched.until(lambda heard: sum(line[2] == "show" for line in heard) == 2)
    shows = [line for line in watched.heard() if line[2] == "show"]
    assert [word for line in shows for word in line[4:] if word.startswith("{")] == brought
    watched.end()


@pytest.mark.requirement("PRV-01", part="the process ends with the visit")
def test_the_end_of_a_visit_is_the_end_of_its_process(start: Callable[[str], Watched]) -> None:
    watched = start("finished")
    watched.until(lambda heard: sum(line[2] == "show" for line in heard) == 2)
    first = watched.shown()[0][0]
    deadline = time.monotonic() + 30
    while alive(first):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    watched.end()


def test_a_courier_that_has_delivered_gives_place_to_another(
    start: Callable[[str], Watched], tmp_path: Path
) -> None:
    (tmp_path / "delivered").touch()
    watched = start("")
    heard = watched.until(lambda heard: orders(heard, "courier") == 2)
    first, second = (line[1] for line in heard if line[0] == "courier" and line[2] == "order")
    assert first != second
    watched.until(lambda heard: ["courier", first, "input", "closed"] in heard)
    assert watched.end() == 0


def test_a_window_closed_at_home_ends_everything(start: Callable[[str], Watched]) -> None:
    watched = start("closed")
    assert watched.process.wait(10) == 0
    assert not any(alive(line[1]) for line in watched.heard())


def test_a_refusal_is_told_and_ends_everything(start: Callable[[str], Watched]) -> None:
    watched = start("refuse")
    assert watched.process.wait(10) == 3
    assert watched.process.stdout is not None
    assert watched.process.stdout.read() == "trouble.store_damaged\n"


@pytest.mark.requirement("PRV-08", part="no process stays, however it ends")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_nothing_is_left_behind_however_it_ends(
    start: Callable[[str], Watched], number: signal.Signals
) -> None:
    watched = start("")
    watched.until(lambda heard: orders(heard, "session") == 2 and orders(heard, "courier") == 1)
    watched.process.send_signal(number)
    watched.process.wait(10)
    deadline = time.monotonic() + 30
    while any(alive(line[1]) for line in watched.heard()):
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_the_next_session_is_told_what_was_forgotten_once_the_process_before_it_is_gone(
    start: Callable[[str], Watched],
) -> None:
    watched = start("finished")
    heard = watched.until(lambda heard: any(line[2] == "wiped" for line in heard))
    told = next(line for line in heard if line[2] == "wiped")
    first, second = (pid for pid, _ in watched.shown())
    assert told[1:] == [second, "wiped", "1", "7", "2"]
    assert not alive(first)


def test_a_session_that_died_is_recorded_without_counts(start: Callable[[str], Watched]) -> None:
    watched = start("die")
    heard = watched.until(lambda heard: any(line[2] == "wiped" for line in heard))
    assert next(line for line in heard if line[2] == "wiped")[3:] == ["1", "None", "None"]
