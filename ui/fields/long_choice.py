# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers of a very long list: a few of them, found by the letters that are written."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.visit import events as e
from ui.fields.field import Field, Written
from ui.fields.left_out import leave_in
from ui.parts.boxes import Column
from ui.parts.buttons import Button
from ui.parts.choice import ChoiceCard
from ui.parts.field import TextField
from ui.parts.text import PlainText
from ui.present.fields import ChoiceContents, FieldContents
from ui.present.long_list import SHOWN


class LongChoiceField(Field):
    """As many cards as are ever shown at once: they change their words, so that writing goes on undisturbed."""

    def __init__(self, look: Look, contents: ChoiceContents, parent: QObject | None = None) -> None:
        super().__init__(look, parent)
        self._contents = contents
        self._search = TextField(look, contents.letters or "", accessible_name=contents.search)
        self._search.setObjectName("answer.search")
        self._search.edited.connect(self._on_searched)
        self._told = PlainText(look, contents.told)
        self._cards = [self._make_card(place) for place in range(SHOWN)]
        for card in self._cards[len(contents.options) :]:
            card.hide()
        self._column = Column(look, self._cards, gap="s3")
        self._map = self._map_button(contents.on_map)

    @property
    def blocks(self) -> Sequence[QWidget]:
        """The search field, what is told of the list, the cards, and the map where there is one."""
        return (self._search, self._told, self._column, *self._map)

    @property
    def written(self) -> Sequence[Written]:
        """The search field."""
        return (self._search,)

    def refresh(self, contents: FieldContents) -> bool:
        """Show what fits now, and what is chosen."""
        if not isinstance(contents, ChoiceContents) or contents.letters is None:
            return False
        if (contents.search, contents.multiple) != (self._contents.search, self._contents.multiple):
            return False
        if any(one.label.language != self._language for one in contents.options):
            return False
        changed = (contents.told, contents.options) != (self._contents.told, self._contents.options)
        self._contents = contents
        if self._search.text() != contents.letters:
            self._search.set_text(contents.letters)
        if changed:
            self._told.set_text(contents.told)
            for card, option in zip(self._cards, contents.options, strict=False):
                card.set_words(option.label.text)
                card.set_chosen(option.chosen)
            for place, card in enumerate(self._cards):
                leave_in(card, shown=place < len(contents.options))
            self.rearranged.emit()
        return True

    def _map_button(self, words: str) -> Sequence[QWidget]:
        if not words:
            return ()
        simple = self.look.layout.one_button or self.look.preferences.assisted
        button = Button(self.look, words, "place")
        button.setObjectName("answer.map")
        button.activated.connect(partial(self.asked.emit, e.MapPressed(simple)))
        return (button,)

    @property
    def _language(self) -> str | None:
        options = self._contents.options
        return options[0].label.language if options else self.look.language

    def _make_card(self, place: int) -> ChoiceCard:
        options = self._contents.options
        option = options[place] if place < len(options) else None
        card = ChoiceCard(
            self.look,
            option.label.text if option is not None else "",
            chosen=option is not None and option.chosen,
            multiple=self._contents.multiple,
            language=self._language,
        )
        card.setObjectName(f"answer.found.{place}")
        card.activated.connect(partial(self._on_pressed, place))
        return card

    def _on_pressed(self, place: int) -> None:
        options = self._contents.options
        if place < len(options):
            self.answered.emit(self._contents.pressed(options[place].value))

    def _on_searched(self, letters: str) -> None:
        self.asked.emit(e.ListSearched(letters))
