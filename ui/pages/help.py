# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Help from a person: somebody who comes, a phone, a counter."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.visit import events as e
from ui.page_frame import PageFrame
from ui.pages.reporting import Send, reports
from ui.parts.asides import Facts
from ui.parts.buttons import Button
from ui.parts.mark import Notice
from ui.parts.tiles import RowButton
from ui.present.help import HelpContents


class HelpPage(PageFrame):
    """Only what is pressed looks like a button: a phone number is read, not pressed."""

    def __init__(self, look: Look, contents: HelpContents, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.set_heading(contents.heading, "display", picture="help-person", hint=contents.note)
        if contents.coming:
            self.add(Notice(look, "done", "accepted", contents.coming))
        if contents.call:
            call = RowButton(look, "counter", contents.call, contents.call_note)
            self.add(reports(call, "help.call", e.CallPressed(), send))
        ways = [(way.picture, way.title, way.text.text, way.text.language) for way in contents.ways]
        if ways:
            self.add(Facts(look, ways, 1))
        alone = Button(look, contents.alone, "back")
        self.set_foot([reports(alone, "foot.primary", e.ContinuePressed(), send)])
