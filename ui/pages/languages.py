# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""All languages, each in its own script."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.text import Phrase
from core.visit import events as e
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.reporting import Send, reports
from ui.parts.buttons import Button
from ui.parts.choice import ChoiceCard
from ui.parts.grid import Grid
from ui.parts.text import PlainText
from ui.present.languages import LanguagesContents

MOST_LANGUAGES = 20
"""Languages are found by their script and not by reading, as keys are; they are not choices to weigh (UND-01)."""


class LanguagesPage(PageFrame):
    """One press changes the language and goes back to where one was."""

    def __init__(
        self, look: Look, contents: LanguagesContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        # People look for the shape of their own script: the fewer parts to turn, the better.
        self.most_controls = MOST_LANGUAGES if not look.preferences.assisted else self.most_controls
        own = contents.language
        heading, note = Phrase(contents.heading, own), Phrase(contents.note, own)
        large.plain_head(self, look, heading, note)
        for line in contents.partly:
            self.add(PlainText(look, line.text, color="ink_soft", language=line.language))
        offers = [
            reports(
                ChoiceCard(look, offer.name.text, chosen=offer.chosen, language=offer.language, whole=True),
                f"language.{offer.language}",
                e.LanguageChosen(offer.language),
                send,
            )
            for offer in contents.offers
        ]
        self.add(Grid(look, offers, look.layout.columns, gap="s2"))
        stay = Button(look, contents.stay, "back")
        self.set_foot([reports(stay, "foot.primary", e.ContinuePressed(), send)])
