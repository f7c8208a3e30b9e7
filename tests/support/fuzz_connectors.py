# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole connectors before a server that answers everything with the same bytes: each must come to an outcome."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import cast

from core import sync
from core.catalogue import APIS, ChannelKind
from core.ids import FormId, Language
from core.ports import Agency
from core.submission import Envelope
from services.access import Keys
from services.agencies import agencies, publishers
from services.boundary import Answer
from services.http import Http
from services.open_forms.agency import OpenFormsAgency
from tests.support.agency_worlds import RealClock, submission_of
from tests.support.damaged_answers import DEFINITION, FORM_LIST, RECEIPT, REQUESTS

STATUSES = (200, 200, 200, 201, 202, 204, 304, 400, 404, 409, 422, 429, 500, 503, 511)
TYPES = ("application/json", "text/xml", "application/problem+json", "text/html", "")
AT = "http://127.0.0.1:1/api"
FORM = FormId("form")


class _Same:
    """In the place of `Http`: the first two bytes choose status and type, the rest is the body of every answer."""

    def __init__(self, data: bytes) -> None:
        first, second = (*data[:2], 0, 0)[:2]
        headers = (("content-type", TYPES[second % len(TYPES)]), ("location", f"{AT}/x"), ("etag", '"1"'))
        self._answer = Answer(STATUSES[first % len(STATUSES)], headers, data[2:])

    def get(self, address: str, headers: object = (), most: int | None = None) -> Answer:
        """Always the same."""
        del address, headers, most
        return self._answer

    def head(self, address: str, headers: object = ()) -> Answer:
        """As a server that takes what follows."""
        del address, headers
        return Answer(204, (), b"")

    def post(self, address: str, headers: object, body: bytes) -> Answer:
        """Always the same."""
        del address, headers, body
        return self._answer

    put = post


def _delivery(kind: ChannelKind) -> Callable[[bytes], object]:
    envelope = Envelope(kind, f"{AT}/forms/form", (("Content-Type", "x/y"),), b'{"a": "1", "b": {"c": [1]}}')
    item = submission_of(1, "form", envelope)

    def work(data: bytes) -> None:
        http = cast("Http", _Same(data))
        agency: Agency = agencies(http, Keys.of([]), RealClock())[kind]
        if kind is ChannelKind.OPEN_FORMS:
            agency = OpenFormsAgency(http, lambda _: None)
        agency.deliver(item)
        agency.look_up(item, item.created)
        agency.look_up(item, item.created, f"{AT}/x")
        for told_at in (f"{AT}/requests/1.json", f"{AT}/tokens/1.json"):
            agency.progress(replace(sync.begin(item), told_at=told_at, reference="1"))

    return work


def _forms(kind: ChannelKind) -> Callable[[bytes], object]:
    def work(data: bytes) -> None:
        http = cast("Http", _Same(data))
        publisher = publishers(http, Keys.of([]), RealClock(), (Language("en"),))[kind]
        publisher.refresh(AT, frozenset({FORM}), (), 0.0)

    return work


_SEEDS = tuple(
    b"\x00" + bytes((kind,)) + body
    for kind, body in (
        (1, RECEIPT),
        (1, FORM_LIST),
        (0, REQUESTS),
        (0, DEFINITION),
        (0, b'{"_id":"5f","id":"u","uuid":"u","reference":"R-1","status":"done","publicReference":"R-1"}'),
        (
            0,
            b'{"uuid":"u","slug":"form","active":true,"steps":[{"uuid":"s","url":"' + AT.encode() + b'/s"}]}',
        ),
        (0, b'{"type":"object","properties":{"a":{"type":"string"}}}'),
        (0, b'{"components":[{"type":"textfield","key":"a","input":true}]}'),
        (2, b'{"title":"No","errors":[{"pointer":"/a","detail":"x"}]}'),
    )
)

CONNECTORS: Mapping[str, tuple[Callable[[bytes], object], tuple[bytes, ...]]] = MappingProxyType(
    {
        **{
            f"deliver-{kind.value}": (_delivery(kind), _SEEDS)
            for kind in sorted(APIS, key=lambda one: one.value)
        },
        **{f"forms-{kind.value}": (_forms(kind), _SEEDS) for kind in sorted(APIS, key=lambda one: one.value)},
    }
)
"""By name: what is done with the bytes, and bytes to begin with."""
