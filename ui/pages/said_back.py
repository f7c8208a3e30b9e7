# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""An answer said back: the question small, the answer large, and two ways on."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from accessibility.tokens import Role
from core.visit import events as e
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.reporting import Send, reports
from ui.parts.buttons import Button, PrimaryButton
from ui.parts.leading import leading, sought
from ui.parts.panels import Card
from ui.parts.progress import Progress
from ui.parts.text import PlainText
from ui.present.said_back import SaidBackContents


class SaidBackPage(PageFrame):
    """Nothing on it changes: the answer does, on its own page."""

    def __init__(
        self, look: Look, contents: SaidBackContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._contents = contents
        where = contents.progress
        self.set_eyebrow(Progress(look, where.position, where.total, where.words, where.lead))
        self.set_heading(contents.heading)
        # Where one part of the page has no room for both, it is the answer that is asked about.
        question = PlainText(
            look, contents.question.text, color="ink_soft", language=contents.question.language
        )
        self.add(question)
        lead = PlainText(look, contents.lead)
        if not contents.answer.text:
            self.add(lead)
        else:
            role: Role = "title" if large.is_very_large(look) else "display"
            answer = PlainText(look, contents.answer.text, role, language=contents.answer.language)
            if large.is_very_large(look):
                self.add(leading(lead))
                self.add(sought(answer))
            else:
                self.add(sought(Card(look, [lead, answer])))
        yes = reports(PrimaryButton(look, contents.yes), "foot.primary", e.ContinuePressed(), send)
        change = Button(look, contents.change, "edit")
        reports(change, "foot.change", e.ChangePressed(contents.path), send)
        if look.layout.one_button:
            self.add(change)
            self.set_foot([yes])
        else:
            self.set_foot([yes, change])

    def refresh(self, contents: object) -> bool:
        """The page stands as long as it says the same."""
        return contents == self._contents
