# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""With the largest letters on upright glass: what is being written stands whole above the letters to write it with."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

from i18n.languages import LANGUAGES
from tests.support.checks.fitting import whole
from tests.support.checks.screen import MODES, Case, ScreenUnderTest, screen
from ui.keyboard.key import Key
from ui.keyboard.keyboard import Keyboard
from ui.keyboard.sheets import Sheet


@contextmanager
def searching(language: str, mode: str) -> Iterator[tuple[ScreenUnderTest, Keyboard]]:
    with screen("search-begin", Case(language=language, glass="K1", step=5, mode=mode)) as shown:
        field = shown.page.findChild(QLineEdit, "search.field")
        assert field is not None
        field.clearFocus()
        field.setFocus(Qt.FocusReason.MouseFocusReason)
        shown.changed()
        keyboard = shown.page.findChild(Keyboard)
        assert keyboard is not None
        yield shown, keyboard


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("language", [*(info.tag for info in LANGUAGES), "pseudo-long"])
def test_the_field_stands_whole_above_its_letters(language: str, mode: str) -> None:
    with searching(language, mode) as (shown, keyboard):
        field = shown.page.findChild(QLineEdit, "search.field")
        assert field is not None
        frame = field.parentWidget()
        assert frame is not None
        assert frame.isVisible()
        top = frame.mapTo(shown.page, QPoint(0, 0)).y()
        assert top >= 0
        assert top + frame.height() <= keyboard.y()
        assert keyboard.y() + keyboard.height() <= shown.page.height()
        assert shown.page.page_count == 1
        assert not list(whole(shown))


@pytest.mark.parametrize("language", ["ar", "vi", "pseudo-long"])
def test_one_key_leads_through_every_sheet_and_back_where_rows_are_few(language: str) -> None:
    with searching(language, "assisted") as (shown, keyboard):
        before, seen = keyboard.sheet, list[Sheet]()
        while not seen or keyboard.sheet != before:
            seen.append(keyboard.sheet)
            leads = [key for key in keyboard.findChildren(Key) if key.objectName() == "key.letters"]
            leads[-1].activated.emit()
            shown.changed()
        assert len(set(seen)) == len(seen)
        assert {"1", "2"} <= {sign for sheet in seen for sign in sheet.signs}
