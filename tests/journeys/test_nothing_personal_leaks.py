# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""No answer of a whole trip is in a log, a title, an argument or a file, online or not; and the search would see it."""

import logging
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.visit import pages as p
from core.visit.effects import Ending
from tests.journeys.test_whole_trips import received, send
from tests.support.canary import WORD, Watch, holds
from tests.support.moving_trip import find_the_service, go_on, path_of
from tests.support.planners.journey import service_called
from tests.support.processes import ROOT, Machine, end
from tests.support.robot import Robot, at_the_window
from tests.support.sandbox_town import running_town

CHATTY = (
    "import logging, runpy; logging.basicConfig(level=logging.DEBUG);"
    "runpy.run_module('kiosk.courier', run_name='__main__')"
)
EVERYWHERE = {
    "log",
    "title",
    "arguments",
    "environment",
    "thread's name",
    "courier's log",
    "name in store",
    "file in store",
}


@contextmanager
def talkative_courier(machine: Machine, log: Path) -> Iterator[None]:
    """A courier that writes everything into its log that it ever could."""
    with log.open("ab") as complaints:
        process = subprocess.Popen(
            (sys.executable, "-c", CHATTY),
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
        )
    machine.give_order(process, "kiosk.courier")
    try:
        yield
    finally:
        end(process)


def fill_with_the_word(robot: Robot, watch: Watch, caplog: pytest.LogCaptureFixture) -> None:
    while isinstance(robot.page, p.Question):
        match path_of(robot):
            case "full_name":
                # A mistake first: what does not fit is no more told than what does.
                robot.press("foot.primary")
                robot.write("answer.text", f"Marigold {WORD}")
            case "street":
                robot.write("answer.text", f"27 {WORD} Ropewalk")
            case "moving_date":
                for part, text in (("day", "14"), ("month", "12"), ("year", "2026")):
                    robot.write(f"answer.{part}", text)
            case "who_moves":
                robot.press("answer.choice.only_me")
            case "tell":
                robot.press("answer.choice.nobody")
            case _:
                pass
        watch.look(caplog.records)
        go_on(robot)


@pytest.mark.requirement("PRV-06", "E-14", part="a whole trip: logs, titles, arguments, names of files")
@pytest.mark.requirement("PRV-02", part="the store's folder during and after a whole trip")
@pytest.mark.expects_log
def test_no_answer_of_a_trip_can_be_read_by_others(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The network fails after the forms came, so that troubles are logged, and returns before the end."""
    caplog.set_level(logging.DEBUG)
    log = tmp_path / "log"
    with running_town(tmp_path) as town:
        machine = Machine(tmp_path / "store", town.url)
        watch = Watch((machine.folder,), (log,))
        with talkative_courier(machine, log), at_the_window(machine) as robot:
            service_called(robot, "change-of-address")
            find_the_service(robot, "en")
            town.stop()
            fill_with_the_word(robot, watch, caplog)
            submission = send(robot)
            watch.look(caplog.records)
            town.start()
            robot.until(lambda: received(robot), "for the agency's answer")
            watch.look(caplog.records)
            assert WORD in str(town.submission(submission)), "the trip carried the word"
            robot.press("bar.finish")
            robot.until(lambda: robot.endings == [Ending.FINISHED], "for the end")
            watch.look(caplog.records)
        watch.look(caplog.records)
    assert watch.looked_at == EVERYWHERE
    assert submission in log.read_text("utf-8"), "the courier has told of this one, by its id"
    assert watch.found == set()


def test_the_search_finds_the_word_wherever_it_is_planted(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    store, log = tmp_path / "store", tmp_path / "log"
    store.mkdir()
    watch = Watch((store,), (log,))
    (store / f"{WORD}.tmp").write_bytes(b"")
    (store / "page").write_bytes(b"\x00" + WORD.upper().encode("utf-16-le"))
    log.write_text(f"sending {WORD}")
    logging.getLogger("kiosk.visit").debug("answer %s", WORD)
    window = QWidget()
    window.setWindowTitle(WORD)
    waits = (
        "import sys, pathlib; pathlib.Path('/proc/self/comm').write_text('Canaryfeather'); print(); input()"
    )
    shown = subprocess.Popen(
        (sys.executable, "-c", waits, WORD),
        env={"LOGNAME": WORD},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert shown.stdout is not None
    shown.stdout.readline()
    watch.look(caplog.records)
    shown.communicate(b"\n", timeout=10)
    assert watch.found == EVERYWHERE
    assert not holds(b"Canary feather")
