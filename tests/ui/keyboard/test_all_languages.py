# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""In every shipped language all keys are named, scanned once in small groups, and keep a secret."""

import unicodedata

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from accessibility.layout import ScreenMeasure
from accessibility.preferences import KEYBOARD_ORDERS, Preferences
from accessibility.qt.look import Look
from i18n.languages import LANGUAGES
from i18n.messages import Messages
from tests.support.readings import WideConverter
from tests.support.showing import show
from ui.hands.scanning import MOST_IN_A_GROUP
from ui.hands.stops import Kind, clusters, stops_in
from ui.keyboard.key import Key
from ui.keyboard.keyboard import Keyboard
from ui.keyboard.layouts import letter_sheets, other_sheets
from ui.keyboard.sign_names import spoken_name
from ui.parts.field import TextField
from ui.registry import screens

TAGS = [info.tag for info in LANGUAGES]


@pytest.mark.requirement("OPR-17", part="every sign has a name")
@pytest.mark.parametrize("language", TAGS)
def test_every_sign_that_is_no_letter_has_a_name_in_words(language: str) -> None:
    text = Messages.load(language).text
    for order in KEYBOARD_ORDERS:
        for sheet in (*letter_sheets(language, order, 1), *other_sheets(language, order, True)):
            for sign in sheet.signs:
                name = spoken_name(sign, text)
                letter = unicodedata.category(sign[0]) in ("Ll", "Lo", "Nd")
                assert name != sign or letter, f"{sign!r} is called {name!r}"
                assert any(one.isalnum() for one in name)


@pytest.mark.requirement("OPR-11", part="the keys of every language are scanned")
@pytest.mark.parametrize("language", TAGS)
def test_every_key_is_in_one_small_group(qtbot: QtBot, language: str) -> None:
    shown = show(screens(language)["question-reading"])  # type: ignore[arg-type]
    try:
        page = shown.shell.page
        assert page is not None
        keys = sorted(key.objectName() for key in page.findChildren(Key) if key.isVisible())
        rows = [stop for stop in stops_in(page, shown.shell.bar) if stop.kind is Kind.ROW]
        assert sorted(one.name for row in rows for one in row.keys) == keys
        assert len({row.name for row in rows}) == len(rows)
        for row in rows:
            groups = clusters(row, MOST_IN_A_GROUP)
            assert all(0 < len(group) <= MOST_IN_A_GROUP for group in groups)
            assert all(one.words.strip() for one in row.keys)
    finally:
        shown.shell.close()
        shown.shell.deleteLater()


@pytest.mark.requirement("PRV-07", part="a hidden field is told to nobody, in every language")
@pytest.mark.parametrize("language", TAGS)
def test_a_secret_field_takes_every_letter_and_tells_none(qtbot: QtBot, language: str) -> None:
    look = Look(Preferences(), ScreenMeasure(1920, 1080, 102), language)
    field = TextField(look, "", accessible_name="x", masked=True)
    converter = WideConverter()
    keyboard = Keyboard(look, converter=converter)
    for widget in (field, keyboard):
        qtbot.addWidget(widget)
    keyboard.resize(1700, keyboard.heightForWidth(1700))
    keyboard.connect_to(field)
    keyboard.show()
    for name in ("pad.7", "pad.3"):
        key = keyboard.findChild(Key, name)
        if isinstance(key, Key):
            key.click()
    letters = [key for key in keyboard.findChildren(Key) if key.isVisible() and len(key.objectName()) == 5]
    letters[0].click()
    typed = field.text()
    assert typed
    told = QAccessible.queryAccessibleInterface(field)
    for kind in (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description):
        assert typed not in told.text(kind)
        assert "73" not in told.text(kind)
    assert converter.asked in ([], [""])
    assert not [key for key in keyboard.findChildren(Key, "choice.1") if key.isVisible()]
