# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands on the paper, to be heard: for who cannot read it, and before anybody takes it (SPK-09)."""

from dataclasses import dataclass

from core.text import Phrase
from i18n.messages import Messages
from ui.present.reading import Item, quoted, sentence, shown
from ui.present.receipt import PaperPart, ReceiptContents


@dataclass(frozen=True, slots=True)
class PaperToHear:
    """The paper as a page for the voice."""

    paper: ReceiptContents
    texts: Messages

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        return receipt_items(self.paper, self.texts)


def receipt_items(paper: ReceiptContents, texts: Messages) -> tuple[Item, ...]:
    """The paper in the person's language, whole. What it says again in the office's language is for the office."""
    own = paper.parts[0]
    return shown(
        sentence(texts.text("voice.paper"), own.language),
        sentence(paper.town, own.language),
        sentence(paper.title, own.language),
        sentence(own.state, own.language),
        (quoted(fact) for fact in own.facts),
        sentence(own.number_title, own.language),
        quoted(Phrase(paper.number.spoken, own.language), private=True),
        sentence(paper.number.hint, own.language),
        _advice(own),
        sentence(paper.sent_title, own.language),
        (one for asked, answer in paper.sent for one in (quoted(asked), quoted(answer, private=True))),
        (sentence(one, own.language) for one in (own.printed, own.signed, own.end)),
    )


def _advice(own: PaperPart) -> tuple[Item, ...]:
    reason = (sentence(own.reason_title, own.language), quoted(own.reason)) if own.reason_title else ()
    words = (own.next_title, own.next, own.ask_title, own.ask)
    return (*reason, *(sentence(one, own.language) for one in words))
