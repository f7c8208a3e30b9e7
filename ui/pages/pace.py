# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The last moment to stop a sending, and the offer of everything larger and slower."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.text import Phrase
from core.visit import events as e
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.lamps_above import lamps_above
from ui.pages.reporting import Send, reports
from ui.parts.boxes import Row
from ui.parts.buttons import Button, PrimaryButton
from ui.present.pace import OfferPaceContents, RecallContents


class RecallPage(PageFrame):
    """Lamps go out one by one; one button stops it."""

    def __init__(
        self, look: Look, contents: RecallContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._contents = contents
        self._lamps = lamps_above(self, contents.lit, contents.heading, contents.text)
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
