# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page in the place of one that its person has hidden: one press shows that again."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.text import Phrase
from core.visit import events as e
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.reporting import Send, reports
from ui.parts.buttons import PrimaryButton
from ui.present.hidden import HiddenContents


class HiddenPage(PageFrame):
    """Says that nothing is lost, and has one button."""

    def __init__(
        self, look: Look, contents: HiddenContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.centred = True
        own = contents.language
        heading, text = Phrase(contents.heading, own), Phrase(contents.text, own)
        large.head(self, look, heading, picture="hide", hint=text)
        self.add(reports(PrimaryButton(look, contents.show), "foot.primary", e.ContinuePressed(), send))
