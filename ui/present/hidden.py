# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in the place of a page that its person has hidden."""

from dataclasses import dataclass

from core.ids import Language
from core.visit import pages as p
from core.visit.state import Visit
from i18n.messages import Messages
from ui.present.reading import Item, button, heading, sentence, shown


@dataclass(frozen=True, slots=True)
class HiddenContents:
    """Nothing of the page below is among these words, not even its name."""

    language: Language
    heading: str
    text: str
    show: str

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        return shown(
            heading(self.heading, self.language),
            sentence(self.text, self.language),
            button(self.show, self.language),
        )


def present_hidden(visit: Visit, texts: Messages) -> HiddenContents:
    """The words, the same over every page."""
    return HiddenContents(
        language=visit.language,
        heading=texts.text("hidden.heading"),
        text=texts.text("hidden.text"),
        show=texts.text("hidden.show"),
    )


def hide(visit: Visit, texts: Messages) -> str:
    """The button that hides the page; empty where nobody has been anywhere yet."""
    return "" if isinstance(visit.page, p.Welcome | p.Finished | p.OutOfOrder) else texts.text("hidden.hide")
