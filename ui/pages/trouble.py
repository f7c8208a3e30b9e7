# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Something expected went wrong: the sentence, what stays safe, and the ways on."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.text import Phrase
from core.visit import events as e
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.reporting import Send, reports
from ui.parts.buttons import Button, PrimaryButton
from ui.parts.mark import Notice
from ui.parts.text import PlainText
from ui.present.trouble import TroubleContents


class TroublePage(PageFrame):
    """Back leads to where one was; nothing typed is lost by it."""

    def __init__(
        self, look: Look, contents: TroubleContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        nothing = Phrase("", contents.language)
        heading = Phrase(contents.heading, contents.language)
        large.head(self, look, heading, picture="report-problem", hint=nothing)
        if large.is_large(look):
            self.add(PlainText(look, contents.text, "strong", color="error"))
        else:
            self.add(Notice(look, "error", "problem", contents.text))
        if contents.safe:
            self.add(PlainText(look, contents.safe, "strong"))
        person = reports(Button(look, contents.person, "help-person"), "foot.person", e.HelpPressed(), send)
        if contents.back:
            back = reports(PrimaryButton(look, contents.back, "back"), "foot.primary", e.BackPressed(), send)
            other = reports(Button(look, contents.other), "foot.other", e.AnotherThingPressed(), send)
            self.set_foot([back, person, other])
        else:
            other = PrimaryButton(look, contents.other)
            self.set_foot([reports(other, "foot.primary", e.AnotherThingPressed(), send), person])
