# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The last moment to stop a sending, told by lamps and words, and the offer of everything larger and slower."""

from dataclasses import dataclass

from accessibility.preferences import Preferences
from core.ids import Language
from core.visit.pages import Recall
from core.visit.state import Visit
from i18n.messages import Messages
from ui.present import offices
from ui.present.reading import Item, button, heading, sentence, shown
from ui.present.setting import Setting
from ui.present.still import lamps_lit


@dataclass(frozen=True, slots=True)
class RecallContents:
    """`lit` of six lamps burn; when none does, it leaves."""

    language: Language
    heading: str
    text: str
    lit: int
    stop: str

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        return shown(
            heading(self.heading, self.language),
            sentence(self.text, self.language),
            button(self.stop, self.language),
        )


@dataclass(frozen=True, slots=True)
class OfferPaceContents:
    """`wished` is what the preferences become with a yes."""

    language: Language
    heading: str
    text: str
    yes: str
    no: str
    wished: Preferences

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        return shown(
            heading(self.heading, self.language),
            sentence(self.text, self.language),
            button(self.yes, self.language),
            button(self.no, self.language),
        )


def present_recall(visit: Visit, page: Recall, texts: Messages) -> RecallContents:
    """Where it goes, and that it can be stopped. ValueError without a form, which the visit never lets happen."""
    if visit.filling is None:
        raise ValueError("a sending that can be stopped needs its form")
    return RecallContents(
        language=visit.language,
        heading=texts.text("recall.heading"),
        text=texts.text("recall.text", names=offices.recipients_line(visit, visit.filling, texts)),
        lit=lamps_lit(page.left, visit.delays.recall),
        stop=texts.text("recall.stop"),
    )


def present_offer_pace(visit: Visit, texts: Messages, setting: Setting) -> OfferPaceContents:
    """What larger and slower brings, in few words."""
    return OfferPaceContents(
        language=visit.language,
        heading=texts.text("offer.heading"),
        text=texts.text("offer.text"),
        yes=texts.text("offer.yes"),
        no=texts.text("offer.no"),
        wished=setting.with_pace(assisted=True),
    )
