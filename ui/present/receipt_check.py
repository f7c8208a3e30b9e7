# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check a receipt: the field for its code, or whether a machine of this town printed it and what it said then."""

from dataclasses import dataclass
from typing import assert_never

from core.catalogue import PublicOrganisation, PublicService
from core.ids import Language
from core.signed_receipt import Damaged, Foreign, Genuine, PrintedReceipt, mark_of
from core.text import LocalisedText, Phrase
from core.visit.pages import ReceiptCheck
from core.visit.state import Visit
from i18n.direction import isolate, plain
from i18n.messages import Messages
from i18n.references import reference_groups
from ui.present import offices, outside
from ui.present.moments import in_full
from ui.present.number import LONGEST
from ui.present.reading import Item, Role, button, heading, quoted, sentence, shown
from ui.present.service_facts import Fact
from ui.present.setting import Setting


@dataclass(frozen=True, slots=True)
class ReceiptAskContents:
    """The field for the code."""

    language: Language
    heading: str
    text: str
    field: str
    typed: str
    keyboard: bool
    letters: str
    check: str

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        own = self.language
        return shown(
            heading(self.heading, own),
            sentence(self.text, own),
            Item(Phrase(self.field, own), Role.FIELD, value=Phrase(self.typed, own)),
            button(self.check, own),
        )


@dataclass(frozen=True, slots=True)
class VerdictContents:
    """What the code is, and for a genuine one what the machine said that printed it."""

    language: Language
    picture: str
    heading: str
    text: str
    facts: tuple[Fact, ...]
    another: str
    follow: str

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        own = self.language
        return shown(
            heading(self.heading, own),
            sentence(self.text, own),
            (
                one
                for fact in self.facts
                for one in (sentence(fact.title, own), quoted(fact.text, private=True))
            ),
            button(self.another, own),
            button(self.follow, own),
        )


ReceiptCheckContents = ReceiptAskContents | VerdictContents


def present_receipt_check(
    visit: Visit, page: ReceiptCheck, texts: Messages, setting: Setting
) -> ReceiptCheckContents:
    """The field, or the verdict on what stands in it."""
    verdict = page.verdict if page.asked and page.asked == page.typed else None
    match verdict:
        case None:
            return ReceiptAskContents(
                language=visit.language,
                heading=texts.text("receipt.open"),
                text=texts.text("receipt.text" if setting.scans_receipts else "receipt.typed"),
                field=texts.text("receipt.field"),
                typed=page.typed,
                keyboard=setting.keyboard,
                letters=texts.text("question.letters"),
                check=texts.text("receipt.check"),
            )
        case Genuine(receipt=receipt):
            moment = in_full(receipt.printed, setting.now, texts)
            text = texts.text("receipt.genuine_text", moment=moment, machine=_machine(receipt))
            facts = _facts(receipt, visit, texts, setting)
            return _verdict("accepted", texts.text("receipt.genuine"), text, facts, texts)
        case Foreign():
            head = texts.text("receipt.foreign", town=setting.town_in(texts.language))
            return _verdict("problem", head, texts.text("receipt.foreign_text"), (), texts)
        case Damaged():
            return _verdict(
                "problem", texts.text("receipt.damaged"), texts.text("receipt.damaged_text"), (), texts
            )
        case _:
            assert_never(verdict)


def _verdict(picture: str, head: str, text: str, facts: tuple[Fact, ...], texts: Messages) -> VerdictContents:
    return VerdictContents(
        language=Language(texts.language),
        picture=picture,
        heading=head,
        text=text,
        facts=facts,
        another=texts.text("receipt.another"),
        follow=texts.text("receipt.follow") if facts else "",
    )


def _machine(receipt: PrintedReceipt) -> str:
    return isolate(plain(receipt.machine, LONGEST, lines=False), "en")


def _facts(receipt: PrintedReceipt, visit: Visit, texts: Messages, setting: Setting) -> tuple[Fact, ...]:
    own = Language(texts.language)
    catalogue = visit.catalogue
    offered: PublicService | None = next(
        (one for one in catalogue.services.values() if mark_of(one.id) == receipt.service), None
    )
    holder: PublicOrganisation | None = next(
        (one for one in catalogue.organisations.values() if mark_of(one.id) == receipt.office), None
    )
    name = offices.named(holder.name if holder is not None else LocalisedText(), texts)
    service = outside.name(offered.name, own) if offered is not None else Phrase("", own)
    number = plain(receipt.reference or receipt.seal, LONGEST, lines=False)
    groups = " ".join(reference_groups(number) or (number,))
    state = offices.begin(texts.text(f"paper.{receipt.state.value}", name=name))
    return (
        Fact("received", texts.text("receipt.state"), Phrase(state, own)),
        Fact(
            "documents",
            texts.text("receipt.service"),
            service if service.text else Phrase(texts.text("status.unknown_service"), own),
        ),
        Fact("card", texts.text("receipt.number"), Phrase(groups, Language("en"))),
        Fact(
            "clock", texts.text("receipt.sealed"), Phrase(in_full(receipt.created, setting.now, texts), own)
        ),
    )
