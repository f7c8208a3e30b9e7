# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The last moment to stop a sending, and the offer of everything larger and slower."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from accessibility.tokens import Role
from core.text import Phrase
from core.visit import events as e
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.reporting import Send, reports
from ui.pages.room import Room
from ui.parts.boxes import Column, Row
from ui.parts.buttons import Button, PrimaryButton
from ui.parts.lamps import Lamps
from ui.parts.text import PlainText
from ui.present.pace import OfferPaceContents, RecallContents


class RecallPage(PageFrame):
    """Lamps go out one by one; one button stops it."""

    def __init__(
        self, look: Look, contents: RecallContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.centred = True
        self._contents = contents
        self._lamps = Lamps(look, contents.lit)
        role: Role = "title" if large.is_very_large(look) else "hero"
        self.set_heading(contents.heading, role, above=Column(look, [self._lamps, Room(look, 6)]))
        self.add(PlainText(look, contents.text, "body" if large.is_large(look) else "field"))
        stop = PrimaryButton(look, contents.stop, "back")
        self.add(Row(look, [reports(stop, "foot.primary", e.StopPressed(), send)]))

    def refresh(self, contents: object) -> bool:
        """Put out a lamp; nothing else moves."""
        if not isinstance(contents, RecallContents):
            return False
        if (contents.language, contents.text) != (self._contents.language, self._contents.text):
            return False
        if contents.lit != self._contents.lit:
            self._lamps.set_lit(contents.lit)
        self._contents = contents
        return True


class OfferPacePage(PageFrame):
    """Yes has the lit door; no is as easy."""

    def __init__(
        self, look: Look, contents: OfferPaceContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.centred = True
        own = contents.language
        large.head(
            self,
            look,
            Phrase(contents.heading, own),
            picture="larger-slower",
            hint=Phrase(contents.text, own),
        )
        yes = reports(PrimaryButton(look, contents.yes), "foot.primary", contents.wished, send)
        no = reports(Button(look, contents.no), "foot.no", e.ContinuePressed(), send)
        self.add(Row(look, [yes, no], gap="s4"))
