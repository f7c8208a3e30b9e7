# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""About this machine: facts to read, and the way back."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.text import Phrase
from core.visit import events as e
from core.visit.staff_events import StaffButton, StaffPressed
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.reporting import Send, reports
from ui.parts.asides import Facts
from ui.parts.buttons import Button, PrimaryButton
from ui.parts.text import PlainText
from ui.present.machine import MachineContents


class MachinePage(PageFrame):
    """Nothing here is pressed but the way back, and the way in for those who work here."""

    def __init__(
        self, look: Look, contents: MachineContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        own = contents.language
        heading, text = Phrase(contents.heading, own), Phrase(contents.text, own)
        large.head(self, look, heading, picture="works-here", hint=text)
        for note in contents.notes:
            self.add(PlainText(look, note))
        if large.is_very_large(look):
            large.add_pairs(self, look, ((fact.title, fact.text) for fact in contents.facts))
        else:
            facts = [
                (fact.picture, fact.title, fact.text.text, fact.text.language) for fact in contents.facts
            ]
            self.add(Facts(look, facts, 1 if large.is_narrow(look) else 2))
        done = PrimaryButton(look, contents.done)
        foot = [reports(done, "foot.primary", e.ContinuePressed(), send)]
        if contents.staff:
            staff = Button(look, contents.staff, "lock")
            beside = reports(staff, "machine.staff", StaffPressed(StaffButton.OPEN), send)
            if look.layout.one_button:
                self.add(beside)
            else:
                foot.append(beside)
        self.set_foot(foot)
