# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Meaning: names and roles for assistive technology, one thing on a page, the same bar, words on every sign."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from tests.support.checks.fitting import counted
from tests.support.checks.hands import controls
from tests.support.checks.screen import Case, ScreenUnderTest, inside, screen
from tests.support.measuring import leaves, named, place, said, visible
from ui.keyboard.keyboard import Keyboard
from ui.keyboard.number_pad import NumberPad
from ui.parts.text import Heading
from ui.present.reading import Role as Reading
from ui.present.reading import spoken
from ui.screens import readable

MOST, MOST_ASSISTED = 7, 5
HOMES = (
    "home",
    "home-not-connected",
    "home-notice",
    "home-notice-long",
    "home-notice-elsewhere",
    "home-fewer-services",
    "home-paper-left",
    "home-paper-left-and-notice",
)
ONE_MORE = dict.fromkeys(HOMES, 1)
"""Checking an application must be reachable from home."""

ROLES = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.EditableText,
    QAccessible.Role.Heading,
}
ONLY_SEEN = {"foot.more", "foot.instead", "foot.letters", "foot.show"}
"""Turning the parts of a page is not part of what it says: the voice reads all of it at once. Letters to touch are for
hands that see; the field itself is read."""

PADDED = {"pseudo-long"}
"""Its words are padded each by itself, so that a name made of two is not the sum of both."""

APART = 2


def bare(text: str) -> str:
    """Letters and digits only, so that stops, spaces and directions make no difference."""
    return re.sub(r"[^\w]", "", text).casefold()


