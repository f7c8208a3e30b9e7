# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The button that turns a page, and what it says of the rest."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from i18n.direction import isolate
from ui.parts.buttons import Button
from ui.parts.text_block import TextBlock

NO_BREAK = "\u00a0"
FORMS = (1, 2, 3, 11, 100)
"""Numbers of every form in which languages count (CLDR)."""

FEW, MANY = 9, 99
"""Parts that are left at most as often as not, and at most; the foot is as high as for so many."""


class MoreButton(Button):
    """Says how much is left below, or leads back to the first part. `short` takes fewer words (SEE-05).

    `most_parts` are the parts of which it can tell without growing.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", "more-below", parent=parent)
        self.short = False
        self.most_parts = FEW
        self.leads_back = False
        self.setObjectName("foot.more")
        self.hide()

    def _beside(self, width: int) -> int:
        """See `Button`; here it goes before the words take another line, which each part would pay for."""
        beside, alone = super()._beside(width), max(width - 2 * self._pad, 1)
        return beside if self.block.lines(max(alone - beside, 1)) == self.block.lines(alone) else 0

    def words_for(self, rest: int | None = None, *, parts: int = 1, last: bool = False) -> str:
        """How many things to press are left; for other things (None) how many `parts`; or that it goes back."""
        texts = self.look.texts
        if last:
            return texts.text("part.more_above_short" if self.short else "part.more_above")
        if rest is None:
            more = texts.text("part.more_short" if self.short else "part.more")
            return f"{more}{NO_BREAK}({isolate(str(parts), texts.language)})"
        return texts.plural("part.more_below_short" if self.short else "part.more_below", rest)

    def widest_words(self) -> str:
        """The widest words that it may show: the foot is as high for them as for any others."""
        counted = [self.words_for(number) for number in (*FORMS, 99)]
        candidates = (*counted, self.words_for(parts=self.most_parts), self.words_for(last=True))
        return max(candidates, key=lambda words: TextBlock(self.look, words, "strong").natural_width())

    def say(self, words: str, *, back: bool = False) -> None:
        """Show these words; without any it is not there. `back`: it leads to the first page again."""
        self.leads_back = back
        if words:
            self.set_words(words, "more-above" if back else "more-below")
        if bool(words) is self.isHidden():
            self.setVisible(bool(words))
