# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several places, one after the other: how many so far, and the next one, found by the letters that are written."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.visit import events as e
from ui.fields.left_out import leave_in
from ui.fields.long_choice import LongChoiceField
from ui.parts.boxes import Row
from ui.parts.buttons import Button
from ui.parts.text import PlainText
from ui.present.fields import FieldContents
from ui.present.placing import PlacesContents


class PlacesField(LongChoiceField):
    """The places found, between what was pressed before and a button that takes the last one back."""

    def __init__(self, look: Look, contents: PlacesContents, parent: QObject | None = None) -> None:
        super().__init__(look, contents.adding, parent)
        self._places = contents
        self._said = PlainText(look, contents.said)
        back = Button(look, look.texts.text("places.back"), "back")
        back.setObjectName("answer.back")
        back.activated.connect(self._on_back)
        self._back = Row(look, [back])
        self._show()

    @property
    def blocks(self) -> Sequence[QWidget]:
        """How many places there are so far, what finds the next, and the way to take the last one back."""
        return (self._said, *super().blocks, self._back)

    @property
    def spared(self) -> Sequence[QWidget]:
        """What was pressed before needs no room while the next is written."""
        return (self._said, self._back)

    def refresh(self, contents: FieldContents) -> bool:
        """Show the places there are now, and what fits."""
        if not isinstance(contents, PlacesContents) or contents.closed is not self._places.closed:
            return False
        said_before, self._places = self._places.said, contents
        if contents.said != said_before:
            self._said.set_text(contents.said)
            self._show()
            self.rearranged.emit()
        return super().refresh(contents.adding)

    def _on_pressed(self, place: int) -> None:
        options = self._places.adding.options
        if place < len(options):
            self.answered.emit(self._places.with_one_more(options[place].value))
            self.asked.emit(e.ListSearched(""))

    def _show(self) -> None:
        for one in self.spared:
            leave_in(one, shown=bool(self._places.points))

    def _on_back(self) -> None:
        self.answered.emit(self._places.with_one_less)
