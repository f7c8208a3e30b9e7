# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Staff sign in at a fresh process, the only one that is given their keys; and have everything begun anew."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
RUN = """
import sys
from functools import partial
from kiosk import children, link, supervisor
supervisor.SPARE_AFTER = 0.05
child = (sys.executable, "-m", "tests.support.pretend_child")
order = link.Order(profile="town-hall-kiosk", folder="", keys={"public": "ab" * 32}, trial=False)
session, courier = (partial(children.start, (*child, role, sys.argv[1])) for role in ("session", "courier"))
kept = supervisor.Supervisor(order, order, session, courier, print, staff_keys={"staff": "cd" * 32},
                             on_shown=lambda: print("shown", flush=True))
sys.exit(kept.run())
"""


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Callable[[str], Callable[[int], list[list[str]]]]]:
    """Starts a supervisor whose first session ends in a way; gives what its children heard, once there is so much."""
    begun: list[subprocess.Popen[str]] = []

    def start(first: str) -> Callable[[int], list[list[str]]]:
        if first:
            (tmp_path / "first").write_text(first)
        words = (sys.executable, "-c", RUN, str(tmp_path))
        begun.append(subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True))

        def heard(least: int) -> list[list[str]]:
            file, deadline = tmp_path / "heard", time.monotonic() + 30
            while True:
                lines = file.read_text().splitlines() if file.exists() else []
                if len(lines) >= least:
                    return [line.split() for line in lines]
                assert time.monotonic() < deadline, lines
                time.sleep(0.02)

        return heard

    yield start
    for process in begun:
        process.terminate()
        said, _ = process.communicate(timeout=20)
        assert said.splitlines() == ["shown"]


def test_the_keys_of_staff_go_to_the_fresh_session_alone(
    machine: Callable[[str], Callable[[int], list[list[str]]]],
) -> None:
    heard = machine("staff")(8)
    shown = [line for line in heard if line[2] == "show"]
    assert [line[3:] for line in shown] == [["welcome"], ["staff", "staff"]]
    assert shown[0][1] != shown[1][1]
    assert all(line[3] == "public" for line in heard if line[2] == "order")


def test_a_restart_begins_the_courier_anew_too(
    machine: Callable[[str], Callable[[int], list[list[str]]]], tmp_path: Path
) -> None:
    hears = machine("")
    # A session, its welcome page, a courier, and a spare.
    heard = hears(4)
    (tmp_path / "first").write_text("restart")
    current = next(line for line in heard if line[2] == "show")
    os.kill(int(current[1]), signal.SIGKILL)
    deadline = time.monotonic() + 30
    while len({line[1] for line in hears(4) if line[0] == "courier"}) < 2:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    shown = [line[3:] for line in hears(4) if line[2] == "show"]
    assert shown == [["welcome"], ["welcome"], ["welcome"]]
