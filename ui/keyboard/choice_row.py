# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The row of texts to choose from above the letters: numbered keys, a page of them at a time."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.announce import announce
from accessibility.qt.look import Look
from accessibility.tokens import Role
from accessibility.typing.converter import Choice
from ui.keyboard.key import Key
from ui.keyboard.measure import LINE, key_block, side_px
from ui.parts.part import Part
from ui.parts.text import PlainText

CHOICE: Final = "choice."
"""How the names of this row's keys begin."""

MOST_SHOWN: Final = 9
"""Choices side by side: each has one of the numbers 1 to 9."""

SMALLER: Final[tuple[Role, ...]] = ("key", "strong")
"""A text that is too wide for the row is set smaller."""


class ChoiceKey(Key):
    """A numbered text to choose."""

    def set_choice(self, number: int, text: str, role: Role) -> None:
        """Show another text."""
        words = f"{number} {text}"
        self._role = role
        self.words = words
        self.block = key_block(self.look, words, role, self._language)
        self.setAccessibleName(words)
        self.update()


class ChoiceRow(Part):
    """Shows what it is given, as much as there is room for, and a key that leads to more.

    Signals: `chosen` with the place of a choice, from 0; `turned` with the places of those that are shown now; `why`
    and `person`, when somebody asks what can be done, or asks a person, where nothing can be converted.
    """

    chosen = Signal(int)
    turned = Signal(tuple)
    why = Signal()
    person = Signal()

    def __init__(self, look: Look, language: str, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.setObjectName("choices")
        self.setAccessibleName(look.texts.text("typing.choices"))
        self._language = language
        self._choices: Sequence[Choice] = ()
        self._shown: tuple[int, ...] = ()
        self._first = self._after = 0
        self._fonts = {role: QFontMetricsF(_bold(look.font(role, language))) for role in SMALLER}
        self._missing = False
        self._hint = PlainText(look, look.texts.text("typing.hint"), color="ink", parent=self)
        self._keys = [self._make_key(number) for number in range(1, MOST_SHOWN + 1)]
        self._more = self._named("more", look.texts.text("typing.more"))
        self._more.activated.connect(self._on_more)
        self._none = self._named("none", look.texts.text("typing.none"))
        self._none.activated.connect(self.why)
        self._person = self._named("person", look.texts.text("typing.person"))
        self._person.activated.connect(self.person)
        self._lay()

    def offer(self, choices: Sequence[Choice], *, missing: bool = False) -> None:
        """Show these, from the first."""
        self._choices, self._missing = choices, missing
        self._first = 0
        self._lay()

    def first_key(self) -> QWidget:
        """What the focus comes to first."""
        return self._none if self._missing else self._keys[0]

    def content_height(self, width: int) -> int:
        """See `Part`; the tray gives it the height of a row of letters."""
        return self._none.content_height(width)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        super().resizeEvent(event)
        self._lay()

    def _make_key(self, number: int) -> ChoiceKey:
        key = ChoiceKey(self.look, str(number), "key", language=self._language, parent=self)
        key.setObjectName(f"{CHOICE}{number}")
        key.activated.connect(partial(self._on_key, number))
        return key

    def _named(self, name: str, words: str) -> Key:
        key = Key(self.look, words, "strong", parent=self)
        key.setObjectName(f"{CHOICE}{name}")
        return key

    def _on_key(self, number: int) -> None:
        # A key may be let go of when what was written has changed, and its choice is gone.
        if number <= len(self._shown):
            self.chosen.emit(self._shown[number - 1])

    @Slot()
    def _on_more(self) -> None:
        self._first = self._after
        self._lay()

    def _lay(self) -> None:
        """Give every key that is shown its place; the others are hidden."""
        gap = self.look.target("gap")
        more = self._more.content_width() + gap
        fitting = [one for one in map(self._fitted, range(len(self._choices))) if one is not None]
        whole = sum(one.wide + gap for one in fitting) - gap
        paged = len(fitting) > MOST_SHOWN or whole > self.width()
        room = self.width() - (more if paged else 0)
        left, shown = 0, list[int]()
        for one in fitting[self._first : self._first + MOST_SHOWN]:
            if left + one.wide > room and shown:
                break
            key = self._keys[len(shown)]
            key.set_choice(len(shown) + 1, self._choices[one.place].text, one.role)
            key.setGeometry(QRect(left, 0, one.wide, self.height()))
            left += one.wide + gap
            shown.append(one.place)
        self._shown = tuple(shown)
        self._after = (self._first + len(shown)) % max(len(fitting), 1)
        for number, key in enumerate(self._keys):
            key.setVisible(number < len(shown))
        self._more.setVisible(paged)
        self._more.setGeometry(QRect(self.width() - more + gap, 0, more - gap, self.height()))
        self._lay_words()
        self.turned.emit(self._shown)
        announce(self, ", ".join(key.words for key in self._keys[: len(shown)]))

    def _lay_words(self) -> None:
        """What stands here while there is nothing to choose from."""
        wide, more = min(self._none.content_width(), self.width()), self._person.content_width()
        left = wide + self.look.target("gap")
        self._none.setVisible(self._missing)
        self._none.setGeometry(QRect(0, 0, wide, self.height()))
        # Where there is no room for it, it stands with what the first key leads to.
        self._person.setVisible(self._missing and left + more <= self.width())
        self._person.setGeometry(QRect(left, 0, more, self.height()))
        high = self._hint.heightForWidth(max(self.width(), 1))
        self._hint.setGeometry(QRect(0, (self.height() - high) // 2, self.width(), high))
        self._hint.setVisible(not self._choices and not self._missing and high <= self.height())

    def _fitted(self, place: int) -> "_Fitted | None":
        """How a choice is set; None where there is no room for it, and shorter pieces of it have to do.

        In a row of lower keys its letters are smaller, as far as they may be.
        """
        found: _Fitted | None = None
        gap, text = self.look.target("gap"), self._choices[place].text
        room = self.width() - self._more.content_width() - gap
        for role, font in self._fonts.items():
            wide = math.ceil(font.horizontalAdvance(f"{MOST_SHOWN} {text}")) + 2 * side_px(
                self.look, "strong"
            )
            if wide <= room:
                found = _Fitted(place, role, max(wide, self.look.target("key")))
                line = round(self.look.font(role, self._language).pixelSize() * LINE)
                if line + self.look.px(1) <= self.height():
                    return found
        return found


@dataclass(frozen=True, slots=True)
class _Fitted:
    """A choice by its place, the role of its letters, and its key's width in pixels."""

    place: int
    role: Role
    wide: int


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setBold(True)
    return made
