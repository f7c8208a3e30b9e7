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
from ui.parts.boxes import Column, Row
from ui.parts.buttons import Button
from ui.parts.text import PlainText
from ui.present.fields import FieldContents
from ui.present.placing import PlacesContents


class PlacesField(LongChoiceField):
    """The places found, between how many there are so far and a button that takes the last one back."""

    def __init__(self, look: Look, contents: PlacesContents, parent: QObject | None = None) -> None:
        super().__init__(look, contents.adding, parent)
        self._places = contents
        self._said = PlainText(look, contents.said)
        back = Button(look, look.texts.text("places.back"), "back")
        back.setObjectName("answer.back")
        back.activated.connect(self._on_back)
        self._back = Row(look, [back])
        if not contents.points:
            # A page shows what it takes in; what is inside of that stays as it is.
            self._said.hide()
            self._back.hide()
        self._above = Column(look, [self._said, self._told])
        self._below = Column(look, [self._column, *self._map, self._back], gap="s3")

    @property
    def blocks(self) -> Sequence[QWidget]:
        """The search field, how many places there are so far, what is found, and the ways to the map and back."""
        return (self._search, self._above, self._below)

    def refresh(self, contents: FieldContents) -> bool:
        """Show the places there are now, and what fits."""
        if not isinstance(contents, PlacesContents) or contents.closed is not self._places.closed:
            return False
        said_before, self._places = self._places.said, contents
        if contents.said != said_before:
            self._said.set_text(contents.said)
            for one in (self._said, self._back):
                leave_in(one, shown=bool(contents.points))
            self.rearranged.emit()
        return super().refresh(contents.adding)

    def _on_pressed(self, place: int) -> None:
        options = self._places.adding.options
        if place < len(options):
            self.answered.emit(self._places.with_one_more(options[place].value))
            self.asked.emit(e.ListSearched(""))

    def _on_back(self) -> None:
        self.answered.emit(self._places.with_one_less)
