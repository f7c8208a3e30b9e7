# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keyboard on the screen types every letter of its languages, in keys that are large enough."""

from collections.abc import Callable
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from accessibility.layout import ScreenMeasure
from accessibility.preferences import STEPS, Preferences
from accessibility.qt.look import Look
from accessibility.typing.readings import family
from i18n.languages import LANGUAGES
from i18n.messages import Messages
from i18n.pseudo import pseudo_long, pseudo_right_to_left
from ui.keyboard.key import Key
from ui.keyboard.keyboard import Keyboard
from ui.keyboard.sign_names import NAMES, OWN_NAMES
from ui.parts.field import TextField
from ui.registry_typing import MadeUpConverter

SCREENS = {
    "H1": ScreenMeasure(1366, 768, 100),
    "K2": ScreenMeasure(1920, 1080, 102),
    "K1": ScreenMeasure(1080, 1920, 141),
}
TAGS = [info.tag for info in LANGUAGES]
TALLEST_SHARE = 0.6
"""A tray higher than this share of the glass leaves no room for the field and the foot."""

TALLEST_AT_LAST = 0.64
"""At the largest letters only a field of one line is left above the keys (ui.pages.writing)."""

Show = Callable[..., Keyboard]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def made(
        screen: str = "K2",
        step: int = 1,
        language: str = "en",
        *,
        assisted: bool = False,
        letters: str | None = None,
        theme: str = "standard",
        converting: bool = False,
    ) -> Keyboard:
        preferences = Preferences(text_step=step, theme=theme)
        if assisted:
            preferences = preferences.with_assisted(True)
        look = Look(preferences, SCREENS[screen], language)
        keyboard = Keyboard(look, language=letters, converter=MadeUpConverter() if converting else None)
        width = SCREENS[screen].width_px - look.px(look.layout.rail)
        keyboard.resize(width, keyboard.heightForWidth(width))
        qtbot.addWidget(keyboard)
        keyboard.show()
        return keyboard

    return made


def stand(window: QWidget, qtbot: QtBot) -> None:
    """Show the window and wait until it may hold the focus."""
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def keys(keyboard: Keyboard) -> list[Key]:
    return [key for key in keyboard.findChildren(Key) if key.isVisible()]


def key(keyboard: Keyboard, words: str) -> Key:
    found = [one for one in keys(keyboard) if one.words == words]
    assert found, f"no key {words!r} among {[one.words for one in keys(keyboard)]}"
    return found[0]


def named(keyboard: Keyboard, name: str) -> Key:
    found = [one for one in keys(keyboard) if one.objectName() == name]
    assert found, f"no key {name!r} among {[one.objectName() for one in keys(keyboard)]}"
    return found[0]


def named_rightly(one: Key, keyboard: Keyboard) -> bool:
    """Whether it is called by the words on it, or what stands on it is a sign that has a name."""
    sign = one.objectName().partition(".")[2]
    if sign in NAMES:
        return one.accessibleName() == keyboard.look.texts.text(NAMES[sign])
    return one.accessibleName() == OWN_NAMES.get(sign) or one.words in one.accessibleName()


def touch(one: Key) -> None:
    QTest.mouseClick(one, Qt.MouseButton.LeftButton)


def touch_until(keyboard: Keyboard, letter: str, leader: str) -> Key:
    """Turn the sheets with `leader` until the letter is there."""
    for _ in range(20):
        if any(one.words == letter for one in keys(keyboard)):
            return key(keyboard, letter)
        touch(named(keyboard, leader))
    raise AssertionError(f"{letter!r} cannot be found")


def typed_by(keyboard: Keyboard) -> list[str]:
    found: list[str] = []
    keyboard.typed.connect(found.append)
    return found


@pytest.mark.requirement("OPR-17")
def test_touched_keys_type_a_sentence(show: Show) -> None:
    keyboard = show()
    found = typed_by(keyboard)
    for letter in "harbour":
        touch(key(keyboard, letter))
    touch(named(keyboard, "key.space"))
    touch(named(keyboard, "pad.1"))
    assert "".join(found) == "harbour 1"


