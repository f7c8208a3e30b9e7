# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A number of a long scale: written, or reached step by step with two buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.fields.number import NumberField
from ui.parts.box import Box
from ui.parts.boxes import Column, Row
from ui.parts.buttons import Button
from ui.parts.text import PlainText
from ui.present.fields import FieldContents, SteppedContents


class SteppedField(NumberField):
    """A number field, between which ends it lies, and a step down and up."""

    def __init__(
        self, look: Look, contents: SteppedContents, *, problem: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(look, contents.number, problem=problem, parent=parent)
        self._scale = contents
        self._told = PlainText(look, contents.told)
        less, more = Button(look, contents.less.text), Button(look, contents.more.text)
        less.setObjectName("answer.less")
        more.setObjectName("answer.more_by_one")
        less.activated.connect(self._on_less)
        more.activated.connect(self._on_more)
        # A row stays together: with a foot of four both would be one too many to press (UND-01).
        slow = look.preferences.assisted
        self._steps: Box = Column(look, [less, more]) if slow else Row(look, [less, more])

    @property
    def blocks(self) -> Sequence[QWidget]:
        """The field, the ends of the scale, and the two steps."""
        return (*super().blocks, self._told, self._steps)

    @property
    def spared(self) -> Sequence[QWidget]:
        """Everything but the field: who writes needs no steps."""
        return (self._told, self._steps)

    def refresh(self, contents: FieldContents) -> bool:
        """Show another number, and step on from there."""
        if not isinstance(contents, SteppedContents) or _words(contents) != _words(self._scale):
            return False
        self._scale = contents
        return super().refresh(contents.number)

    def _on_less(self) -> None:
        self.answered.emit(self._scale.less.raw)

    def _on_more(self) -> None:
        self.answered.emit(self._scale.more.raw)


def _words(contents: SteppedContents) -> tuple[str, ...]:
    return (contents.told, contents.less.text, contents.more.text)
