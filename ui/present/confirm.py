# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page that asks the person themselves, while somebody helps beside them."""

from dataclasses import dataclass

from core.ids import Language
from core.visit.pages import ConfirmAct
from core.visit.state import Visit
from i18n.messages import Messages
from ui.present.reading import Item, button, heading, sentence, shown


@dataclass(frozen=True, slots=True)
class ConfirmContents:
    """What would happen, a yes for the person's own finger, and a no that is as easy."""

    language: Language
    heading: str
    text: str
    yes: str
    no: str

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        return shown(
            heading(self.heading, self.language),
            sentence(self.text, self.language),
            button(self.yes, self.language),
            button(self.no, self.language),
        )


def present_confirm(visit: Visit, over: ConfirmAct, texts: Messages) -> ConfirmContents:
    """The page for one act."""
    return ConfirmContents(
        language=visit.language,
        heading=texts.text(f"helping.act.{over.act.value}"),
        text=texts.text("helping.confirm_text"),
        yes=texts.text("helping.yes"),
        no=texts.text("helping.no"),
    )
