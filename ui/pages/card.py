# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The settings to take along, the field for a code that somebody brought, and what a card has changed."""

from functools import partial

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.text import Phrase
from core.visit import events as e
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.reporting import Send, reports
from ui.pages.writing import WritingPage
from ui.parts.boxes import Row
from ui.parts.buttons import Button, PrimaryButton
from ui.parts.code_sheet import CodeSheet
from ui.parts.field import TextField
from ui.parts.leading import leading
from ui.parts.mark import Notice
from ui.parts.number_card import LATIN, NumberCard
from ui.parts.text import PlainText
from ui.present.card import CardContents, CardReadContents, CodeContents
from ui.present.code_modules import code_modules

LONGEST = 300
"""A scanner may write a whole card into the field."""


class CardPage(PageFrame):
    """A code to scan beside eight signs, and what can be done with them."""

    def __init__(self, look: Look, contents: CardContents, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        own = contents.language
        large.head(self, look, Phrase(contents.heading, own), picture="", hint=Phrase(contents.note, own))
        if contents.told:
            if large.is_large(look):
                self.add(PlainText(look, contents.told, "strong", color="done" if contents.kept else "ink"))
            else:
                kept = Notice(look, "done", "accepted", contents.told)
                self.add(kept if contents.kept else Notice(look, "wait", "clock", contents.told))
        for part in _code_parts(look, contents):
            self.add(part)
        others = []
        if contents.print:
            printing = Button(look, contents.print, "print")
            others.append(reports(printing, "card.print", e.CardPrintPressed(), send))
        if contents.save:
            saving = Button(look, contents.save, "received")
            others.append(reports(saving, "card.save", e.CardSavePressed(), send))
        enter = Button(look, contents.enter, "keyboard")
        others.append(reports(enter, "card.enter", e.CodePressed(), send))
        self.add(Row(look, others, gap="s4"))
        done = PrimaryButton(look, contents.done, "check")
        self.set_foot([reports(done, "foot.primary", e.ContinuePressed(), send)])


def _code_parts(look: Look, contents: CardContents) -> list[QWidget]:
    """The code and what it is for: on one card, or one under the other where letters are large."""
    modules = code_modules(contents.scanned)
    if large.is_very_large(look):
        signs = PlainText(look, " ".join(contents.groups), "title", language=LATIN)
        signs.setAccessibleName(contents.spoken)
        code = CodeSheet(look, modules, accessible_name=contents.label)
        label = leading(PlainText(look, contents.label))
        return [label, signs, code, PlainText(look, contents.hint)]
    hint = contents.hint if not large.is_large(look) else ""
    name = contents.spoken
    card = NumberCard(look, contents.label, contents.groups, modules, hint, accessible_name=name)
    return [card] if hint else [card, PlainText(look, contents.hint)]


class CodePage(WritingPage):
    """The code that is being typed stays in its field."""

    def __init__(self, look: Look, contents: CodeContents, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._send, self._contents = send, contents
        self.set_heading(contents.heading, hint=contents.note)
        field = TextField(look, contents.typed, accessible_name=contents.field, max_length=LONGEST)
        field.setObjectName("card.code")
        field.edited.connect(self._on_typed)
        field.entered.connect(self._on_entered)
        self._field_for_code = field
        spared: list[QWidget] = []
        told = (words for words in (contents.unknown, contents.looking) if words)
        spared.extend(self.add(PlainText(look, words, "strong")) for words in told)
        self.add(field)
        self.offer_keys(
            partial(self.latin_letters, field) if contents.keyboard else None,
            self._make_foot,
            words=contents.letters,
            field=field,
            spared=spared,
        )

    def refresh(self, contents: object) -> bool:
        """Keep the page while only the text typed has changed."""
        before = self._contents
        if not isinstance(contents, CodeContents):
            return False
        same = (contents.language, contents.unknown, contents.looking) == (
            before.language,
            before.unknown,
            before.looking,
        )
        if not same:
            return False
        if self._field_for_code.text() != contents.typed:
            self._field_for_code.set_text(contents.typed)
        self._contents = contents
        return True

    def _make_foot(self) -> list[QWidget]:
        use = PrimaryButton(self.look, self._contents.use, "check")
        foot = [reports(use, "foot.primary", e.CodeEntered(), self._send)]
        if self._contents.file:
            saved = Button(self.look, self._contents.file, "documents")
            foot.append(reports(saved, "card.file", e.CardFilePressed(), self._send))
        if self._contents.camera:
            camera = Button(self.look, self._contents.camera, "camera")
            foot.append(reports(camera, "card.camera", e.CameraPressed(), self._send))
        return foot

    def _on_typed(self, typed: str) -> None:
        self._send(e.CodeTyped(typed))

    def _on_entered(self) -> None:
        self._send(e.CodeEntered())


class CardReadPage(PageFrame):
    """Everything looks as the card asks already; one press takes it back."""

    def __init__(
        self, look: Look, contents: CardReadContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        own = contents.language
        picture = "card" if contents.known else "problem"
        heading, text = Phrase(contents.heading, own), Phrase(contents.text, own)
        self.centred = True
        large.head(self, look, heading, picture=picture, hint=text)
        go_on = reports(PrimaryButton(look, contents.go_on), "foot.primary", e.ContinuePressed(), send)
        buttons = [go_on]
        if contents.back:
            back = Button(look, contents.back)
            buttons.append(reports(back, "card.back", contents.wished, send))
        self.add(Row(look, buttons, gap="s4"))