def _focusable(shown: ScreenUnderTest) -> Iterator[QWidget]:
    return (widget for widget in visible(shown.shell) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def names(shown: ScreenUnderTest) -> Iterator[str]:
    """AT-01: everything that takes the focus has a name, and the name has its visible words in it."""
    # The word at a chosen answer is its state, which assistive technology is told as a state.
    chosen = bare(shown.shown.texts.text("part.chosen"))
    for widget in _focusable(shown):
        name = said(widget)
        if not name.strip():
            yield f"no name: {named(widget)}"
        if isinstance(widget, QLineEdit):
            if widget.text() and bare(name) == bare(widget.text()):
                yield f"what is written in it is its name: {named(widget)}"
            continue
        for text in shown.painted() if shown.case.language not in PADDED else ():
            state = isinstance(widget, QAbstractButton) and widget.isChecked() and bare(text.text) == chosen
            # A mark alone, as a tone of bopomofo, is called by its name.
            mark = len(text.text) == 1 and unicodedata.category(text.text) == "Lm"
            if text.owner is widget and not state and not mark and bare(text.text) not in bare(name):
                yield f"shows {text.text!r}, which its name does not say: {named(widget)}"


def roles(shown: ScreenUnderTest) -> Iterator[str]:
    """AT-02: everything that takes the focus says what it is."""
    for widget in _focusable(shown):
        role = QAccessible.queryAccessibleInterface(widget).role()
        if role not in ROLES:
            yield f"is a {role.name}: {named(widget)}"


def headings(shown: ScreenUnderTest) -> Iterator[str]:
    """AT-02: a heading is told apart from other text."""
    role = QAccessible.queryAccessibleInterface(shown.page.heading).role()
    if role is not QAccessible.Role.Heading:
        yield f"the heading is a {role.name}"
    for widget in visible(shown.shell):
        if not isinstance(widget, Heading) and _role(widget) is QAccessible.Role.Heading:
            yield f"calls itself a heading: {named(widget)}"


def _role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def one_thing(shown: ScreenUnderTest) -> Iterator[str]:
    """UND-01: one heading, and few things to press."""
    found = [widget for widget in visible(shown.shell) if isinstance(widget, Heading)]
    if len(found) > 1:
        yield f"{len(found)} headings"
    most = MOST_ASSISTED if shown.case.assisted else MOST + ONE_MORE.get(shown.name, 0)
    pressed = counted(shown)
    if len(pressed) > most:
        yield f"{len(pressed)} things to press, not {most}: {pressed}"


MOST_WORDS = 60
PER_WORD = 2
"""Chinese and Japanese letters that weigh as much as a word: 120 of them are 60 words."""


def few_words(shown: ScreenUnderTest) -> Iterator[str]:
    """UND-02: for who goes slowly no part of a page has more than 60 words beside the bar and the letters to press."""
    if not shown.case.assisted or shown.case.language in PADDED:
        return
    letters = [*shown.page.findChildren(Keyboard), *shown.page.findChildren(NumberPad)]
    number = 0.0
    for text in shown.painted():
        if inside(shown.page, text.owner) and not any(inside(pad, text.owner) for pad in letters):
            han = len(re.findall(r"[\u3040-\u30ff\u3400-\u9fff]", text.text))
            number += han / PER_WORD if han else len(text.text.split())
    if number > MOST_WORDS:
        yield f"{number:.0f} words, not {MOST_WORDS}"


_bars: dict[Case, dict[str, QRect]] = {}


def _usual_bar(case: Case) -> dict[str, QRect]:
    case = replace(case, theme="standard")
    if case not in _bars:
        with screen("service", case) as usual:
            bar = usual.shell.bar
            assert bar is not None
            _bars[case] = {name: place(button) for name, button in bar.buttons.items()}
    return _bars[case]


def _sides(rect: QRect) -> tuple[int, int, int, int]:
    return rect.x(), rect.y(), rect.width(), rect.height()


def same_bar(shown: ScreenUnderTest) -> Iterator[str]:
    """UND-03: the six places of the bar are where they are on a page like any other."""
    bar = shown.shell.bar
    assert bar is not None
    for name, button in bar.buttons.items():
        if not button.isVisible():
            continue
        usual, here = _usual_bar(shown.case)[name], place(button)
        far = max(abs(a - b) for a, b in zip(_sides(usual), _sides(here), strict=True))
        if far > APART:
            yield f"{far} px from its usual place: {named(button)}"


def words_on_signs(shown: ScreenUnderTest) -> Iterator[str]:
    """UND-09: every control shows words, not a sign alone."""
    worded = {text.owner for text in shown.painted()}
    for widget in controls(shown):
        if isinstance(widget, QLineEdit) or widget in worded:
            continue
        if not any(inside(widget, owner) for owner in worded):
            yield f"a sign without words: {named(widget)}"


def everything_is_read(shown: ScreenUnderTest) -> Iterator[str]:
    """SPK-01: whatever is painted on the page is in what the voice says."""
    from ui.keyboard.keyboard import Keyboard
    from ui.keyboard.number_pad import NumberPad

    texts = shown.shown.texts
    page = readable(shown.visit, texts, shown.shown.setting)
    items = page.items()
    read = "".join(bare(part.text) for part in spoken(page, texts))
    letters: list[QWidget] = [*shown.page.findChildren(Keyboard), *shown.page.findChildren(NumberPad)]
    if shown.page._frame_tray is not None:
        letters.append(shown.page._frame_tray)
    for text in shown.painted() if shown.case.language not in PADDED else ():
        if not inside(shown.page, text.owner) or text.owner.objectName() in ONLY_SEEN:
            continue
        if any(inside(pad, text.owner) for pad in letters):
            continue
        if bare(text.text) not in read:
            yield f"seen and not said: {text.text!r} in {named(text.owner)}"
    pressed = [item for item in items if item.role not in (Reading.HEADING, Reading.TEXT)]
    if any(leaf in controls(shown) for leaf in leaves(shown.page)) and not pressed:
        yield "there is something to press, and the voice does not say so"


def said_in_the_order_of_the_keys(shown: ScreenUnderTest) -> Iterator[str]:
    """SPK-01: controls are heard in the order in which keys come to them (OPR-14)."""
    items = readable(shown.visit, shown.shown.texts, shown.shown.setting).items()
    heard = [bare(item.phrase.text) for item in items if item.role not in (Reading.HEADING, Reading.TEXT)]
    last, before = -1, ""
    for widget in shown.page.focus_order():
        if widget.objectName() in ONLY_SEEN or isinstance(widget, Heading) or not widget.isVisible():
            continue
        name = bare(said(widget))
        places = [at for at, words in enumerate(heard) if words and words in name]
        if not places:
            continue
        at = next((place for place in places if place > last), None)
        if at is None and max(places) < last:
            yield f"heard before {before!r}, and comes after it: {named(widget)}"
        elif at is not None:
            last, before = at, named(widget)


def remembers_nothing(shown: ScreenUnderTest) -> Iterator[str]:
    """PRV-04: no undo, no completion, no context menu."""
    for field in shown.shell.findChildren(QLineEdit):
        if not field.isVisible():
            continue
        if field.completer() is not None:
            yield f"completes what is written: {named(field)}"
        if field.contextMenuPolicy() is not Qt.ContextMenuPolicy.NoContextMenu:
            yield f"has a context menu: {named(field)}"
        before = field.text()
        field.insert("7Q")
        field.setText("")
        field.undo()
        if field.text():
            yield f"undo brings back {field.text()!r}: {named(field)}"
        field.setText(before)
