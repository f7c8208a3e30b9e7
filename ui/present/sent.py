# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""After Send: where the submission is now, in words that never say more than was proven."""

from dataclasses import dataclass
from enum import Enum
from typing import assert_never

from core.ids import Language
from core.submission import Delivery, DeliveryState
from core.text import Phrase
from core.visit.answers import Hindrance
from core.visit.pages import Sent
from core.visit.state import Visit
from i18n.direction import plain
from i18n.messages import Messages
from ui.present import offices
from ui.present.mending import MendingContents, present_mending
from ui.present.moments import minutes_since, when
from ui.present.number import NumberSlip, has_reference, number_slip
from ui.present.printing import PrintContents, printing
from ui.present.reading import Item, button, heading, quoted, sentence, shown
from ui.present.setting import Setting
from ui.present.way import WayStep, arrived, way

REASON = 400
"""Characters of an agency's own words that are shown."""


class Tone(Enum):
    """How a note is drawn; each has its word and drawing besides its colour."""

    WAIT = "wait"
    DONE = "done"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Advice:
    """A note that says what one can do, or need not do."""

    tone: Tone
    picture: str
    title: str
    text: Phrase


@dataclass(frozen=True, slots=True)
class SentContents:
    """Where a submission is. `way_title` is empty where the heading says it already."""

    language: Language
    picture: str
    heading: str
    texts: tuple[Phrase, ...]
    way_title: str
    way: tuple[WayStep, ...]
    closing: str
    advice: tuple[Advice, ...]
    number: NumberSlip
    printing: PrintContents
    another: str
    mending: MendingContents

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        return shown(
            heading(self.heading, self.language),
            (quoted(text) for text in self.texts),
            sentence(self.way_title, self.language),
            way_items(self.way, self.language),
            sentence(self.closing, self.language),
            advice_items(self.advice, self.language),
            number_items(self.number, self.language),
            self.mending.items(self.language),
            sentence(self.printing.state, self.language),
            button(self.printing.text, self.language),
            button(self.another, self.language),
        )


def way_items(steps: tuple[WayStep, ...], language: Language) -> tuple[Item, ...]:
    """The way, in reading order."""
    return tuple(
        item for step in steps for item in (sentence(step.title, language), sentence(step.text, language))
    )


def advice_items(advice: tuple[Advice, ...], language: Language) -> tuple[Item, ...]:
    """Notes, in reading order."""
    return tuple(item for one in advice for item in (sentence(one.title, language), quoted(one.text)))


def number_items(number: NumberSlip, language: Language) -> tuple[Item, ...]:
    """A number, spelled."""
    own = quoted(Phrase(number.spoken, language), private=True)
    return (sentence(number.title, language), own, sentence(number.hint, language))


def present_sent(visit: Visit, page: Sent, texts: Messages, setting: Setting) -> SentContents:
    """What the page says. ValueError without the delivery of that submission, which the visit never lets happen."""
    delivery = visit.delivery
    if delivery is None or delivery.id != page.submission:
        raise ValueError("a sent page needs its delivery")
    language = Language(texts.language)
    name = offices.office(visit.catalogue, delivery.organisation, texts)
    offline = does_not_answer(visit, delivery)
    hindrance = visit.hindrance if visit.news is None else visit.news.hindrance
    received = has_reference(delivery)
    mending = present_mending(visit, delivery, texts)
    steps = way(
        delivery, visit.service(delivery.service), name, offline=offline, now=setting.now, texts=texts
    )
    return SentContents(
        language=language,
        picture=picture(delivery.state),
        heading=offices.begin(texts.text(f"sent.{delivery.state.value}.heading", name=name)),
        texts=tuple(
            Phrase(line, language) for line in _lines(delivery, name, offline, hindrance, texts, setting)
        ),
        way_title=texts.text("sent.next") if received else "",
        way=arrived(steps) if delivery.state is DeliveryState.RECEIVED else steps,
        closing=texts.text("sent.nothing_more") if delivery.state is DeliveryState.RECEIVED else "",
        advice=advice(delivery, texts, setting, mendable=bool(mending.mend)),
        number=number_slip(delivery, texts),
        printing=paper_of(visit, delivery, texts, setting),
        another=texts.text("sent.another"),
        mending=mending,
    )


