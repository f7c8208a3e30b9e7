# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers put in order by pressing one after the other."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.fields.field import Field
from ui.parts.boxes import Column, Row
from ui.parts.buttons import Button
from ui.parts.choice import ChoiceCard
from ui.present.fields import FieldContents
from ui.present.ordering import RankContents, Ranked


class RankField(Field):
    """Cards that stay where they are and say their place; nothing moves under a finger or a highlight."""

    def __init__(self, look: Look, contents: RankContents, parent: QObject | None = None) -> None:
        super().__init__(look, parent)
        self._contents = contents
        self._cards: dict[str, ChoiceCard] = {}
        self._column = Column(look, [self._make_card(one) for one in contents.options], gap="s3")
        again = Button(look, contents.again, "back")
        again.setObjectName("answer.again")
        again.activated.connect(partial(self.answered.emit, ""))
        self._last = Row(look, [again])

    @property
    def blocks(self) -> Sequence[QWidget]:
        """The cards, and a button that takes all places back."""
        return (self._column, self._last)

    def refresh(self, contents: FieldContents) -> bool:
        """Show the places that there are now; other answers need other cards."""
        if not isinstance(contents, RankContents) or _values(contents) != _values(self._contents):
            return False
        self._contents = contents
        for one in contents.options:
            card = self._cards[one.value]
            card.set_words(one.label.text)
            card.set_chosen(one.place > 0)
        return True

    def _make_card(self, one: Ranked) -> ChoiceCard:
        card = ChoiceCard(
            self.look, one.label.text, chosen=one.place > 0, multiple=True, language=one.label.language
        )
        card.setObjectName(f"answer.choice.{one.value}")
        card.activated.connect(partial(self._on_pressed, one.value))
        self._cards[one.value] = card
        return card

    def _on_pressed(self, value: str) -> None:
        self.answered.emit(self._contents.pressed(value))


def _values(contents: RankContents) -> tuple[object, ...]:
    return (contents.again, tuple((one.value, one.label.language) for one in contents.options))
