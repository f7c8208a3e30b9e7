# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every key of every sheet is large, apart from the others, named, and leaves room for the page."""

from collections.abc import Callable
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from accessibility.preferences import STEPS, Preferences
from accessibility.qt.look import Look
from accessibility.typing.readings import family
from i18n.languages import LANGUAGES
from i18n.messages import Messages
from i18n.pseudo import pseudo_long, pseudo_right_to_left
from tests.support.shown_keyboard import SCREENS, Show, keys, named, touch
from ui.keyboard.key import Key
from ui.keyboard.keyboard import Keyboard
from ui.keyboard.sign_names import NAMES, OWN_NAMES

TAGS = [info.tag for info in LANGUAGES]
TALLEST_SHARE = 0.6
"""A tray higher than this share of the glass leaves no room for the field and the foot."""

TALLEST_AT_LAST = 0.64
"""At the largest letters only a field of one line is left above the keys (ui.pages.writing)."""


def named_rightly(one: Key, keyboard: Keyboard) -> bool:
    """Whether it is called by the words on it, or what stands on it is a sign that has a name."""
    sign = one.objectName().partition(".")[2]
    if sign in NAMES:
        return one.accessibleName() == keyboard.look.texts.text(NAMES[sign])
    return one.accessibleName() == OWN_NAMES.get(sign) or one.words in one.accessibleName()


ALL_CASES = [(s, t, la, False) for s, t, la in product(("K1", "K2"), range(1, STEPS + 1), TAGS)]
ALL_CASES += [("H1", t, la, False) for t, la in product((1, 3), TAGS)]
ALL_CASES += [(s, 1, la, True) for s, la in product(SCREENS, TAGS)]


STRIDE = 3
"""One in three of all cases meets every language on every screen and at every step; the long run has them all."""


@pytest.mark.requirement("OPR-17")
@pytest.mark.parametrize(("screen", "step", "language", "assisted"), ALL_CASES[::STRIDE])
def test_every_key_is_large_named_whole_and_apart(
    show: Show, screen: str, step: int, language: str, assisted: bool
) -> None:
    look_at_every_sheet(show, screen, step, language, assisted=assisted)


@pytest.mark.long
@pytest.mark.parametrize(("screen", "step", "language", "assisted"), ALL_CASES)
def test_every_key_is_large_named_whole_and_apart_in_any_case(
    show: Show, screen: str, step: int, language: str, assisted: bool
) -> None:
    look_at_every_sheet(show, screen, step, language, assisted=assisted)


def look_at_every_sheet(show: Show, screen: str, step: int, language: str, *, assisted: bool) -> None:
    keyboard = show(screen, step, language, assisted=assisted)
    look = keyboard.look
    least, gap = look.px(20 if assisted else 15), look.px(6.4 if assisted else 2.6)
    sheets = set()
    tops: dict[str, set[int]] = {}
    for _ in range(6):
        shown = keys(keyboard)
        sheets.add(keyboard.sheet.label)
        for one in shown:
            assert one.accessibleName()
            assert named_rightly(one, keyboard)
            assert one.width() >= least
            assert one.height() >= least
            assert one.content_width() <= one.width() + 1  # rounding; what wraps is seen by the height
            assert one.content_height(one.width()) <= one.height()
            assert keyboard.rect().contains(one.geometry())
            assert one.focusPolicy() == Qt.FocusPolicy.TabFocus
        for number, one in enumerate(shown):
            near = one.geometry().adjusted(-gap + 2, -gap + 2, gap - 2, gap - 2)
            assert not [other.words for other in shown[number + 1 :] if near.intersects(other.geometry())]
        for name in ("key.space", "key.delete", "key.put_away", "key.sheet"):
            tops.setdefault(name, set()).add(named(keyboard, name).y())
        touch(named(keyboard, "key.sheet"))
    assert len(sheets) >= 3
    assert all(len(found) == 1 for found in tops.values()), tops


