# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets staff choose among the services of the town by name, where the machine knows its list.

Without a list, or with a very long one, they are written by hand. What a file names and the list does not have stays
among the choices, marked as unknown.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from core.catalogue import Catalogue
from core.ids import Language
from core.offer import short_name
from i18n.direction import isolate
from i18n.messages import Messages
from ui.present import outside

LISTS: Final = ("hidden", "only")
MOST_SHOWN: Final = 300
"""So many services can still be looked through on one page after the other."""

Values = Mapping[str, Any]
Schema = dict[str, Any]


def chosen_from(schema: Schema, values: Values, catalogue: Catalogue) -> Schema:
    """The schema of a profile in which both lists hold choices."""
    if not 0 < len(catalogue.services) <= MOST_SHOWN:
        return schema
    properties = dict(schema["properties"])
    table = dict(properties["services"])
    given = values.get("services")
    table["properties"] = {
        key: {
            **one,
            "items": {"enum": _names(given.get(key) if isinstance(given, dict) else None, catalogue)},
        }
        for key, one in table["properties"].items()
    }
    return {**schema, "properties": {**properties, "services": table}}


def named(schema: Schema, catalogue: Catalogue, texts: Messages) -> Schema:
    """The same once it has words: each choice is called as the service is."""
    table = schema["properties"]["services"]
    for key in LISTS:
        choices = table["properties"][key]["items"].get("oneOf", ())
        for choice in choices:
            choice["title"] = _title(str(choice["const"]), catalogue, texts)
    return schema


def _names(given: object, catalogue: Catalogue) -> list[str]:
    """How each service is named in the file: as it is already, or else as shortly as it can be."""
    there = [one for one in given if isinstance(one, str)] if isinstance(given, list) else []
    counted = Counter(short_name(one) for one in catalogue.services)
    found: dict[str, None] = {}
    for service in catalogue.services:
        short = short_name(service)
        known = [one for one in there if one in (service, short)]
        usual = short if short and counted[short] == 1 else str(service)
        found.update(dict.fromkeys(known or [usual]))
    return [*found, *(one for one in dict.fromkeys(there) if one not in found)]


def _title(name: str, catalogue: Catalogue, texts: Messages) -> str:
    for service in catalogue.services.values():
        if name in (service.id, short_name(service.id)):
            said = outside.name(service.name, Language(texts.language))
            return isolate(said.text, said.language) if said.text else name
    return texts.text("profile.service_unknown", name=isolate(name, "en"))
