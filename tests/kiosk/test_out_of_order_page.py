# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of a machine that is out of order speaks, is pressed in every language, and needs no store (K-10)."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from accessibility.speech.sink import RecordingSink
from core.visit.effects import Ending, EndVisit
from i18n.messages import Messages
from kiosk import link
from kiosk.out_of_order.process import OutOfOrder
from kiosk.out_of_order.starting import profile_of
from kiosk.profile.file import SHIPPED

ROOT = Path(__file__).parents[2]
ORDER = link.Order(profile="town-hall-kiosk", folder="", keys={}, trial=False)


class Shown:
    """The page in this process, with a voice that writes down what it says, and what the supervisor is told."""

    def __init__(self, application: QApplication, profile: str) -> None:
        self.sink = RecordingSink()
        self.told: list[link.Line] = []
        self.process = OutOfOrder(application, ORDER, profile_of(profile), self.told.append, self.sink)

    @property
    def heading(self) -> str:
        page = self.process.window.shell.page
        assert page is not None
        return page.heading.accessibleName()

    def said(self) -> str:
        return " ".join(one.text for said in self.sink.said for one in said)

    def press(self, name: str) -> None:
        button = self.process.window.shell.findChild(QAbstractButton, name)
        assert button is not None
        QTest.qWait(700)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QTest.qWait(50)


Show = Callable[..., Shown]


@pytest.fixture
def show(qapp: QApplication) -> Iterator[Show]:
    begun: list[Shown] = []

    def show(*, aloud: bool = False, profile: str = "town-hall-kiosk") -> Shown:
        begun.append(Shown(qapp, profile))
        begun[-1].process.show(aloud=aloud)
        begun[-1].process.window.shell.activateWindow()
        QTest.qWait(100)
        return begun[-1]

    yield show
    for one in begun:
        qapp.removeEventFilter(one.process.gate)
        one.process.gate.deleteLater()
        one.process.close()
        one.process.window.shell.hide()
        one.process.window.shell.deleteLater()
        one.process.deleteLater()
        QApplication.processEvents()


def heading(language: str) -> str:
    return Messages.load(language).text("out_of_order.heading")


@pytest.mark.requirement("K-10", part="it says at once where to go")
def test_it_says_at_once_what_is_the_matter_and_where_to_go(show: Show) -> None:
    shown = show(aloud=True)
    assert isinstance(shown.told[0], link.Ready)
    for _ in range(400):
        if any(isinstance(line, link.Shown) for line in shown.told):
            break
        QTest.qWait(50)
    else:
        pytest.fail(f"no window was painted: {shown.told}")
    said = shown.said()
    assert heading("en") in said
    for words in ("Counter 2, ground floor", Messages.load("en").text("out_of_order.answers")):
        assert words.split(".")[0] in said


def test_it_is_silent_where_it_was_said_before(show: Show) -> None:
    assert show().said() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Down])
def test_the_first_key_begins_the_voice(show: Show, key: Qt.Key) -> None:
    shown = show()
    # A press that comes with the page was not meant for it.
    QTest.qWait(700)
    QTest.keyClick(QApplication.focusWidget() or shown.process.window.shell, key)
    QTest.qWait(200)
    assert heading("en") in shown.said()


@pytest.mark.parametrize("language", ["es", "ar", "zh-Hans"])
def test_each_language_is_one_press_away(show: Show, language: str) -> None:
    shown = show()
    shown.press(f"language.{language}")
    assert shown.heading == heading(language)


def test_whoever_left_is_forgotten(show: Show) -> None:
    shown = show()
    shown.press("language.es")
    assert shown.heading == heading("es")
    shown.process.doing.carry_out(EndVisit(Ending.LEFT))
    assert shown.heading == heading("en")


@pytest.mark.expects_log
def test_without_a_profile_it_names_no_town_and_no_number(show: Show, tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("kind = [")
    shown = show(aloud=True, profile=str(broken))
    assert shown.heading == heading("en")
    assert "Counter" not in shown.said()
    assert "0800" not in shown.said()


def started(tmp_path: Path, *words: str, **environment: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        (sys.executable, "-m", *words),
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", **environment},
    )


def test_its_process_leaves_no_file_and_ends_with_its_input(tmp_path: Path) -> None:
    process = started(tmp_path, "kiosk.out_of_order")
    assert process.stdin is not None
    assert process.stdout is not None
    for line in (ORDER, link.Show(link.SHOW_WELCOME)):
        link.say(process.stdin, line)
    while not isinstance(link.decode(process.stdout.readline()), link.Shown):
        pass
    process.stdin.close()
    assert process.wait(20) == 0
    process.stdout.close()
    assert [file for file in tmp_path.rglob("*") if file.is_file() and "fontconfig" not in str(file)] == []


@pytest.mark.requirement("K-10", part="a kiosk without a readable profile shows it")
def test_a_kiosk_whose_profile_is_broken_shows_it_instead_of_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("kind = [")
    told = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    told.bind(str(tmp_path / "notify"))
    told.settimeout(60)
    words = ("kiosk", "run", "--profile", str(broken), "--units", str(tmp_path))
    process = started(tmp_path, *words, NOTIFY_SOCKET=str(tmp_path / "notify"))
    try:
        while told.recv(100) != b"READY=1":
            pass
    finally:
        process.terminate()
        status = process.wait(30)
        told.close()
        for pipe in (process.stdin, process.stdout):
            assert pipe is not None
            pipe.close()
    assert status == 2


def test_it_begins_larger_and_slower_where_the_profile_does(show: Show, tmp_path: Path) -> None:
    text = (SHIPPED / "town-hall-kiosk.toml").read_text("utf-8")
    file = tmp_path / "slow.toml"
    file.write_text(text.replace("assisted = false", "assisted = true"), "utf-8")
    process = show(profile=str(file)).process
    usual = process.window.preferences
    assert (usual.assisted, process.runner.visit.assisted) == (True, True)
    process.send(usual.with_assisted(False))
    assert not process.runner.visit.assisted
    process.doing.carry_out(EndVisit(Ending.LEFT))
    assert process.runner.visit.assisted
    assert process.window.preferences == usual
