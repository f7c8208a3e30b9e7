# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check a receipt: the field for its code with keys, and the verdict."""

from functools import partial
from typing import assert_never

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.signed_receipt import MOST_TYPED
from core.text import Phrase
from core.visit import events as e
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.reporting import Send, reports
from ui.pages.writing import WritingPage
from ui.parts.asides import Facts
from ui.parts.buttons import Button, PrimaryButton
from ui.parts.field import TextField
from ui.present.receipt_check import ReceiptAskContents, ReceiptCheckContents, VerdictContents


class ReceiptAskPage(WritingPage):
    """The code that is being typed, or that a scanner types, stays in its field."""

    def __init__(
        self, look: Look, contents: ReceiptAskContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._send, self._contents = send, contents
        self.set_heading(contents.heading, hint=contents.text)
        field = TextField(look, contents.typed, accessible_name=contents.field, max_length=MOST_TYPED)
        field.setObjectName("receipt.code")
        field.edited.connect(self._on_typed)
        field.entered.connect(self._on_entered)
        self._code = self.add(field)
        self.offer_keys(
            partial(self.latin_letters, field) if contents.keyboard else None,
            self._make_foot,
            words=contents.letters,
            field=field,
        )

    def refresh(self, contents: object) -> bool:
        """Keep the page while only the text typed has changed."""
        if not isinstance(contents, ReceiptAskContents) or contents.language != self._contents.language:
            return False
        if self._code.text() != contents.typed:
            self._code.set_text(contents.typed)
        self._contents = contents
        return True

    def _make_foot(self) -> list[QWidget]:
        check = PrimaryButton(self.look, self._contents.check, "search")
        return [reports(check, "foot.primary", e.ReceiptEntered(), self._send)]

    def _on_typed(self, typed: str) -> None:
        self._send(e.ReceiptTyped(typed))

    def _on_entered(self) -> None:
        self._send(e.ReceiptEntered())


class VerdictPage(PageFrame):
    """What the code is; under a genuine one what stands on the paper, to be compared."""

    def __init__(
        self, look: Look, contents: VerdictContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        own = contents.language
        heading, text = Phrase(contents.heading, own), Phrase(contents.text, own)
        large.head(self, look, heading, picture=contents.picture, hint=text)
        if large.is_very_large(look):
            large.add_pairs(self, look, ((fact.title, fact.text) for fact in contents.facts))
        elif contents.facts:
            facts = [
                (fact.picture, fact.title, fact.text.text, fact.text.language) for fact in contents.facts
            ]
            self.add(Facts(look, facts, 1 if look.layout.columns == 1 else 2))
        another = PrimaryButton(look, contents.another, "search")
        foot = [reports(another, "foot.primary", e.ReceiptTyped(""), send)]
        if contents.follow:
            follow = Button(look, contents.follow, "clock")
            beside = reports(follow, "receipt.follow", e.ReceiptFollowed(), send)
            if look.layout.one_button:
                self.add(beside)
            else:
                foot.append(beside)
        self.set_foot(foot)


def receipt_check_page(look: Look, contents: ReceiptCheckContents, send: Send) -> PageFrame:
    """The page that says this: the field, or the verdict."""
    match contents:
        case VerdictContents():
            return VerdictPage(look, contents, send)
        case ReceiptAskContents():
            return ReceiptAskPage(look, contents, send)
        case _:
            assert_never(contents)
