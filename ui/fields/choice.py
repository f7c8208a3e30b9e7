# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers to choose from, one or several; a long list can be shortened by letters."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.visit import events as e
from ui.fields.field import Field, Written
from ui.fields.left_out import leave_in
from ui.fields.list_search import fits
from ui.page_frame_settings import MOST_ASSISTED
from ui.parts.boxes import Column
from ui.parts.buttons import Button
from ui.parts.choice import ChoiceCard
from ui.parts.field import TextField
from ui.parts.grid import Grid
from ui.parts.leading import leading
from ui.parts.text import PlainText
from ui.present.fields import ChoiceContents, FieldContents, Option


class ChoiceField(Field):
    """Cards, each a whole answer. A press reports the answer; what is chosen comes back with the contents."""

    def __init__(self, look: Look, contents: ChoiceContents, parent: QObject | None = None) -> None:
        super().__init__(look, parent)
        self._contents = contents
        self._search: TextField | None = self._make_search() if contents.search else None
        self._asked: QWidget | None = self._ask_for(self._search) if self._search is not None else None
        self._nothing = [PlainText(look, contents.search_none)] if contents.search else []
        for nothing in self._nothing:
            nothing.hide()
        self._cards: dict[str, ChoiceCard] = {}
        self._all = self._make_cards()

    @property
    def blocks(self) -> Sequence[QWidget]:
        """The search field under its words, if there is one, and the cards."""
        return (self._all,) if self._asked is None else (self._asked, self._all)

    @property
    def written(self) -> Sequence[Written]:
        """The search field only."""
        return () if self._search is None else (self._search,)

    def refresh(self, contents: FieldContents) -> bool:
        """Show what is chosen now; another list needs other cards."""
        if not isinstance(contents, ChoiceContents) or _labels(contents) != _labels(self._contents):
            return False
        self._contents = contents
        for option in contents.options:
            card = self._cards.get(option.value)
            if card is not None and card.chosen != option.chosen:
                card.set_chosen(option.chosen)
        return True

    def _make_search(self) -> TextField:
        search = TextField(self.look, "", accessible_name=self._contents.search)
        search.setObjectName("answer.search")
        search.edited.connect(self._on_searched)
        return search

    def _ask_for(self, search: TextField) -> Column:
        words = leading(PlainText(self.look, self._contents.search))
        return Column(self.look, [words, search], gap="s1")

    def _make_cards(self) -> Column | Grid:
        cards = [part for option in self._contents.options for part in self._with_sound(option)]
        if self._contents.columns > 1:
            # A row stays together: with the foot's three buttons it may not be too much to press (UND-01).
            most = MOST_ASSISTED - 3 if self.look.preferences.assisted else self._contents.columns
            return Grid(self.look, cards, min(self._contents.columns, most), gap="s3")
        # Between things of two kinds more room is needed to hit the one that is meant (OPR-01).
        heard = any(option.listen for option in self._contents.options)
        return Column(self.look, [*cards, *self._nothing], gap="s4" if heard else "s3")

    def _with_sound(self, option: Option) -> Sequence[QWidget]:
        """The card, and under it what plays the recording of the answer."""
        card = self._make_card(option)
        if not option.listen:
            return (card,)
        listen = Button(self.look, option.listen, "read-aloud")
        listen.setObjectName(f"answer.listen.{option.value}")
        listen.activated.connect(partial(self.asked.emit, e.SoundPressed(option.value)))
        return (card, listen)

    def _make_card(self, option: Option) -> ChoiceCard:
        card = ChoiceCard(
            self.look,
            option.label.text,
            chosen=option.chosen,
            multiple=self._contents.multiple,
            language=option.label.language,
        )
        if option.picture:
            card.show_photo(option.picture)
        card.setObjectName(f"answer.choice.{option.value}")
        card.activated.connect(partial(self._on_pressed, option.value))
        self._cards[option.value] = card
        return card

    def _on_pressed(self, value: str) -> None:
        self.answered.emit(self._contents.pressed(value))

    def _on_searched(self, letters: str) -> None:
        fitting = {one.value for one in self._contents.options if fits(one.label.text, letters)}
        for value, card in self._cards.items():
            leave_in(card, value in fitting)
        for nothing in self._nothing:
            leave_in(nothing, not fitting)
        self.rearranged.emit()


def _labels(contents: ChoiceContents) -> tuple[object, ...]:
    labels = tuple((option.value, option.label, option.picture, option.listen) for option in contents.options)
    return (contents.multiple, contents.search, contents.columns, labels)
