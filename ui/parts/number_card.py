# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The number to keep, on paper white, with its code to scan and what it is for."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from i18n.direction import NO_BREAK_SPACE
from ui.parts.code_sheet import CODE_MM, PADDING_MM, Modules, paint_code, paint_sheet
from ui.parts.part import Part
from ui.parts.text import PlainText

PADDING_MM_NARROW: Final = 5.0
"""The code has its quiet zone in itself."""

LATIN: Final = "en"
"""Numbers run from left to right in every language."""


class NumberCard(Part):
    """`groups` never break inside; `modules` are the dark and light squares of the code without its quiet zone,
    and empty where there is no code. `accessible_name` says the number sign by sign.
    """

    def __init__(
        self,
        look: Look,
        label: str,
        groups: Sequence[str],
        modules: Modules,
        note: str,
        *,
        accessible_name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._modules = tuple(tuple(row) for row in modules)
        number = " ".join(group.replace(" ", NO_BREAK_SPACE) for group in groups)
        self._label = PlainText(look, label, color="paper_ink", measured=False, parent=self)
        self._number = PlainText(
            look, number, "display", color="paper_ink", language=LATIN, measured=False, parent=self
        )
        self._number.setAccessibleName(accessible_name)
        self._note = PlainText(look, note, color="paper_ink", measured=False, parent=self)
        self._note.setVisible(bool(note))

    def content_width(self) -> int:
        """See `Part`."""
        return max(self.look.px(140), self.least_width())

    def least_width(self) -> int:
        """See `Part`."""
        words = max(label.minimumSizeHint().width() for label in (self._label, self._number, self._note))
        return words + 2 * self._padding

    def content_height(self, width: int) -> int:
        """See `Part`."""
        _, _, code, note = self._places(width)
        return max(code.bottom(), note.bottom()) + 1 + self._padding

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        super().resizeEvent(event)
        label, number, _, note = self._places(self.width())
        for widget, place in ((self._label, label), (self._number, number), (self._note, note)):
            widget.setGeometry(self.look.place(place, self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        look = self.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_sheet(painter, look, self.rect())
        _, _, code, note = self._places(self.width())
        if self._modules:
            paint_code(painter, look, look.place(code, self.width()), self._modules)
        if not self._note.isHidden():
            pen = QPen(look.color("paper_ink"), max(look.px(0.5), 1))
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            inner = self.width() - 2 * self._padding
            wide = inner if note.y() > code.bottom() else inner - code.width() - self._padding
            line = look.place(QRect(self._padding, note.y() - self._gap // 2, wide, 1), self.width())
            painter.drawLine(line.topLeft(), line.topRight())
        painter.end()

    def _places(self, width: int) -> tuple[QRect, QRect, QRect, QRect]:
        """Label, number, code and note, measured from the left of a page that runs from left to right.

        The note stands beside the code too where it needs no more height there: on a low glass than under both, else
        than the code.
        """
        padding, gap, between = self._padding, self._gap, self.look.space("s1")
        inner = max(width - 2 * padding, 1)
        side = min(self.look.px(CODE_MM), inner) if self._modules else 0
        beside = inner - side - padding
        needed = max(self._label.minimumSizeHint().width(), self._number.minimumSizeHint().width())
        together = side > 0 and beside >= needed
        room = beside if together else inner
        label_high, number_high = self._label.heightForWidth(room), self._number.heightForWidth(room)
        words = label_high + between + number_high
        noted, under = (
            0 if self._note.isHidden() else gap + self._note.heightForWidth(self._note_width(wide))
            for wide in (room, inner)
        )
        # On a low glass each line counts; else a note that is wider than it is high reads better.
        most = max(words, side) + under if self._narrow else side
        joined = together and words + noted <= most
        top = padding + (max(side - words - (noted if joined else 0), 0) // 2 if together else 0)
        label = QRect(padding, top, room, label_high)
        number = QRect(padding, label.bottom() + 1 + between, room, number_high)
        if together:
            code = QRect(padding + inner - side, padding, side, side)
            bottom = padding + max(side, words)
        else:
            code = QRect(padding, number.bottom() + 1 + (gap if side else 0), side, side)
            bottom = code.bottom() + 1
        if joined and noted:
            note = QRect(padding, number.bottom() + 1 + gap, self._note_width(room), noted - gap)
            return label, number, code, note
        if self._note.isHidden():
            return label, number, code, QRect(padding, bottom, inner, 0)
        wide = self._note_width(inner)
        return label, number, code, QRect(padding, bottom + gap, wide, self._note.heightForWidth(wide))

    def _note_width(self, room: int) -> int:
        return min(room, self.look.measure_px())

    @property
    def _padding(self) -> int:
        return self.look.px(PADDING_MM_NARROW if self._narrow else PADDING_MM)

    @property
    def _gap(self) -> int:
        return self.look.space("s3" if self._narrow else "s4")

    @property
    def _narrow(self) -> bool:
        """Whether the glass is so low that the number would come after the first part of a page."""
        return self.look.layout.kind == "narrow"
