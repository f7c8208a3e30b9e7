# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The things of GeoReport v2 as values: services, definitions, requests, endpoints. Read leniently."""

from dataclasses import dataclass
from enum import Enum

from core.ids import FormId
from services.documents import Json
from services.open311.reading import Row, listed, number, rows, truth, word, words

LONGEST_DESCRIPTION = 20_000
"""Characters of a request's description that are read."""


@dataclass(frozen=True, slots=True)
class Service:
    """One row of GET Service List. `has_definition` is the standard's `metadata`."""

    code: FormId
    name: str
    description: str
    has_definition: bool
    type: str
    group: str


class Datatype(Enum):
    """The attribute types of GET Service Definition."""

    STRING = "string"
    NUMBER = "number"
    DATETIME = "datetime"
    TEXT = "text"
    SINGLE = "singlevaluelist"
    MULTIPLE = "multivaluelist"


@dataclass(frozen=True, slots=True)
class Attribute:
    """One question of a definition, or (not `variable`) one piece of information.

    `automated` is FixMyStreet's addition for what programs fill in: `server_set` or `hidden_field`.
    """

    code: str
    datatype: Datatype
    required: bool
    variable: bool
    order: int
    description: str
    hint: str
    automated: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Request:
    """One row of GET Service Requests, or of a POST's answer. `description` is None where it is not shown.

    `notes` are the city's words about the status.
    """

    id: str
    token: str
    status: str
    service_code: str
    description: str | None
    requested: str
    notes: str = ""

    @property
    def reference(self) -> str:
        """What the city knows it by."""
        return self.id or self.token


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One endpoint of Service Discovery."""

    url: str
    specification: str
    type: str
    formats: tuple[str, ...]


def read_services(value: Json) -> tuple[Service, ...]:
    """The service list; rows without a code or a name are passed over."""
    found = (
        Service(
            code=FormId(word(row, "service_code")),
            name=word(row, "service_name"),
            description=words(row, "description"),
            has_definition=truth(row, "metadata"),
            type=word(row, "type"),
            group=word(row, "group"),
        )
        for row in rows(value)
    )
    return tuple(service for service in found if service.code and service.name)


def read_definition(value: Json) -> tuple[Attribute, ...] | None:
    """The attributes in their order; None when it is no service definition.

    The order of choices is the server's; mySociety's changes between calls, which nobody can mend here.
    """
    for row in rows(value):
        if isinstance(row.get("attributes"), list):
            found = [one for one in (_attribute(item) for item in listed(row, "attributes")) if one]
            return tuple(sorted(found, key=lambda one: one.order))
    return None


def _attribute(row: Row) -> Attribute | None:
    code = word(row, "code")
    try:
        datatype = Datatype(word(row, "datatype").lower() or "string")
    except ValueError:
        # An unknown type is asked for as text: the standard's servers take text for everything.
        datatype = Datatype.STRING
    values = tuple(
        (key, word(value, "name") or key) for value in listed(row, "values") if (key := word(value, "key"))
    )
    if datatype in (Datatype.SINGLE, Datatype.MULTIPLE) and not values:
        datatype = Datatype.STRING
    if not code:
        return None
    return Attribute(
        code=code,
        datatype=datatype,
        required=truth(row, "required"),
        variable=truth(row, "variable", otherwise=True),
        order=number(row, "order"),
        description=words(row, "description"),
        hint=words(row, "datatype_description"),
        automated=word(row, "automated"),
        values=values,
    )


def read_requests(value: Json) -> tuple[Request, ...] | None:
    """Requests, from a list or from the answer to a POST; None when a row has neither an id nor a token."""
    found = tuple(_request(row) for row in rows(value))
    return found if all(one.reference for one in found) and isinstance(value, dict | list) else None


def _request(row: Row) -> Request:
    shown = row.get("description")
    return Request(
        id=word(row, "service_request_id"),
        token=word(row, "token"),
        status=word(row, "status").lower(),
        service_code=word(row, "service_code"),
        description=words(row, "description", most=LONGEST_DESCRIPTION) if isinstance(shown, str) else None,
        requested=word(row, "requested_datetime"),
        notes=words(row, "status_notes"),
    )


def read_discovery(value: Json) -> tuple[Endpoint, ...] | None:
    """The endpoints of a discovery document; None when it is none."""
    for row in rows(value):
        if isinstance(row.get("endpoints"), list):
            return tuple(
                Endpoint(
                    url=word(one, "url"),
                    specification=word(one, "specification"),
                    type=word(one, "type"),
                    formats=_formats(one.get("formats")),
                )
                for one in listed(row, "endpoints")
            )
    return None


def _formats(value: Json) -> tuple[str, ...]:
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()
