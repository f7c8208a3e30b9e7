# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The question before an application is deleted from somebody's computer."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.text import Phrase
from core.visit import events as e
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.reporting import Send, reports
from ui.parts.boxes import Row
from ui.parts.buttons import Button, PrimaryButton
from ui.present.mending import AskDiscardContents


class AskDiscardPage(PageFrame):
    """Keeping it has the lit door."""

    def __init__(
        self, look: Look, contents: AskDiscardContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.centred = True
        own = contents.language
        heading, text = Phrase(contents.heading, own), Phrase(contents.text, own)
        large.head(self, look, heading, picture="delete", hint=text)
        keep = reports(PrimaryButton(look, contents.keep), "foot.primary", e.ContinuePressed(), send)
        discard = reports(
            Button(look, contents.discard, "delete"), "foot.discard", e.DiscardConfirmed(), send
        )
        self.add(Row(look, [keep, discard], gap="s4"))