def does_not_answer(visit: Visit, delivery: Delivery) -> bool:
    """Whether the agency of a submission does not answer at the moment, as far as this machine knows."""
    if visit.connected_now is False:
        return True
    service = visit.service(delivery.service)
    unreachable = visit.unreachable if visit.news is None else visit.news.unreachable
    return service is not None and service.api is not None and service.api.endpoint in unreachable


def picture(state: DeliveryState) -> str:
    """The drawing on the door of a state."""
    match state:
        case DeliveryState.SEALED:
            return "sealed"
        case DeliveryState.LEAVING:
            return "leaving"
        case DeliveryState.CHECKING:
            return "search"
        case DeliveryState.RECEIVED:
            return "received"
        case DeliveryState.ACCEPTED:
            return "accepted"
        case DeliveryState.NEEDS_YOU | DeliveryState.ATTENTION:
            return "needs-you"
        case DeliveryState.DECIDED:
            return "decided"
        case DeliveryState.REFUSED:
            return "problem"
        case _:
            assert_never(state)


def _lines(
    delivery: Delivery,
    name: str,
    offline: bool,
    hindrance: Hindrance | None,
    texts: Messages,
    setting: Setting,
) -> tuple[str, ...]:
    state = delivery.state
    moment = when(delivery.changed, setting.now, texts)
    if state is DeliveryState.SEALED and offline:
        first = texts.text("sent.sealed.offline", name=name)
    else:
        first = texts.text(f"sent.{state.value}.text", name=name, when=moment)
    if hindrance is not None and state is DeliveryState.SEALED and offline:
        # Who goes slowly has few lines on a page, and reads it in the line on top.
        slowly = setting.preferences.assisted
        return (first,) if slowly else (first, texts.text(f"sent.hindered.{hindrance.value}"))
    waited = minutes_since(delivery.created, setting.now, texts)
    trying = state in (DeliveryState.LEAVING, DeliveryState.CHECKING) or (
        state is DeliveryState.SEALED and not offline
    )
    return (first, texts.text("sent.waited", time=waited)) if trying and waited else (first,)


def advice(
    delivery: Delivery, texts: Messages, setting: Setting, *, mendable: bool = False
) -> tuple[Advice, ...]:
    """What one can do now, or need not do. The agency's own words are plain text and shortened.

    `mendable` where it can be changed and sent again.
    """
    language = Language(texts.language)

    def note(drawing: str, title: str, text: str) -> Advice:
        return Advice(Tone.WAIT, drawing, texts.text(title), Phrase(texts.text(text), language))

    match delivery.state:
        case DeliveryState.SEALED | DeliveryState.LEAVING | DeliveryState.CHECKING:
            if setting.trial_mode:
                return (note("problem", "sent.trial.title", "sent.trial.text"),)
            return (note("clock", "sent.you_may_go.title", "sent.you_may_go.text"),)
        case DeliveryState.REFUSED:
            on = note("help-person", "sent.refused.on.title", "sent.refused.on.text")
            if mendable:
                on = note("edit", "sent.refused.on.title", "mend.text")
            return (*_their_words(delivery, Tone.ERROR, "problem", texts), on)
        case DeliveryState.ATTENTION:
            return (note("help-person", "sent.attention.on.title", "sent.attention.on.text"),)
        case DeliveryState.NEEDS_YOU:
            on = note("needs-you", "sent.refused.on.title", "sent.needs_you.on.text")
            return (*_their_words(delivery, Tone.WAIT, "counter", texts), on)
        case DeliveryState.RECEIVED | DeliveryState.ACCEPTED | DeliveryState.DECIDED:
            return _their_words(delivery, Tone.WAIT, "counter", texts)
        case _:
            assert_never(delivery.state)


def _their_words(delivery: Delivery, tone: Tone, drawing: str, texts: Messages) -> tuple[Advice, ...]:
    """What the agency itself says of it, in whatever language; nothing where it said nothing."""
    words = plain(delivery.reason, REASON)
    refused = delivery.state is DeliveryState.REFUSED
    title = texts.text("sent.refused.reason" if refused else "sent.told.words")
    return (Advice(tone, drawing, title, Phrase(words, Language("und"))),) if words else ()


def paper_of(visit: Visit, delivery: Delivery, texts: Messages, setting: Setting) -> PrintContents:
    """The paper. It is called a receipt only once the agency has answered."""
    ask = texts.text("sent.print_receipt" if has_reference(delivery) else "sent.print_note")
    return printing(visit, ask, texts, setting)
