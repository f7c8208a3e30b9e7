# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Large number keys beside a number or a date; 1 2 3 runs from the left in every language."""

from functools import partial
from typing import Final

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.keyboard.key import Key
from ui.keyboard.sign_names import spoken_name
from ui.keyboard.writing import Writable, Writer
from ui.parts.part import Part

CELL_MM: Final = {"wide": (29.0, 25.0), "narrow": (25.0, 17.0), "portrait": (34.0, 18.0)}
"""Width and height of a key."""

COLUMNS: Final = 3
THREES: Final = ("123", "456", "789")


class NumberPad(Part):
    """Types into the fields it is connected to, into the one that had the focus last.

    `extra` are two more signs beside the 0, for example a hyphen and a slash; empty ones leave no hole.
    Signals: `typed` (one sign), `deleted`.
    """

    typed = Signal(str)
    deleted = Signal()

    def __init__(
        self,
        look: Look,
        *,
        extra: tuple[str, str] = ("", ""),
        delete: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.setObjectName("number_pad")
        self.setAccessibleName(look.texts.text("keyboard.numbers"))
        self._rows: list[list[tuple[Key, int]]] = [self._row(row) for row in THREES]
        self._rows.extend(self._last_rows(extra, delete))
        self._writer = Writer(self)
        self.typed.connect(self._writer.type_in)
        self.deleted.connect(self._writer.delete_back)

    @property
    def row_height(self) -> int:
        """How high each of its keys is."""
        return self._cell_height()

    def connect_to(self, *fields: Writable) -> None:
        """Write into these fields."""
        self._writer.connect_to(fields)

    def content_width(self) -> int:
        """See `Part`."""
        return COLUMNS * self._cell_width() + (COLUMNS - 1) * self.look.target("gap")

    def least_width(self) -> int:
        """See `Part`."""
        return self.content_width()

    def content_height(self, width: int) -> int:
        """See `Part`."""
        del width
        rows = len(self._rows)
        return rows * self._cell_height() + (rows - 1) * self.look.target("gap")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        super().resizeEvent(event)
        gap, high = self.look.target("gap"), self._cell_height()
        wide = max((self.width() - (COLUMNS - 1) * gap) // COLUMNS, self._cell_width())
        left = max(self.width() - COLUMNS * (wide + gap) + gap, 0) if self.look.rtl else 0
        for row, keys in enumerate(self._rows):
            column = 0
            for key, span in keys:
                x = left + column * (wide + gap)
                key.setGeometry(QRect(x, row * (high + gap), span * wide + (span - 1) * gap, high))
                column += span

    def _cell_width(self) -> int:
        words = max(
            (-(-key.content_width() // span) for row in self._rows for key, span in row),
            default=0,
        )
        return max(self.look.px(CELL_MM[self.look.layout.kind][0]), self.look.target("key"), words)

    def _cell_height(self) -> int:
        needed = max(key.content_height(key.content_width()) for row in self._rows for key, _ in row)
        return max(self.look.px(CELL_MM[self.look.layout.kind][1]), self.look.target("key"), needed)

    def _last_rows(self, extra: tuple[str, str], delete: bool) -> list[list[tuple[Key, int]]]:
        before, after = extra
        zero = (self._number("0"), 1)
        if not before and not after:
            return [[(self._delete(), 2), zero]] if delete else [[(zero[0], COLUMNS)]]
        row = [zero]
        if before:
            row.insert(0, (self._number(before), 1))
        if after:
            row.append((self._number(after), 1))
        return [row, [(self._delete(), COLUMNS)]] if delete else [row]

    def _row(self, signs: str) -> list[tuple[Key, int]]:
        return [(self._number(sign), 1) for sign in signs]

    def _number(self, sign: str) -> Key:
        key = Key(
            self.look, sign, "title", accessible_name=spoken_name(sign, self.look.texts.text), parent=self
        )
        key.setObjectName(f"pad.{sign}")
        key.activated.connect(partial(self.typed.emit, sign))
        return key

    def _delete(self) -> Key:
        key = Key(self.look, self.look.texts.text("keyboard.delete"), "strong", parent=self)
        key.setObjectName("pad.delete")
        key.activated.connect(self.deleted)
        return key