@pytest.mark.requirement("OPR-17")
@pytest.mark.parametrize("language", TAGS)
@pytest.mark.parametrize(
    ("screen", "step"), [("H1", 1), ("H1", 2), *product(("K1", "K2"), range(1, STEPS + 1))]
)
def test_tray_leaves_room_for_field_and_foot(show: Show, screen: str, step: int, language: str) -> None:
    tallest = TALLEST_SHARE if step < STEPS else TALLEST_AT_LAST
    for converting in (False, True) if family(language) else (False,):
        keyboard = show(screen, step, language, converting=converting)
        assert keyboard.height() <= SCREENS[screen].height_px * tallest


@pytest.mark.parametrize(("step", "sheets"), [(3, 1), (4, 2), (5, 3)])
def test_letters_come_in_parts_from_step_four(show: Show, step: int, sheets: int) -> None:
    keyboard = show("K2", step)
    seen = {keyboard.sheet.label}
    for _ in range(4):
        if any(one.objectName() == "key.letters" for one in keys(keyboard)):
            touch(named(keyboard, "key.letters"))
            seen.add(keyboard.sheet.label)
    assert len(seen) == sheets


def test_arabic_tray_has_its_pad_at_the_left_and_its_letters_as_people_know_them(show: Show) -> None:
    keyboard = show("K2", 1, "ar")
    letters, pad = named(keyboard, "key.ض"), named(keyboard, "pad.1")
    assert pad.x() < letters.x()
    assert letters.x() < named(keyboard, "key.ص").x()
    assert pad.x() < named(keyboard, "pad.2").x() < named(keyboard, "pad.3").x()
    assert named(keyboard, "key.put_away").x() < named(keyboard, "key.order").x()


def test_alphabet_of_arabic_begins_at_the_right(show: Show) -> None:
    keyboard = show("K2", 1, "ar")
    touch(named(keyboard, "key.order"))
    assert named(keyboard, "key.ا").x() > named(keyboard, "key.ب").x()


def test_portrait_has_its_numbers_in_the_first_row(show: Show) -> None:
    keyboard = show("K1")
    top = min(one.y() for one in keys(keyboard))
    row = sorted((one for one in keys(keyboard) if one.y() == top), key=lambda one: one.x())
    assert "".join(one.words for one in row) == "1234567890"


@pytest.mark.requirement("AT-02", part="proved on parts, not yet on every screen")
@pytest.mark.parametrize("language", TAGS)
def test_keys_are_buttons_with_names_for_assistive_technology(show: Show, language: str) -> None:
    keyboard = show("K2", 1, language)
    assert keyboard.accessibleName() == keyboard.look.texts.text("keyboard.name")
    for one in keys(keyboard):
        seen = QAccessible.queryAccessibleInterface(one)
        assert seen.role() == QAccessible.Role.PushButton
        assert seen.text(QAccessible.Text.Name) == one.accessibleName()
        assert named_rightly(one, keyboard)
    capitals = [one for one in keys(keyboard) if one.objectName() == "key.capitals"]
    for one in capitals:
        assert len(one.accessibleName()) > len(one.words)


@pytest.mark.parametrize("texts", [pseudo_long, pseudo_right_to_left])
@pytest.mark.parametrize(("screen", "step"), list(product(SCREENS, (1, 3, 5))))
def test_words_of_any_language_fit_their_keys(
    qtbot: QtBot, screen: str, step: int, texts: Callable[[], Messages]
) -> None:
    words = texts()
    look = Look(Preferences(text_step=step), SCREENS[screen], words.language, words)
    keyboard = Keyboard(look)
    width = SCREENS[screen].width_px - look.px(look.layout.rail)
    keyboard.resize(width, keyboard.heightForWidth(width))
    qtbot.addWidget(keyboard)
    keyboard.show()
    for one in keys(keyboard):
        assert one.content_height(one.width()) <= one.height()
        assert one.least_width() <= one.width() + 1
        assert keyboard.rect().contains(one.geometry())


def test_pressed_key_is_inverse_until_release(show: Show) -> None:
    keyboard = show()
    one = named(keyboard, "key.g")
    QTest.mousePress(one, Qt.MouseButton.LeftButton)
    pressed = one.grab().toImage().pixelColor(one.width() // 2, one.height() // 8)
    QTest.mouseRelease(one, Qt.MouseButton.LeftButton)
    rest = one.grab().toImage().pixelColor(one.width() // 2, one.height() // 8)
    assert pressed == keyboard.look.color("ink")
    assert rest == keyboard.look.color("key")
