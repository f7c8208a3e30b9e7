# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds out which standard answers at an address, and what it offers there; for staff who set up a machine.

The address itself is asked first, then the places at which each standard has its list. Nothing is ever sent.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from core.ports import Clock
from core.text import FALLBACK
from services.boundary import Answer, Failed, Failure, unless_useful
from services.cpsv_ap.reader import read_catalogue
from services.documents import Json, Unreadable, read_json
from services.http import Headers, Http
from services.open311.reading import read_answer
from services.open311.records import read_discovery, read_services
from services.openrosa.agency import headers_for_reading
from services.openrosa.form_list import read_form_list
from services.outside_text import one_line

LONGEST: Final = 200
"""Characters of a name."""

MOST: Final = 500
"""Names that are told."""

ACCEPTED: Final = "application/ld+json, application/json, text/xml;q=0.9, */*;q=0.5"

_FORM_LIST, _FORMS, _FORM = "/formList", "/forms", "/form"
_PLACES: Final = (
    "",
    _FORM_LIST,
    "/services.json",
    "/services.xml",
    "/discovery.json",
    "/discovery.xml",
    "/catalogue.jsonld",
    _FORMS,
    _FORM,
)
"""Where the lists of the standards are, below their endpoints."""


class Standard(Enum):
    """What can answer at an address."""

    CPSV_AP = "CPSV-AP"
    OPENROSA = "OpenRosa"
    OPEN311 = "Open311 GeoReport v2"
    FORMIO = "Form.io"
    OPEN_FORMS = "Open Forms"
    JSON_SCHEMA = "JSON Schema"


@dataclass(frozen=True, slots=True)
class Offer:
    """A service or a form: what it is known by there, and its name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Found:
    """What answers. `endpoint` is the address that a profile and a catalogue name."""

    standard: Standard
    endpoint: str
    offers: tuple[Offer, ...]


def discover(http: Http, address: str, clock: Clock) -> Found | Failed:
    """The standard at an address; otherwise what the address itself answered."""
    base = address.rstrip("/")
    first: Failed | None = None
    for place in _PLACES:
        answer = http.get(base + place, _headers(clock))
        wrong = answer if isinstance(answer, Failed) else unless_useful(answer)
        if isinstance(answer, Answer) and wrong is None:
            found = recognised(base + place, answer)
            if found is not None:
                return found
            wrong = answer.failed(Failure.WRONG_TYPE, "no standard that is spoken here")
        first = first or wrong
        if wrong is not None and not wrong.sent:
            # Whoever cannot be reached at one place is not asked at nine.
            return wrong
    return first or Failed(Failure.WRONG_TYPE, sent=True)


def _headers(clock: Clock) -> Headers:
    return [("Accept", ACCEPTED), *headers_for_reading(clock)]


def recognised(address: str, answer: Answer) -> Found | None:
    """What an answer is the list, or the form, of; None for anything else."""
    forms = read_form_list(answer.body)
    if forms is not None:
        return _found(
            Standard.OPENROSA,
            address.removesuffix(_FORM_LIST),
            ((str(one.form), one.name) for one in forms.forms),
        )
    read = read_json(answer.body)
    if not isinstance(read, Unreadable):
        found = _of_json(address, read)
        if found is not None:
            return found
    return _of_a_city(address, answer.body)


def _of_json(address: str, value: Json) -> Found | None:
    if isinstance(value, dict) and {"@context", "@graph", "@id"} & value.keys():
        services = read_catalogue(value, "").catalogue.services
        titles = ((str(one.id), one.name.best(FALLBACK).text) for one in services.values())
        return _found(Standard.CPSV_AP, address, titles) if services else None
    for standard, is_one, key, name, below in _IN_JSON:
        if isinstance(value, dict) and is_one(value):
            endpoint, _, last = address.rpartition("/")
            endpoint = endpoint.removesuffix(below) if standard is Standard.OPEN_FORMS else endpoint
            return _found(standard, endpoint, ((last, _word(value, name) or last),))
        listed = value.get("results") if isinstance(value, dict) else value
        rows = (
            [one for one in listed if isinstance(one, dict) and is_one(one)]
            if isinstance(listed, list)
            else []
        )
        if rows:
            named = ((_word(one, key), _word(one, name)) for one in rows)
            return _found(standard, address.removesuffix(below), named)
    return None


def _is_formio(value: dict[str, Json]) -> bool:
    return isinstance(value.get("components"), list)


def _is_open_forms(value: dict[str, Json]) -> bool:
    return isinstance(value.get("uuid"), str) and bool({"steps", "loginRequired", "slug"} & value.keys())


def _is_schema(value: dict[str, Json]) -> bool:
    return isinstance(value.get("properties"), dict) or "json-schema.org" in str(value.get("$schema", ""))


_IN_JSON: Final = (
    (Standard.FORMIO, _is_formio, "path", "title", _FORM),
    (Standard.OPEN_FORMS, _is_open_forms, "uuid", "name", _FORMS),
    (Standard.JSON_SCHEMA, _is_schema, "$id", "title", _FORMS),
)
"""Each with what tells it from the others, the members that hold a form's id and name, and where its list is."""


def _of_a_city(address: str, body: bytes) -> Found | None:
    """Open311 answers in JSON or XML: a list of services, or a discovery document with the endpoints."""
    value = read_answer(body)
    if isinstance(value, Unreadable):
        return None
    services = read_services(value)
    if services:
        endpoint = address.rpartition("/services.")[0] or address
        return _found(Standard.OPEN311, endpoint, ((str(one.code), one.name) for one in services))
    endpoints = read_discovery(value)
    if endpoints:
        return _found(
            Standard.OPEN311, endpoints[0].url.rstrip("/"), ((one.url, one.url) for one in endpoints)
        )
    return None


def _found(standard: Standard, endpoint: str, named: Iterable[tuple[str, str]]) -> Found:
    offers = tuple(
        Offer(one_line(known, LONGEST), one_line(name, LONGEST) or one_line(known, LONGEST))
        for known, name in named
    )
    return Found(standard, endpoint, offers[:MOST])


def _word(value: dict[str, Json], key: str) -> str:
    found = value.get(key)
    return found if isinstance(found, str) else ""
