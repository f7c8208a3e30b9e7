# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a profile says of the hand scanner is what the machine takes from it, misses, and tells people to do."""

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core import signed_receipt
from core.code_set import BEGINS, NAME
from core.ids import Language
from core.staff.finding import Lack
from core.visit import pages as p
from i18n.messages import Messages
from kiosk.command_line.eye_findings import look_at_camera, look_at_scanner
from kiosk.command_line.findings import Verdict
from kiosk.profile.file import SHIPPED, load
from kiosk.profile.hand_scanner import HandScanner, Scanned
from kiosk.profile.model import KeySource, Profile
from kiosk.session import scanned
from kiosk.session.setting import setting_now, usual_preferences
from tests.support.input_devices import keypad
from ui.present import screen
from ui.present.card_paper import present_card_paper
from ui.present.setting import Setting
from ui.registry import screens
from ui.registry_setting import a_kiosk

READ = {
    Scanned.SETTINGS: '{"fontSize": 16}',
    Scanned.RECEIPTS: signed_receipt.BEGINS + signed_receipt.NAME + "ABC",
    Scanned.SET_UPS: BEGINS + NAME + "ABC",
}
HALL = replace(cast(Profile, load("town-hall-kiosk")), key=KeySource.CREDENTIAL)


@pytest.fixture
def shown(qtbot: QtBot) -> QWidget:
    """A window that would take every key."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def test_a_profile_says_whether_it_is_there_and_what_for(tmp_path: Path) -> None:
    assert HALL.scanner == HandScanner()
    assert not cast(Profile, load("home")).scanner.there, "at home nobody has one"
    text = (SHIPPED / "town-hall-kiosk.toml").read_text("utf-8")
    file = tmp_path / "profile.toml"
    kinds = 'reads = ["settings", "receipts", "set-ups"]'
    file.write_text(
        text.replace(kinds, 'reads = ["receipts"]').replace('device = ""\nreads', 'device = "1900"\nreads')
    )
    profile = load(str(file))
    assert isinstance(profile, Profile)
    assert profile.scanner == HandScanner(there=True, device="1900", reads=(Scanned.RECEIPTS,))


@pytest.mark.parametrize("read", list(Scanned))
@pytest.mark.parametrize(
    "wanted", [(), (Scanned.SETTINGS,), (Scanned.RECEIPTS,), (Scanned.SET_UPS,), tuple(Scanned)]
)
def test_only_what_is_named_is_taken_and_no_letter_of_the_rest_presses_anything(
    shown: QWidget, read: Scanned, wanted: tuple[Scanned, ...]
) -> None:
    taken = list[str]()
    application = cast(QApplication, QApplication.instance())
    ear = scanned.listened(application, lambda: 0.0, HandScanner(reads=wanted), taken.append)
    QTest.keyClicks(shown, READ[read])
    QTest.keyClick(shown, Qt.Key.Key_Return)
    application.removeEventFilter(ear)
    ear.deleteLater()
    assert taken == ([READ[read]] if read in wanted else [])


def test_where_none_stands_nothing_is_taken() -> None:
    assert not any(scanned.is_taken(text, HandScanner(there=False)) for text in READ.values())


@pytest.mark.requirement("K-16", part="touch screens, keys and headphones, each there and missing")
def test_the_self_test_misses_it_by_its_name(tmp_path: Path) -> None:
    named = replace(HALL, scanner=HandScanner(device="honeywell"))
    listed, others = tmp_path / "with", tmp_path / "without"
    for one, name in ((listed, "Honeywell 1900 Scanner"), (others, "Storm AudioNav")):
        one.mkdir()
        keypad(one, name)
    there = look_at_scanner(named, listed)
    assert (there.verdict, there.found) == (Verdict.FINE, "Honeywell 1900 Scanner")
    gone = look_at_scanner(named, others)
    assert gone.verdict is Verdict.BAD
    assert "[scanner]" in gone.mend
    assert look_at_scanner(replace(HALL, scanner=HandScanner(there=False)), others).verdict is Verdict.FINE
    assert look_at_scanner(named, tmp_path / "none").verdict is Verdict.NOTE


def test_of_one_that_nobody_named_it_is_not_told_that_it_is_in_order(tmp_path: Path) -> None:
    told = look_at_scanner(HALL, tmp_path)
    assert told.verdict is Verdict.NOTE
    assert told.said is not None
    assert told.said.lack is Lack.SCANNER_NAMELESS


def test_a_camera_is_missed_where_photos_are_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("kiosk.camera.DEVICES", tmp_path)
    assert look_at_camera(HALL).verdict is Verdict.NOTE
    without = replace(HALL, files=replace(HALL.files, camera=False))
    assert look_at_camera(without).verdict is Verdict.FINE
    (tmp_path / "video0").touch()
    assert look_at_camera(HALL).verdict is Verdict.FINE


def at_kiosk_that_reads(reads: tuple[Scanned, ...], *, there: bool = True) -> Setting:
    """What the pages are told of this scanner by the program itself."""
    profile = replace(HALL, scanner=HandScanner(there=there, reads=reads))
    told = setting_now(
        profile, 0.0, usual_preferences(profile), can_print=False, trial=True, cameras=(False, False)
    )
    return replace(
        a_kiosk(), scanner=told.scanner, scans_cards=told.scans_cards, scans_receipts=told.scans_receipts
    )


@pytest.mark.parametrize(("name", "kind"), [("receipt-check", Scanned.RECEIPTS), ("code", Scanned.SETTINGS)])
def test_nobody_is_told_to_hold_to_it_what_it_does_not_take(name: str, kind: Scanned) -> None:
    visit, texts = screens(Language("en"))[name], Messages.load("en")
    for reads in ((), *((one,) for one in Scanned), tuple(Scanned)):
        setting = at_kiosk_that_reads(reads)
        said = " ".join(item.phrase.text for item in screen.present(visit, texts, setting).items())
        assert ("scanner" in said) is (kind in reads), reads


@pytest.mark.parametrize("reads", [(Scanned.SETTINGS,), (Scanned.RECEIPTS,)])
def test_the_help_of_the_page_for_receipts_says_the_same(reads: tuple[Scanned, ...]) -> None:
    visit = replace(screens(Language("en"))["receipt-check"], over=p.Help())
    contents = screen.present(visit, Messages.load("en"), at_kiosk_that_reads(reads))
    said = " ".join(item.phrase.text for item in contents.items())
    assert ("scanner" in said) is (Scanned.RECEIPTS in reads)


@pytest.mark.parametrize("there", [True, False])
def test_a_printed_card_begins_with_what_can_be_done_here(*, there: bool) -> None:
    paper = present_card_paper(
        Language("en"), Messages.load("en"), at_kiosk_that_reads(tuple(Scanned), there=there)
    )
    first = paper.lines[0].partition(".")[0]
    assert ("scanner" in first) is there
    assert "the scanner" not in paper.lines[0] or there


@pytest.mark.parametrize("name", ["staff-sign-in", "receipt-check", "code", "question-barcode"])
def test_nobody_is_told_to_hold_something_to_a_scanner_that_is_not_there(name: str) -> None:
    visit, texts = screens(Language("en"))[name], Messages.load("en")
    with_one, without = (
        " ".join(
            item.phrase.text
            for item in screen.present(visit, texts, at_kiosk_that_reads(tuple(Scanned), there=there)).items()
        )
        for there in (True, False)
    )
    assert "the scanner" in with_one
    assert "scanner" not in without
