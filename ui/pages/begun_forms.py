# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""At home: the list of forms that wait, and the page that tells of a newer form."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.text import Phrase
from core.visit import events as e
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.reporting import Send, reports
from ui.pages.row_list import fill_list
from ui.pages.service_rows import service_row
from ui.parts.boxes import Column
from ui.parts.buttons import Button, PrimaryButton
from ui.parts.leading import leading
from ui.parts.text import PlainText
from ui.present.begun_forms import BegunFormsContents, FormChangedContents


class BegunFormsPage(PageFrame):
    """As many forms as there is room for, the rest below."""

    def __init__(
        self, look: Look, contents: BegunFormsContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        own = contents.language
        head = (Phrase(contents.heading, own), Phrase(contents.note, own))
        fill_list(self, look, head, [service_row(look, row, send) for row in contents.rows], contents.nothing)
        if contents.other:
            other = Button(look, contents.other, "search")
            self.set_foot([reports(other, "foot.other", e.AnotherThingPressed(), send)])


class FormChangedPage(PageFrame):
    """Says what has no place any more before going on, so that no answer disappears unseen."""

    def __init__(
        self, look: Look, contents: FormChangedContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        own = contents.language
        hint = Phrase(contents.text, own)
        large.head(self, look, Phrase(contents.heading, own), picture="edit", hint=hint)
        if contents.name.text:
            self.add(PlainText(look, contents.name.text, "strong", language=contents.name.language))
        if contents.lost:
            self.add(leading(PlainText(look, contents.lost_title, "title")))
            for question, answer in contents.lost:
                asked = leading(PlainText(look, question.text, "strong", language=question.language))
                said = PlainText(look, answer.text, language=answer.language)
                self.add(Column(look, [asked, said], gap="s1"))
        go_on = PrimaryButton(look, contents.go_on)
        self.set_foot([reports(go_on, "foot.primary", e.ContinuePressed(), send)])
