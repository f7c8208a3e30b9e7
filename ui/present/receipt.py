# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands on the paper: a receipt once the agency has answered, before that a sealed note. Nothing personal."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.catalogue import Catalogue, PublicService
from core.ids import Language
from core.submission import Delivery, DeliveryState
from core.text import Phrase
from i18n.direction import isolate, plain
from i18n.formats import duration_days
from i18n.messages import Messages
from ui.present import offices, outside
from ui.present.check import answers_of
from ui.present.moments import in_full
from ui.present.number import NumberSlip, has_reference, number_slip
from ui.present.sent import REASON
from ui.present.setting import Setting

if TYPE_CHECKING:
    from core.forms.entry import Entry

LARGE_PRINT_STEP = 3
"""From this text size on, the paper is printed large, too."""


@dataclass(frozen=True, slots=True)
class PaperPart:
    """One language's part of the paper, with everything that the other part says."""

    language: Language
    state: str
    facts: tuple[Phrase, ...]
    number_title: str
    next_title: str
    next: str
    reason_title: str
    reason: Phrase
    ask_title: str
    ask: str
    printed: str
    signed: str
    end: str


@dataclass(frozen=True, slots=True)
class ReceiptContents:
    """The paper: the person's language first, then the office's where it is another.

    `code` is what the picture to scan holds: what stands here, signed; only the number where it is not printed.
    `sent` are questions with their answers, on somebody's own machine only.
    """

    title: str
    town: str
    number: NumberSlip
    parts: tuple[PaperPart, ...]
    large: bool
    code: str
    sent_title: str = ""
    sent: tuple[tuple[Phrase, Phrase], ...] = ()


def present_receipt(
    delivery: Delivery,
    catalogue: Catalogue,
    texts: Messages,
    office_texts: Messages,
    setting: Setting,
    signed: str = "",
    sent: "Entry | None" = None,
) -> ReceiptContents:
    """The paper for a submission as it stands now. `office_texts` are in the office's language.

    `signed` is the code of `core.signed_receipt`; `sent` are the answers, for paper at home.
    """
    languages = (texts,) if texts.language == office_texts.language else (texts, office_texts)
    kind = "paper.title_received" if has_reference(delivery) else "paper.title_sealed"
    number = number_slip(delivery, texts)
    return ReceiptContents(
        title=texts.text(kind),
        town=setting.town_in(texts.language),
        number=number,
        parts=tuple(_part(delivery, catalogue, one, setting) for one in languages),
        large=setting.preferences.text_step >= LARGE_PRINT_STEP,
        code=signed or number.code,
        sent_title=texts.text("paper.sent") if sent is not None else "",
        sent=answers_of(sent, texts, setting) if sent is not None else (),
    )


def _part(delivery: Delivery, catalogue: Catalogue, texts: Messages, setting: Setting) -> PaperPart:
    language = Language(texts.language)
    service = catalogue.services.get(delivery.service)
    name = offices.office(catalogue, delivery.organisation, texts)
    received = has_reference(delivery)
    what = outside.name(service.name, language) if service is not None else Phrase("", language)
    moment = in_full(delivery.changed if received else delivery.created, setting.now, texts)
    whom = "" if received else texts.text("paper.for", name=name)
    reason = plain(delivery.reason, REASON) if delivery.state is DeliveryState.REFUSED else ""
    phone = isolate(setting.phone, "en") if setting.phone else ""
    return PaperPart(
        language=language,
        state=offices.begin(texts.text(f"paper.{delivery.state.value}", name=name)),
        facts=tuple(line for line in (what, Phrase(moment, language), Phrase(whom, language)) if line.text),
        number_title=texts.text("paper.number" if received else "paper.seal"),
        next_title=texts.text("paper.next"),
        next=_next(delivery, service, name, texts),
        reason_title=offices.begin(texts.text("paper.reason", name=name)) if reason else "",
        reason=Phrase(reason, Language("und")),
        ask_title=texts.text("paper.ask"),
        ask=texts.text("paper.ask.text", phone=phone) if phone else texts.text("paper.ask.no_phone"),
        printed=texts.text(
            "paper.printed",
            moment=in_full(setting.now.timestamp(), setting.now, texts),
            machine=isolate(setting.machine, "en"),
        ),
        signed=texts.text("paper.signed", town=setting.town_in(language)),
        end=texts.text("paper.end_home" if setting.at_home else "paper.end"),
    )


def _next(delivery: Delivery, service: PublicService | None, name: str, texts: Messages) -> str:
    days = service.processing_days if service is not None else None
    time = duration_days(days, texts.language) if days else ""
    match delivery.state:
        case DeliveryState.RECEIVED | DeliveryState.ACCEPTED:
            key = "paper.next.received_days" if days else "paper.next.received"
        case DeliveryState.SEALED | DeliveryState.LEAVING:
            key = "paper.next.sealed"
        case _:
            key = f"paper.next.{delivery.state.value}"
    return offices.begin(texts.text(key, name=name, time=time))
