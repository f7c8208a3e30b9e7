# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check an application: a number is typed, and what this machine knows of it is shown, or that it knows nothing."""

from dataclasses import dataclass

from core import seal_number
from core.ids import Language
from core.submission import Delivery
from core.text import Phrase
from core.visit.pages import Status
from core.visit.state import Visit
from i18n.direction import plain
from i18n.messages import Messages
from i18n.references import reference_line
from ui.present import offices, outside
from ui.present.mending import MendingContents, present_mending
from ui.present.moments import when
from ui.present.number import has_reference, number_slip
from ui.present.printing import PrintContents
from ui.present.reading import Item, Role, button, heading, quoted, sentence, shown
from ui.present.sent import (
    Advice,
    Tone,
    advice,
    advice_items,
    does_not_answer,
    paper_of,
    picture,
    way_items,
)
from ui.present.setting import Setting
from ui.present.way import WayStep, way

LONGEST = 60
"""Characters of a number that was typed, when it is said again."""


@dataclass(frozen=True, slots=True)
class AskContents:
    """The field for the number. `none` says that nothing was found for what stands in it, `receipt_first` that letters
    are so large that the foot holds what leads on alone, under the other button."""

    language: Language
    heading: str
    text: str
    field: str
    typed: str
    none: Advice | None
    keyboard: bool
    letters: str
    look: str
    receipt: str
    receipt_first: bool = False

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        typed = Phrase(self.typed, self.language)
        look, receipt = button(self.look, self.language), button(self.receipt, self.language)
        return shown(
            advice_items((self.none,), self.language) if self.none is not None else (),
            heading(self.heading, self.language),
            sentence(self.text, self.language),
            Item(Phrase(self.field, self.language), Role.FIELD, value=typed),
            *((receipt, look) if self.receipt_first else (look, receipt)),
        )


@dataclass(frozen=True, slots=True)
class FoundContents:
    """What is known of an application. `spoken` is its number, one sign after another."""

    language: Language
    picture: str
    eyebrow: str
    spoken: str
    heading: str
    state: str
    way: tuple[WayStep, ...]
    advice: tuple[Advice, ...]
    seen: str
    printing: PrintContents
    another: str
    mending: MendingContents

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        return shown(
            quoted(Phrase(self.spoken, self.language), private=True),
            heading(self.heading, self.language),
            sentence(self.state, self.language),
            way_items(self.way, self.language),
            advice_items(self.advice, self.language),
            self.mending.items(self.language),
            sentence(self.seen, self.language),
            button(self.another, self.language),
            sentence(self.printing.state, self.language),
            button(self.printing.text, self.language),
        )


StatusContents = AskContents | FoundContents


def present_status(visit: Visit, page: Status, texts: Messages, setting: Setting) -> StatusContents:
    """The field, or what was found for what stands in it."""
    asked = page.asked if page.asked and page.asked == page.typed else ""
    if asked and page.found is not None:
        return _found(visit, page.found, texts, setting)
    return AskContents(
        language=visit.language,
        heading=texts.text("status.heading"),
        text=texts.text("status.text"),
        field=texts.text("status.field"),
        typed=page.typed,
        none=_none(asked, texts) if asked else None,
        keyboard=setting.keyboard,
        letters=texts.text("question.letters"),
        look=texts.text("status.look"),
        receipt=texts.text("receipt.open"),
        receipt_first=setting.one_button,
    )


def _none(asked: str, texts: Messages) -> Advice:
    language = Language(texts.language)
    number = plain(asked, LONGEST, lines=False)
    slipped = seal_number.normalise(asked) == seal_number.SealProblem("seal.check")
    text = texts.text("status.slip" if slipped else "status.none.text")
    return Advice(
        Tone.ERROR, "problem", texts.text("status.none.title", number=number), Phrase(text, language)
    )


def _found(visit: Visit, delivery: Delivery, texts: Messages, setting: Setting) -> FoundContents:
    language = Language(texts.language)
    service = visit.service(delivery.service)
    name = offices.office(visit.catalogue, delivery.organisation, texts)
    title = outside.name(service.name, language).text if service is not None else ""
    slip = number_slip(delivery, texts)
    line = reference_line(" ".join(slip.groups))
    moment = when(delivery.changed, setting.now, texts)
    mending = present_mending(visit, delivery, texts)
    return FoundContents(
        language=language,
        picture=picture(delivery.state),
        eyebrow=texts.text("status.application", number=line),
        spoken=texts.text("status.application", number=slip.spoken),
        heading=title or texts.text("status.unknown_service"),
        state=offices.begin(texts.text(f"sent.{delivery.state.value}.heading", name=name)),
        way=way(
            delivery, service, name, offline=does_not_answer(visit, delivery), now=setting.now, texts=texts
        ),
        advice=advice(delivery, texts, setting, mendable=bool(mending.mend)),
        seen=offices.begin(texts.text("status.seen", name=name, when=moment))
        if has_reference(delivery)
        else texts.text("status.seen_here"),
        printing=paper_of(visit, delivery, texts, setting),
        another=texts.text("status.another"),
        mending=mending,
    )
