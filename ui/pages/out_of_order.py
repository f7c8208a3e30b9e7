# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Out of order: where else to go, in every language of the machine."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.text import Phrase
from core.visit import events as e
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.reporting import Send, reports
from ui.parts.asides import Facts
from ui.parts.grid import Grid
from ui.parts.text import PlainText
from ui.parts.tiles import LanguageButton
from ui.present.out_of_order import OutOfOrderContents


class OutOfOrderPage(PageFrame):
    """What helps comes before the languages: whoever reads this one need not look further."""

    def __init__(
        self, look: Look, contents: OutOfOrderContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        own = contents.language
        hint = Phrase(contents.text, own)
        large.head(self, look, Phrase(contents.heading, own), picture="problem", hint=hint)
        self.add(PlainText(look, contents.answers, "strong"))
        if large.is_very_large(look):
            large.add_pairs(self, look, ((way.title, way.text) for way in contents.ways))
        elif contents.ways:
            ways = [(way.picture, way.title, way.text.text, way.text.language) for way in contents.ways]
            self.add(Facts(look, ways, 1))
        buttons: list[QWidget] = [
            reports(
                LanguageButton(look, offer.name.text, offer.language),
                f"language.{offer.language}",
                e.LanguageChosen(offer.language),
                send,
            )
            for offer in contents.languages
        ]
        if buttons:
            self.add(Grid(look, buttons, 1 if look.layout.columns == 1 else 2))
