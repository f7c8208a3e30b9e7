# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A setting as a row: its name, how it is now, and the buttons that change it at once."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.parts.buttons import Button
from ui.parts.leading import leading
from ui.parts.part import height_of, least_width_of, width_of
from ui.parts.progress import SizeSteps
from ui.parts.ruled_row import RuledRow
from ui.parts.text import PlainText

SETTING_BUTTONS_MM = 92


class SettingRow(RuledRow):
    """A setting: its name, how it is now, and the buttons that change it. `steps` draws (step, of) as doors."""

    def __init__(
        self,
        look: Look,
        title: str,
        value: str,
        buttons: Sequence[Button],
        *,
        steps: tuple[int, int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._title = PlainText(look, title, "strong", measured=False)
        self._value = PlainText(look, value, measured=False)
        self._doors = SizeSteps(look, *steps) if steps is not None else None
        self._buttons = tuple(buttons)
        doors = (self._doors,) if self._doors is not None else ()
        for words in (self._title, self._value, *doors):
            leading(words)
        super().__init__(look, (self._title, self._value, *doors, *self._buttons), "s2", 2.6, parent)

    def content_width(self) -> int:
        """See `Part`."""
        words = max(width_of(self._title), width_of(self._value))
        return words + self.look.space("s4") + self._buttons_width()

    def _buttons_width(self) -> int:
        gap = max(self.look.target("gap"), self.gap)
        count = max(len(self._buttons), 1)
        each = max((width_of(button) for button in self._buttons), default=0)
        return max(self.look.px(SETTING_BUTTONS_MM), each * count + gap * (count - 1))

    def places(self, width: int, height: int) -> list[tuple[QWidget, QRect]]:
        """See `Box`."""
        del height
        gap = max(self.look.target("gap"), self.gap)
        wanted = self._buttons_width()
        words = max(least_width_of(self._title), least_width_of(self._value))
        beside = width - wanted - self.look.space("s4") >= max(words, width // 4)
        room = width - wanted - self.look.space("s4") if beside else width
        found = self._words(room)
        bottom = max(rect.bottom() + 1 for _, rect in found)
        left, wide, top = (width - wanted, wanted, self._pad) if beside else (0, width, bottom + self._pad)
        count = max(len(self._buttons), 1)
        if wide < wanted:
            for button in self._buttons:
                high = height_of(button, wide)
                found.append((button, QRect(left, top, wide, high)))
                top += high + gap
            return found
        each = (wide - gap * (count - 1)) // count
        high = max((height_of(button, each) for button in self._buttons), default=0)
        if beside:
            total = max(bottom - self._pad, high)
            found = [(w, r.translated(0, (total - bottom + self._pad) // 2)) for w, r in found]
            top = self._pad + (total - high) // 2
        for number, button in enumerate(self._buttons):
            found.append((button, QRect(left + number * (each + gap), top, each, high)))
        return found

    def _words(self, width: int) -> list[tuple[QWidget, QRect]]:
        title = height_of(self._title, width)
        found: list[tuple[QWidget, QRect]] = [(self._title, QRect(0, self._pad, width, title))]
        top = self._pad + title
        value = min(width_of(self._value), width)
        high = height_of(self._value, value)
        found.append((self._value, QRect(0, top, value, high)))
        if self._doors is not None:
            doors, gap = self._doors.content_width(), self.look.space("s4")
            if value + gap + doors <= width:
                tall = self._doors.content_height(doors)
                down = top + high - tall - self.look.px(2)
                found.append((self._doors, QRect(value + gap, down, doors, tall)))
            else:
                under = min(doors, width)
                tall = self._doors.content_height(under)
                found.append((self._doors, QRect(0, top + high, under, tall)))
        return found
