# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page that asks the person themselves, while somebody helps beside them."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.text import Phrase
from core.visit import events as e
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.reporting import Send, reports
from ui.parts.boxes import Row
from ui.parts.buttons import Button, PrimaryButton
from ui.present.confirm import ConfirmContents


class ConfirmPage(PageFrame):
    """Yes and no stand side by side; nothing happens by itself."""

    def __init__(
        self, look: Look, contents: ConfirmContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.centred = True
        own = contents.language
        heading, text = Phrase(contents.heading, own), Phrase(contents.text, own)
        large.head(self, look, heading, picture="you", hint=text, necessary=True)
        yes = reports(PrimaryButton(look, contents.yes, "check"), "foot.primary", e.ActConfirmed(), send)
        no = reports(Button(look, contents.no, "back"), "foot.no", e.ActRefused(), send)
        self.add(Row(look, [yes, no], gap="s4"))
