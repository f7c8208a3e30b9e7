# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A service as one row of a list: its name, who does it, cost, time to the answer, and its mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.catalogue import Cost, PublicService
from core.ids import Language, ServiceId
from core.text import Phrase
from core.visit.state import Visit
from i18n.direction import within
from i18n.formats import money
from i18n.messages import Messages
from ui.present import drawings, outside
from ui.present.availability import MarkContents, mark
from ui.present.reading import Item, Role, sentence

BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Wording:
    """The message keys for cost and time, which are worded otherwise inside a line than on their own."""

    free: str
    cheapest: str
    at_once: str
    within: str


IN_LINE = Wording("cost.free", "cost.from", "answer.at_once", "answer.within")
ALONE = Wording("fact.free", "fact.cost_from", "fact.at_once", "fact.within")


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """One service in a list."""

    service: ServiceId
    picture: str
    name: Phrase
    facts: str
    mark: MarkContents


def row(visit: Visit, service: PublicService, texts: Messages) -> ServiceRow:
    """The row of one service."""
    organisation = visit.catalogue.organisations.get(service.organisation)
    who = outside.name(organisation.name, visit.language).text if organisation is not None else ""
    facts = (within(who, visit.language), cost(service, texts, IN_LINE), answer_time(service, texts, IN_LINE))
    return ServiceRow(
        service.id,
        drawings.of_service(visit.catalogue, service),
        outside.name(service.name, visit.language),
        BETWEEN.join(fact for fact in facts if fact),
        mark(visit.availability(service), texts),
    )


def cost(service: PublicService, texts: Messages, wording: Wording) -> str:
    """The cost in a few words; empty when the catalogue does not say."""
    amounts = [one for one in service.costs if one.amount is not None]
    if not amounts:
        worded = (outside.name(one.description, Language(texts.language)).text for one in service.costs)
        return next((words for words in worded if words), "")
    if all(one.amount == Decimal(0) for one in amounts):
        return texts.text(wording.free)
    cheapest = min(amounts, key=lambda one: one.amount or Decimal(0))
    amount = _amount(cheapest, texts.language)
    if len(amounts) > 1:
        return texts.text(wording.cheapest, amount=amount)
    return amount


def _amount(cost: Cost, language: str) -> str:
    """The catalogue's own words when they name the amount: it knows what its money is called."""
    words = outside.name(cost.description, Language(language))
    if words.language == language and any(character.isdigit() for character in words.text):
        return words.text
    return money(cost.amount or Decimal(0), cost.currency, language)


def answer_time(service: PublicService, texts: Messages, wording: Wording) -> str:
    """How long the answer takes, in a few words; empty when the catalogue does not say."""
    days = service.processing_days
    if days is None:
        return ""
    if days == 0:
        return texts.text(wording.at_once)
    return texts.plural(wording.within, days)


def rows_items(rows: Sequence[ServiceRow], language: Language) -> tuple[Item, ...]:
    """The rows in reading order."""
    return tuple(item for row in rows for item in _row_items(row, language))


def _row_items(row: ServiceRow, language: Language) -> tuple[Item, ...]:
    return (
        Item(row.name, Role.BUTTON),
        sentence(row.facts, language),
        sentence(row.mark.text, language),
    )