def test_capital_is_for_one_letter_and_is_seen_before_it_is_typed(show: Show) -> None:
    keyboard = show()
    found = typed_by(keyboard)
    touch(named(keyboard, "key.capitals"))
    assert named(keyboard, "key.q").words == "Q"
    assert named(keyboard, "key.q").accessibleName() == "Q"
    touch(named(keyboard, "key.q"))
    touch(named(keyboard, "key.q"))
    assert found == ["Q", "q"]


def test_touched_key_leaves_the_focus_in_the_field(show: Show, qtbot: QtBot) -> None:
    window = QWidget()
    look = Look(Preferences(), SCREENS["K2"], "en")
    field = TextField(look, "", accessible_name="Street")
    keyboard = Keyboard(look)
    keyboard.setMinimumSize(1600, keyboard.heightForWidth(1600))
    layout = QVBoxLayout(window)
    layout.addWidget(field)
    layout.addWidget(keyboard)
    qtbot.addWidget(window)
    stand(window, qtbot)
    keyboard.connect_to(field)
    field.setFocus()
    assert field.hasFocus()
    with qtbot.waitSignal(field.edited):
        touch(key(keyboard, "a"))
    touch(key(keyboard, "b"))
    touch(named(keyboard, "key.delete"))
    assert field.hasFocus()
    assert field.text() == "a"


def test_keys_write_into_the_field_that_had_the_focus_last(qtbot: QtBot) -> None:
    window = QWidget()
    look = Look(Preferences(), SCREENS["K2"], "en")
    first = TextField(look, "", accessible_name="Day")
    second = TextField(look, "", accessible_name="Month")
    keyboard = Keyboard(look)
    keyboard.setMinimumSize(1600, keyboard.heightForWidth(1600))
    layout = QVBoxLayout(window)
    for widget in (first, second, keyboard):
        layout.addWidget(widget)
    qtbot.addWidget(window)
    stand(window, qtbot)
    keyboard.connect_to(first, second)
    touch(named(keyboard, "pad.1"))
    second.setFocus()
    touch(named(keyboard, "pad.2"))
    named(keyboard, "key.q").setFocus(Qt.FocusReason.TabFocusReason)
    touch(named(keyboard, "pad.3"))
    assert (first.text(), second.text()) == ("1", "23")


