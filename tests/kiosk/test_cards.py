# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A card goes onto paper and into a file, and comes back from a scanner, a camera and a typed code."""

import importlib.util
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot

from accessibility.card import Card, read_card
from accessibility.card_code import short_code
from accessibility.preferences import Preferences
from core.ids import Language
from core.visit import effects as fx
from core.visit import events as e
from kiosk import camera
from kiosk.children import own_command
from kiosk.lanes import InlineLane
from kiosk.paper import Printer
from kiosk.profile.file import load
from kiosk.profile.model import Paper, Profile
from kiosk.session.camera import PROGRAM, CameraReader
from kiosk.session.cards import FILE, TITLE, Cards
from ui.pages.reporting import Report
from ui.present.setting import Setting
from ui.registry_setting import a_kiosk

MINE = Preferences(text_step=4, theme="high-dark", assisted=True, volume=1, wide_spacing=True)


@pytest.fixture(autouse=True)
def application(qapp: object) -> object:
    """Paper needs fonts."""
    if importlib.util.find_spec(camera.READER) is None:
        if os.environ.get("CI"):
            pytest.fail(f"{camera.READER} is not installed, and this environment must have it")
        pytest.skip(f"{camera.READER} is not installed")
    return qapp


def profile() -> Profile:
    found = load("town-hall-kiosk")
    assert isinstance(found, Profile)
    return found


def setting() -> Setting:
    return replace(a_kiosk(), preferences=MINE)


def cards(folder: Path, sent: list[Report], paper: Paper = Paper.A4) -> Cards:
    return Cards(
        replace(profile(), paper=paper),
        Preferences(),
        sent.append,
        lambda: (setting(), Language("ar")),
        Printer(folder=folder),
        InlineLane(),
        CameraReader(),
        folder,
    )


def picture(pdf: Path, to: Path) -> Path:
    document = QPdfDocument()
    document.load(str(pdf))
    points = document.pagePointSize(0)
    drawn = document.render(0, QSize(round(points.width() * 2), round(points.height() * 2)))
    white = QImage(drawn.size(), QImage.Format.Format_RGB32)
    white.fill(0xFFFFFFFF)
    from PySide6.QtGui import QPainter

    painter = QPainter(white)
    painter.drawImage(0, 0, drawn)
    painter.end()
    white.save(str(to))
    document.close()
    return to


@pytest.mark.requirement("STF-02", part="printed, held to a camera, and read back as it was")
@pytest.mark.parametrize("paper", [Paper.A4, Paper.ROLL_80])
def test_a_printed_card_is_read_back_by_the_camera_s_own_process(
    tmp_path: Path, qtbot: QtBot, paper: Paper
) -> None:
    sent: list[Report] = []
    cards(tmp_path, sent, paper).carry_out(fx.KeepCard(on_paper=True))
    assert sent == [e.CardKept(None, on_paper=True)]
    seen = picture(tmp_path / f"{TITLE}.pdf", tmp_path / "seen.png")
    reader, read = CameraReader((*own_command(PROGRAM), str(seen))), list[str]()
    reader.look(read.append, lambda trouble: read.append(trouble.key))
    qtbot.waitUntil(lambda: bool(read), timeout=30_000)
    assert read_card(read[0], Preferences()) == Card(MINE, "ar")
    assert not any(name in read[0] for name in ("Ada", "Port Amity"))
    reader.stop()


@pytest.mark.expects_log
@pytest.mark.parametrize("command", [own_command(PROGRAM), ("/no/such/program",)])
def test_a_machine_without_a_camera_says_so(qtbot: QtBot, command: tuple[str, ...]) -> None:
    reader, read = CameraReader(command), list[str]()
    reader.look(read.append, lambda trouble: read.append(trouble.key))
    qtbot.waitUntil(lambda: bool(read), timeout=30_000)
    assert read == ["trouble.no_camera"]


def test_a_camera_that_is_no_more_wanted_ends_at_once_and_tells_nobody(qtbot: QtBot) -> None:
    reader, read = CameraReader((sys.executable, "-c", "input(); print('x')")), list[str]()
    reader.look(read.append, lambda trouble: read.append(trouble.key))
    reader.stop()
    qtbot.wait(100)
    assert read == []


def test_a_saved_card_is_the_owner_s_alone_and_comes_back(tmp_path: Path) -> None:
    sent: list[Report] = []
    cards(tmp_path / "new", sent).carry_out(fx.KeepCard(on_paper=False))
    file = tmp_path / "new" / FILE
    assert sent == [e.CardKept(None)]
    assert file.stat().st_mode & 0o077 == 0
    assert read_card(file.read_text("utf-8"), Preferences()) == Card(MINE, "ar")


def test_a_saved_card_is_opened_again_and_changes_the_settings(tmp_path: Path) -> None:
    sent: list[Report] = []
    mine = cards(tmp_path, sent)
    mine.carry_out(fx.KeepCard(on_paper=False))
    mine.carry_out(fx.OpenCard())
    assert sent == [e.CardKept(None), MINE, e.CardTaken(Language("ar"))]


@pytest.mark.parametrize("text", [None, "", "{", "[" * 400, '{"fontSize":12' + " " * 400 + "}"])
def test_where_no_card_was_saved_it_is_said_so_and_nothing_changes(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / FILE).write_text(text)
    sent: list[Report] = []
    cards(tmp_path, sent).carry_out(fx.OpenCard())
    assert sent == [e.NoCardFile()]


@pytest.mark.expects_log
def test_a_disk_that_refuses_is_told_on_the_page(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    sent: list[Report] = []
    cards(tmp_path / "file", sent).carry_out(fx.KeepCard(on_paper=False))
    assert isinstance(sent[0], e.CardKept)
    assert sent[0].trouble is not None


def test_a_typed_code_brings_settings_and_a_language_that_the_machine_speaks(tmp_path: Path) -> None:
    sent: list[Report] = []
    cards(tmp_path, sent).carry_out(fx.TakeCard(short_code(MINE, "ar").lower()))
    assert sent == [MINE, e.CardTaken(Language("ar"))]


@given(
    st.text(max_size=320) | st.dictionaries(st.text(max_size=20), st.floats() | st.text(max_size=9)).map(str)
)
@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_whatever_a_stranger_holds_up_brings_settings_or_nothing(tmp_path: Path, text: str) -> None:
    sent: list[Report] = []
    cards(tmp_path, sent).carry_out(fx.TakeCard(text))
    assert sent == [e.CardUnknown()] or (
        isinstance(sent[0], Preferences) and isinstance(sent[1], e.CardTaken)
    )


@pytest.mark.parametrize("inside", [b"", b"\x89PNG\r\n\x1a\n", b"\x00" * 4096])
def test_a_picture_that_is_none_holds_no_card(tmp_path: Path, inside: bytes) -> None:
    (tmp_path / "x.png").write_bytes(inside)
    assert list(camera.texts_in(QImage(str(tmp_path / "x.png")))) == []
