# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Something expected went wrong: says what, what stays safe, and the ways on."""

from dataclasses import dataclass

from core.errors import Trouble
from core.ids import Language
from core.visit.pages import InTrouble
from core.visit.state import Visit
from i18n.messages import Messages
from ui.present.reading import Item, button, heading, sentence, shown


@dataclass(frozen=True, slots=True)
class TroubleContents:
    """`safe` says that the answers are kept; empty when there are none."""

    language: Language
    heading: str
    text: str
    safe: str
    back: str
    person: str
    other: str

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        return shown(
            heading(self.heading, self.language),
            sentence(self.text, self.language),
            sentence(self.safe, self.language),
            button(self.back, self.language),
            button(self.person, self.language),
            button(self.other, self.language),
        )


def present_trouble(visit: Visit, page: InTrouble, texts: Messages) -> TroubleContents:
    """What happened, in words for the citizen. Details for staff are in the log only."""
    answered = visit.filling is not None and visit.filling.answered
    return TroubleContents(
        language=visit.language,
        heading=texts.text("in_trouble.heading"),
        text=said(page.trouble, texts),
        safe=texts.text("in_trouble.safe") if answered else "",
        back=texts.text("in_trouble.back") if visit.trail else "",
        person=texts.text("in_trouble.person"),
        other=texts.text("in_trouble.other"),
    )


def said(trouble: Trouble, texts: Messages) -> str:
    """A trouble as a sentence."""
    return texts.text(trouble.key, **trouble.values)
