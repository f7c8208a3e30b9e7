# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks an Open Forms server for the street of each address that it wants to have worked out itself (`deriveAddress`).

Its window does so while somebody writes; a machine without a network asks when it delivers. The server signs what it
worked out and takes no other: what it does not know goes as it was written, and the server judges it.
"""

import copy
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlencode

from core.submission import Outcome
from services.documents import Json
from services.open_forms.conversation import Conversation
from services.open_forms.reading import object_of
from services.open_forms.steps import Members, asked_inside, objects, value_at

_STREET: Final = "/geo/address-autocomplete"
_TYPE: Final = "addressNL"


def with_streets(talk: Conversation, found: list[Json], part: Members) -> Members | Outcome:
    """The answers with the server's street and town in each address, or what went wrong."""
    told = copy.deepcopy(part)
    for address in [*_addresses(found, told)]:
        code, house = address.get("postcode"), address.get("houseNumber")
        if not (isinstance(code, str) and isinstance(house, str)):
            continue
        asked = urlencode({"postcode": code.replace(" ", ""), "house_number": house})
        answer = object_of(talk.get(f"{_STREET}?{asked}"))
        if not isinstance(answer, dict):
            return answer
        street, town, signed = (answer.get(one) for one in ("streetName", "city", "secretStreetCity"))
        known = bool(street and town)
        if known:
            address.update({"streetName": street, "city": town})
        if signed and (known or not (address.get("streetName") or address.get("city"))):
            address["secretStreetCity"] = signed
        address["autoPopulated"] = known
    return told


def _addresses(found: list[Json], answers: Members) -> Iterator[Members]:
    """The answers to such components, also in the rows of lists."""
    for component in asked_inside(found):
        value = value_at(answers, str(component["key"]).split("."))
        if component.get("type") == _TYPE and component.get("deriveAddress") is True:
            if isinstance(value, dict):
                yield value
        elif isinstance(value, list) and isinstance(component.get("components"), list):
            inside: list[Json] = [*objects(component["components"])]
            for row in objects(value):
                yield from _addresses(inside, row)