@pytest.mark.parametrize("pressed", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_key_can_be_pressed_without_touching(show: Show, qtbot: QtBot, pressed: Qt.Key) -> None:
    keyboard = show()
    stand(keyboard, qtbot)
    found = typed_by(keyboard)
    named(keyboard, "key.w").setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(named(keyboard, "key.w"), pressed)
    assert found == ["w"]


def test_tab_goes_through_the_keys_row_by_row_on_every_sheet(show: Show) -> None:
    keyboard = show()
    touch(named(keyboard, "key.sheet"))
    seen = [named(keyboard, "key.á")]
    for _ in range(len(keys(keyboard)) - 1):
        following: QWidget | None = seen[-1].nextInFocusChain()
        while following is not None and not (isinstance(following, Key) and following.isVisible()):
            following = following.nextInFocusChain()
        assert isinstance(following, Key)
        seen.append(following)
    assert len(set(seen)) == len(keys(keyboard))
    letters = [one for one in seen if not one.objectName().startswith("pad.")]
    tops = [one.y() for one in letters]
    assert tops == sorted(tops)


def test_focus_stays_on_the_key_that_turns_the_sheets(show: Show, qtbot: QtBot) -> None:
    keyboard = show()
    stand(keyboard, qtbot)
    named(keyboard, "key.sheet").setFocus(Qt.FocusReason.TabFocusReason)
    touch(named(keyboard, "key.sheet"))
    assert named(keyboard, "key.sheet").hasFocus()
    named(keyboard, "key.letters").setFocus(Qt.FocusReason.TabFocusReason)
    touch(named(keyboard, "key.letters"))
    assert named(keyboard, "key.order").hasFocus()


@pytest.mark.requirement("OPR-17")
def test_order_of_the_alphabet_can_be_chosen_and_left(show: Show) -> None:
    keyboard = show()
    orders: list[str] = []
    keyboard.order_changed.connect(orders.append)
    first = min(keys(keyboard), key=lambda one: (one.y(), one.x())).words
    touch(named(keyboard, "key.order"))
    alphabetical = min(keys(keyboard), key=lambda one: (one.y(), one.x())).words
    touch(named(keyboard, "key.order"))
    assert (first, alphabetical) == ("q", "a")
    assert orders == ["alphabetical", "local"]
    assert keyboard.order == "local"


def test_preferred_order_is_shown_from_the_start(qtbot: QtBot) -> None:
    look = Look(Preferences(keyboard_order="alphabetical"), SCREENS["K2"], "en")
    keyboard = Keyboard(look)
    qtbot.addWidget(keyboard)
    assert keyboard.order == "alphabetical"


def test_put_away_is_reported(show: Show, qtbot: QtBot) -> None:
    keyboard = show()
    with qtbot.waitSignal(keyboard.put_away):
        touch(named(keyboard, "key.put_away"))


@pytest.mark.requirement("OPR-17")
@pytest.mark.requirement("OPR-07", part="capitals and signs are single presses")
@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("en", "zoë o'hara-łuczak@town.org"),
        ("es", "íñigo peña agüero ¿1/2?"),
        ("ar", "شارع الحبال رؤوف آمنة إبراهيم 27 town"),
        ("zh-Hans", "xiamen lu 27"),
    ],
)
@pytest.mark.parametrize(("screen", "step"), [("K2", 1), ("K1", 1), ("K2", 4), ("K1", 5)])
def test_names_of_people_and_streets_can_be_typed(
    show: Show, screen: str, step: int, language: str, word: str
) -> None:
    keyboard = show(screen, step, language)
    found = typed_by(keyboard)
    for letter in word:
        if letter == " ":
            touch(named(keyboard, "key.space"))
            continue
        there = any(one.words == letter for one in keys(keyboard))
        leaders = [
            n for n in ("key.letters", "key.sheet") if any(k.objectName() == n for k in keys(keyboard))
        ]
        if not there and "key.letters" in leaders:
            for _ in range(4):
                touch(named(keyboard, "key.letters"))
                if any(one.words == letter for one in keys(keyboard)):
                    there = True
                    break
                if not any(k.objectName() == "key.letters" for k in keys(keyboard)):
                    break
        touch(key(keyboard, letter) if there else touch_until(keyboard, letter, "key.sheet"))
    assert "".join(found) == word


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


def test_pressed_key_is_inverse_until_release(show: Show) -> None:
    keyboard = show()
    one = named(keyboard, "key.g")
    QTest.mousePress(one, Qt.MouseButton.LeftButton)
    pressed = one.grab().toImage().pixelColor(one.width() // 2, one.height() // 8)
    QTest.mouseRelease(one, Qt.MouseButton.LeftButton)
    rest = one.grab().toImage().pixelColor(one.width() // 2, one.height() // 8)
    assert pressed == keyboard.look.color("ink")
    assert rest == keyboard.look.color("key")


@pytest.mark.requirement("OPR-03", part="proved on parts, not yet on every screen")
def test_sliding_off_types_nothing(show: Show) -> None:
    keyboard = show()
    found = typed_by(keyboard)
    one = named(keyboard, "key.g")
    QTest.mousePress(one, Qt.MouseButton.LeftButton)
    QTest.mouseMove(one, one.rect().bottomRight() * 3)
    QTest.mouseRelease(one, Qt.MouseButton.LeftButton, pos=one.rect().bottomRight() * 3)
    assert found == []


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


def test_keys_that_outlive_their_field_hear_of_the_focus_and_type_into_nothing(
    show: Show, qtbot: QtBot
) -> None:
    keyboard = show(converting=True, language="zh-Hans")
    field = TextField(keyboard.look, "", accessible_name="Name")
    beside = [TextField(keyboard.look, "", accessible_name=name) for name in ("Street", "Place")]
    window = QWidget()
    rows = QVBoxLayout(window)
    for one in (field, *beside):
        rows.addWidget(one)
    qtbot.addWidget(window)
    stand(window, qtbot)
    field.setFocus()
    keyboard.connect_to(field)
    # A page is thrown away in the event in which its keys were put away.
    delete(field)
    for one in beside:
        one.setFocus()
    keyboard.typed.emit("n")
    keyboard.deleted.emit()
    assert [one.text() for one in beside] == ["", ""]
    keyboard.connect_to(beside[0])
    keyboard.typed.emit("n")
    assert beside[0].text() == "n"
