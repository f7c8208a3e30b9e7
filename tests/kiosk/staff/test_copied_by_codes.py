# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings go from one machine to another by what stands on the one's screen, and by nothing else.

Two machines: each has a folder, a key, a profile, staff and a log of its own.
"""

import os
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.visit import events as e
from core.visit import pages as p
from core.visit.copying_pages import StaffReadCodes, StaffShowCodes
from kiosk.bundles.home import BundleHome
from kiosk.bundles.repository import METADATA
from kiosk.bundles.signed_profile import signed
from kiosk.camera import texts_in
from kiosk.version import VERSION
from offline_cache.subkeys import KEY_BYTES, Key, KeyOrigin
from tests.support.bundle_world import PROFILE, BundleTown
from tests.support.edited_profile import copied
from tests.support.staffed_town import PINS, Town, Window, staffed_town, window
from ui.hands.card_scanner import CardScanner


@pytest.fixture
def signing(tmp_path: Path) -> BundleTown:
    return BundleTown(tmp_path / "signing")


def machine(folder: Path, signing: BundleTown) -> tuple[Town, Path]:
    """A machine with its own key, and the profile by which it trusts the town that signs."""
    folder.mkdir()
    town = staffed_town(folder, Key(os.urandom(KEY_BYTES), KeyOrigin.KEYRING))
    file = copied(folder)
    root = signing.public / METADATA / "1.root.json"
    file.write_text(f'{file.read_text("utf-8")}\n[bundle]\nroot = "{root}"\n', "utf-8")
    return town, file


def signs_in(at: Window, town: Town) -> None:
    at.signs_in(str(town.members["Omar"].number), PINS["Omar"])
    at.until(lambda: "Sealed, a person has to look 1." in at.says())


def shown(at: Window) -> list[str]:
    """What a camera before the screen reads of it, code by code."""
    at.press("staff.show-codes")
    at.until(lambda: isinstance(at.page, StaffShowCodes) and len(at.page.codes) > 1)
    assert isinstance(at.page, StaffShowCodes)
    read: list[str] = []
    for _ in at.page.codes:
        read.extend(texts_in(at.listener.session.window.shell.grab().toImage()))
        at.press("foot.primary")
    at.listener.tell(e.BackPressed())
    return read


def scans(at: Window, code: str) -> None:
    """As a hand scanner does: it types what it reads, and Enter."""
    shell = at.listener.session.window.shell
    for sign in code:
        focus: QWidget = QApplication.focusWidget() or shell
        QTest.keyClicks(focus, sign)
    QTest.keyClick(QApplication.focusWidget() or shell, Qt.Key.Key_Return)
    at.listener.live()


def test_the_second_machine_takes_what_the_first_shows_and_nothing_of_it_besides(
    tmp_path: Path, qtbot: QtBot, signing: BundleTown
) -> None:
    first, of_first = machine(tmp_path / "first", signing)
    second, of_second = machine(tmp_path / "second", signing)
    stick = first.folder.parent / "stick" / "library.kiosk"
    stick.write_bytes(signed(PROFILE.decode(), time.time(), VERSION, signing.key("targets")))
    own = of_second.read_bytes()
    with window(first, qtbot, of_first) as at:
        signs_in(at, first)
        codes = shown(at)
    assert len(codes) > 1
    with window(second, qtbot, of_second) as at:
        signs_in(at, second)
        at.press("staff.read-codes")
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        scanner = CardScanner(application, lambda: 0.0)
        scanner.read.connect(at.listener.session.card_shown)
        for code in codes[:-1]:
            scans(at, code)
        assert isinstance(at.page, StaffReadCodes)
        assert at.page.gathered.missing == (len(codes),)
        scans(at, codes[-1])
        at.until(lambda: at.page == p.StaffHome(done="read-codes"))
        at.listener.session.stores.lane.settle()
        application.removeEventFilter(scanner)
        scanner.deleteLater()
    assert BundleHome.beside(second.folder).ready() == 1
    assert BundleHome.beside(first.folder).ready() is None
    assert of_second.read_bytes() == own
    assert second.told()[-1] == ("settings-taken-from-codes", "done")
    assert ("settings-taken-from-codes", "done") not in first.told()
    assert first.key != second.key
