# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says who gets an answer, who holds a submission, and what was begun, by name."""

from collections.abc import Iterable

from core.catalogue import Catalogue
from core.ids import Language, OrganisationId
from core.text import LocalisedText
from core.visit.state import Filling, Visit
from i18n.formats import list_join
from i18n.messages import Messages
from ui.present import outside


def office(catalogue: Catalogue, organisation: OrganisationId, texts: Messages) -> str:
    """The office's name in the language of `texts`; plain words where the catalogue does not know it."""
    found = catalogue.organisations.get(organisation)
    return named(found.name if found is not None else LocalisedText(), texts)


def named(name: LocalisedText, texts: Messages) -> str:
    """An office's name, or plain words for an office without one."""
    known = outside.name(name, Language(texts.language)).text
    return known or texts.text("office.unnamed")


def recipients(visit: Visit, filling: Filling, texts: Messages) -> tuple[str, ...]:
    """Everybody who gets the form being filled: who decides, and the partner where a partner takes it in."""
    service = visit.service(filling.service)
    ids = [service.organisation] if service is not None else []
    if filling.channel.owner not in ids:
        ids.append(filling.channel.owner)
    known = (visit.catalogue.organisations.get(one) for one in ids)
    language = Language(texts.language)
    names = tuple(outside.name(one.name, language).text for one in known if one is not None)
    return tuple(name for name in names if name) or (texts.text("office.unnamed"),)


def recipients_line(visit: Visit, filling: Filling, texts: Messages) -> str:
    """Everybody who gets the form, as a list in words."""
    return list_join(recipients(visit, filling, texts), texts.language)


def services_line(visit: Visit, fillings: Iterable[Filling], texts: Messages) -> str:
    """The services of forms begun, as a list in words; empty for none. A nameless one is called a service."""
    language = Language(texts.language)
    services = (visit.service(one.service) for one in fillings)
    names = [outside.name(one.name, language).text if one is not None else "" for one in services]
    return list_join([name or texts.text("service.unnamed") for name in names], texts.language)


def begin(text: str) -> str:
    """A sentence with a large first letter, where an office without a name stands at its beginning."""
    return text[:1].upper() + text[1:]
