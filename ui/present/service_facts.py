# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The facts about a service, a few words each: cost, answer, papers, who decides, what one gets, where."""

from dataclasses import dataclass

from core.catalogue import Catalogue, Channel, ChannelKind, PublicService
from core.ids import Language, OrganisationId
from core.text import Phrase
from i18n.direction import within
from i18n.formats import list_join
from i18n.hours import hours
from i18n.messages import Messages
from ui.present import outside
from ui.present.service_rows import ALONE, answer_time, cost


@dataclass(frozen=True, slots=True)
class Fact:
    """A drawing, a word for what it is, and the fact."""

    picture: str
    title: str
    text: Phrase


def facts(catalogue: Catalogue, service: PublicService, texts: Messages) -> tuple[Fact, ...]:
    """What the catalogue knows, most asked first; what it does not know is left out."""
    language = Language(texts.language)

    def fact(picture: str, key: str, text: str) -> Fact:
        return Fact(picture, texts.text(key), Phrase(text, language))

    bring = tuple(outside.name(one.name, language).text for one in service.evidence)
    gets = tuple(outside.name(one, language).text for one in service.outputs)
    known = (
        fact("money-taxes", "fact.cost", cost(service, texts, ALONE)),
        fact("calendar", "fact.answer", answer_time(service, texts, ALONE)),
        fact("card", "fact.bring", _listed(bring, texts)),
        fact("register", "fact.who", _who(catalogue, service, texts)),
        fact("documents", "fact.get", _listed(gets, texts)),
        _where(catalogue, service, texts),
    )
    return tuple(one for one in known if one.text.text)


def organisation_name(catalogue: Catalogue, channel: Channel | None, language: Language) -> Phrase:
    """The name of who runs a channel; empty when the catalogue does not say."""
    return _named(catalogue, channel.owner, language) if channel is not None else Phrase("", language)


def _named(catalogue: Catalogue, organisation: OrganisationId, language: Language) -> Phrase:
    found = catalogue.organisations.get(organisation)
    return outside.name(found.name, language) if found is not None else Phrase("", language)


def _who(catalogue: Catalogue, service: PublicService, texts: Messages) -> str:
    language = Language(texts.language)
    who = _named(catalogue, service.organisation, language).text
    channel = service.api
    if channel is None or channel.owner == service.organisation:
        return within(who, language) if who else ""
    owner = catalogue.organisations.get(channel.owner)
    if owner is None:
        return who
    key = "fact.who_partner" if owner.partner else "fact.who_with"
    return texts.text(key, name=who, partner=outside.name(owner.name, language).text) if who else ""


def _where(catalogue: Catalogue, service: PublicService, texts: Messages) -> Fact:
    language = Language(texts.language)
    counter = next((one for one in service.channels if one.kind is ChannelKind.COUNTER), None)
    if counter is not None:
        known = catalogue.organisations
        owner = known.get(counter.owner) or known.get(service.organisation)
        place = outside.name(counter.place, language).text
        times = counter.hours
        if owner is not None:
            place = place or outside.name(owner.place, language).text
            times = times or owner.hours
        lines = [part for part in (place, hours(times, language)) if part]
        title = texts.text("fact.where" if service.api is not None else "fact.where_only")
        return Fact("place", title, Phrase("\n".join(lines), language))
    phone = next((one.phone for one in service.channels if one.kind is ChannelKind.PHONE and one.phone), "")
    return Fact("phone", texts.text("fact.call"), Phrase(within(phone, language) if phone else "", language))


def _listed(names: tuple[str, ...], texts: Messages) -> str:
    return list_join([name for name in names if name], texts.language)
