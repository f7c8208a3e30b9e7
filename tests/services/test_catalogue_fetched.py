# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A catalogue is fetched when it has changed, and what is none never takes its place."""

import json

import pytest

from services.boundary import Failed, Failure, Limits, NotModified
from services.cpsv_ap.fetch import fetch_catalogue
from services.cpsv_ap.reader import ReadCatalogue
from services.documents import read_json
from services.http import Http
from services.origins import Origins
from tests.support import chaos_server as c
from tests.support.cpsv_documents import EXPANDED
from tests.support.sandbox_town import RunningTown

LIMITS = Limits(connect=0.5, read=0.5, total=1.0)


def fetched(answer: bytes, version: str = "") -> tuple[ReadCatalogue | NotModified | Failed, bytes]:
    with c.chaos(c.raw(answer)) as server:
        http = Http(Origins.of([server.origin]), LIMITS)
        return fetch_catalogue(http, server.url + "/c", version), server.requests[0]


def test_a_catalogue_is_fetched_with_its_tag_and_not_again_without_need() -> None:
    body = json.dumps(EXPANDED).encode()
    read, _ = fetched(c.answer(200, body, ("ETag", '"v1"')))
    assert isinstance(read, ReadCatalogue)
    assert (read.catalogue.version, read.source) == ('"v1"', body)
    again, request = fetched(c.answer(304), '"v1"')
    assert again == NotModified()
    assert b'If-None-Match: "v1"' in request


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (c.answer(200, b"[]"), Failure.BAD_ANSWER),
        (c.answer(200, b"{"), Failure.BAD_ANSWER),
        (c.answer(200, b"<!DOCTYPE html><html/>"), Failure.PORTAL),
        (c.answer(304), Failure.STATUS),
        (c.answer(404), Failure.STATUS),
        (c.answer(200, b"[" * 100 + b"]" * 100), Failure.BAD_ANSWER),
    ],
)
def test_what_is_no_catalogue_never_takes_the_place_of_one(answer: bytes, kind: Failure) -> None:
    read, _ = fetched(answer)
    assert isinstance(read, Failed)
    assert read.kind is kind


def test_the_towns_catalogue_is_read_whole(town: RunningTown) -> None:
    http = Http(Origins.of([town.url]))
    read = fetch_catalogue(http, f"{town.url}/catalogue.jsonld")
    assert isinstance(read, ReadCatalogue)
    assert read.skipped == ()
    catalogue = read.catalogue
    document = read_json(read.source)
    assert isinstance(document, dict)
    published = document["@graph"]
    assert isinstance(published, list)
    wanted = [
        one["@id"] for one in published if isinstance(one, dict) and one.get("@type") == "PublicService"
    ]
    assert list(catalogue.services) == wanted
    assert len(catalogue.services) >= 26
    assert len(catalogue.events) >= 12
    for one in catalogue.services.values():
        assert set(one.name.languages) == set(one.description.languages) == {"en", "es", "ar", "zh-Hans"}
        assert one.organisation in catalogue.organisations
        assert set(one.events) <= set(catalogue.events)
        assert one.channels
        if one.api is not None:
            assert one.api.endpoint.startswith(town.url)
            assert one.api.form
    assert any(one.partner for one in catalogue.organisations.values())
    assert all(event.pictogram for event in catalogue.events.values())
    assert fetch_catalogue(http, f"{town.url}/catalogue.jsonld", catalogue.version) == NotModified()
