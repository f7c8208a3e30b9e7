# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""At home: what a person may do with an application that nobody took, and the question before it is deleted."""

from dataclasses import dataclass

from core.ids import Language
from core.submission import Delivery, DeliveryState
from core.visit.mending import can_discard, can_mend
from core.visit.pages import AskDiscard
from core.visit.state import Visit
from i18n.messages import Messages
from ui.present import offices
from ui.present.reading import Item, button, heading, sentence, shown


@dataclass(frozen=True, slots=True)
class MendingContents:
    """Two buttons; each is empty where it is not offered."""

    mend: str = ""
    discard: str = ""

    def items(self, language: Language) -> tuple[Item, ...]:
        """In reading order."""
        return shown(button(self.mend, language), button(self.discard, language))


@dataclass(frozen=True, slots=True)
class AskDiscardContents:
    """Keeping it comes first and has the lit door, as the safe choice."""

    language: Language
    heading: str
    text: str
    keep: str
    discard: str

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        return shown(
            heading(self.heading, self.language),
            sentence(self.text, self.language),
            button(self.keep, self.language),
            button(self.discard, self.language),
        )


def present_mending(visit: Visit, delivery: Delivery, texts: Messages) -> MendingContents:
    """What can be done with this application now."""
    return MendingContents(
        texts.text("mend.mend") if can_mend(visit, delivery) else "",
        texts.text("mend.discard") if can_discard(visit, delivery) else "",
    )


def present_ask_discard(visit: Visit, page: AskDiscard, texts: Messages) -> AskDiscardContents:
    """What is lost by deleting it."""
    name = offices.office(visit.catalogue, page.delivery.organisation, texts)
    refused = page.delivery.state is DeliveryState.REFUSED
    return AskDiscardContents(
        language=visit.language,
        heading=texts.text("mend.ask.heading"),
        text=texts.text("mend.ask.refused" if refused else "mend.ask.unclear", name=name),
        keep=texts.text("mend.ask.keep"),
        discard=texts.text("mend.ask.discard"),
    )
