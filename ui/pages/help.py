# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Help from a person: somebody who comes, a phone, a counter."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.text import Phrase
from core.visit import events as e
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.delivery_parts import print_note
from ui.pages.reporting import Send, reports
from ui.parts.asides import Facts
from ui.parts.boxes import Together
from ui.parts.buttons import Button
from ui.parts.leading import leading
from ui.parts.mark import Notice
from ui.parts.pictured import Sentence
from ui.parts.text import PlainText
from ui.parts.tiles import RowButton
from ui.present.help import HelpContents, WayOn


def _number(look: Look, way: WayOn, language: str) -> QWidget:
    """What is dialled, in digits that are copied from some steps away (accessibility.md section 5, 10)."""
    lines: list[QWidget] = [
        Sentence(look, [(way.title, True)], picture=way.picture),
        PlainText(look, way.number, "display", language=language),
    ]
    if way.text.text:
        lines.append(PlainText(look, way.text.text, language=way.text.language))
    return Together(look, lines, gap="s2")


class HelpPage(PageFrame):
    """Only what is pressed looks like a button: a phone number is read, not pressed."""

    def __init__(self, look: Look, contents: HelpContents, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        own = contents.language
        hint = Phrase(contents.here, own)
        large.head(self, look, Phrase(contents.heading, own), picture="help-person", hint=hint)
        if contents.coming:
            if large.is_large(look):
                self.add(PlainText(look, contents.coming, "strong", color="done"))
            else:
                self.add(Notice(look, "done", "accepted", contents.coming))
        if contents.helper_note:
            self.add(PlainText(look, contents.helper_note, "strong"))
        self.add(leading(PlainText(look, contents.note, "strong")))
        if contents.call:
            few = large.is_very_large(look) or look.preferences.assisted
            note = "" if few else contents.call_note
            call = RowButton(look, "counter", contents.call, note)
            self.add(reports(call, "help.call", e.CallPressed(), send))
        for words, picture, name, event in (
            (contents.call_back, "delete", "help.call_back", e.CallBackPressed()),
            (contents.uncover, "hide", "help.uncover", e.UncoverPressed()),
            (contents.helper, "family", "help.helper", e.HelperPressed()),
            (contents.hide, "hide", "help.hide", e.HidePressed()),
        ):
            if words:
                self.add(reports(RowButton(look, picture, words), name, event, send))
        if contents.paper.text:
            self._add_paper(look, contents, send)
        for way in contents.ways:
            if way.number:
                self.add(_number(look, way, own))
        others = [way for way in contents.ways if not way.number]
        ways = [(way.picture, way.title, way.text.text, way.text.language) for way in others]
        if large.is_very_large(look):
            large.add_pairs(self, look, ((way.title, way.text) for way in others))
        elif ways:
            self.add(Facts(look, ways, 1 if large.is_narrow(look) else look.layout.fact_columns))
        if contents.words:
            self.add(leading(PlainText(look, contents.words_heading, "strong")))
            for word in contents.words:
                self.add(PlainText(look, word))
        alone = Button(look, contents.alone, "back")
        self.set_foot([reports(alone, "foot.primary", e.ContinuePressed(), send)])

    def _add_paper(self, look: Look, contents: HelpContents, send: Send) -> None:
        note = "" if large.is_very_large(look) else contents.paper_note
        paper = RowButton(look, "print", contents.paper.text, note)
        if contents.paper.state:
            self.add(print_note(look, contents.paper))
        self.add(reports(paper, "help.on_paper", e.PrintPressed(), send))
