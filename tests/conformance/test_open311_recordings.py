# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every recorded Open311 answer, from six families of servers, is read; what is not GeoReport v2 is named."""

from collections.abc import Callable
from pathlib import Path

import pytest

from core.ids import FormId
from core.submission import NoAccess, Outcome, Received, Refused, Unsure
from services.access import Keys
from services.boundary import Answer, Failed, Failure, Limits
from services.documents import Json, Unreadable
from services.http import Http
from services.open311.agency import Open311Agency
from services.open311.envelope import envelope
from services.open311.form import Unanswerable, write_form
from services.open311.forms import localised
from services.open311.question_words import STANDARD_WORDS
from services.open311.reading import error_words, read_answer, rows
from services.open311.records import (
    Datatype,
    read_definition,
    read_discovery,
    read_requests,
    read_services,
)
from services.origins import Origins
from tests.support import chaos_server as c
from tests.support.agency_worlds import RealClock, submission_of
from tests.support.corpora import corpora

LIMITS = Limits(connect=1.0, read=1.0, total=3.0, body=1_000_000)

SKIPPED = {
    "6aika/insert_requests.json": "a dump of the server's database tables, not an answer of its API",
    "endpoints/cities.yml": "a list of endpoints with their quirks, not an answer; its limits are in FULL_PAGE",
    "klarschiff/citysdk-10.xml": "CitySDK's own areas, no method of GeoReport v2",
    "klarschiff/citysdk-11.xml": "CitySDK's own jobs, no method of GeoReport v2",
    "klarschiff/citysdk-12.xml": "CitySDK's own jobs, no method of GeoReport v2",
    "klarschiff/citysdk-15.xml": "CitySDK's own abuse reports, no method of GeoReport v2",
    "klarschiff/citysdk-17.xml": "CitySDK's own comments, no method of GeoReport v2",
    "klarschiff/citysdk-21.xml": "CitySDK's own notes, no method of GeoReport v2",
    "klarschiff/citysdk-23.xml": "CitySDK's own photos, no method of GeoReport v2",
    "klarschiff/citysdk-26.xml": "CitySDK's own users, no method of GeoReport v2",
}
"""Not answers of the standard. Reading them must still be harmless, which is tested."""

BROKEN = {
    "klarschiff/citysdk-01.xml": "begins with <dicovery> and ends with </discovery>",
    "klarschiff/citysdk-14.xml": "begins with <observation> and ends with </observatio>",
}
"""Not well-formed: documentation samples with a slip of the pen. They are refused as unreadable."""

SERVICES = {
    "adapter/services.xml": ("GR",),
    "captures/6aika-services.xml.http": ("125", "126"),
    "captures/mysociety-services.json.http": ("POT", "SPOT", "BIN"),
    "captures/mysociety-services.xml.http": ("POT", "SPOT", "BIN"),
    "cfa-gem/services.xml": ("001", "002"),
    "klarschiff/citysdk-03.xml": ("category.id",),
    "open311status/services_giessen.xml": ("015", "010"),
}
"""The first codes of each service list; citysdk-03 is a list under the name of a definition."""

DEFINITIONS = {
    "adapter/service.xml": ("fixmystreet_id", "easting", "northing", "closest_address", "service", "usrn"),
    "adapter/service_without_any_attributes.xml": ("easting", "northing", "fixmystreet_id"),
    "adapter/service_without_ign_attribute.xml": ("easting", "northing", "fixmystreet_id"),
    "captures/mysociety-services_POT.json.http": ("depth", "shape"),
}

REQUESTS = {
    "6aika/taskful_request.json": ("3qp16kaphhsc78uc422l",),
    "adapter/requestpost.xml": ("TOKEN",),
    "captures/6aika-requests.json.http": ("i5fzgg0f", "jequxcwl"),
    "captures/6aika-requests.xml.http": ("i5fzgg0f", "jequxcwl"),
    "captures/6aika-post-ok-xml.http": ("ozizscwq",),
    "captures/mysociety-post-ok.http": ("1",),
    "cfa-gem/get_service_request.xml": ("638344",),
    "cfa-gem/post_service_request.xml": ("293944",),
    "cfa-gem/request_id_from_token.xml": ("638344",),
    "cfa-gem/service_requests.xml": ("638344", "638349"),
    "cfa-gem/service_requests_empty.xml": (),
    "klarschiff/citysdk-04.xml": ("request.id",),
    "klarschiff/citysdk-05.xml": ("request.id",),
    "klarschiff/citysdk-06.xml": ("request.id",),
    "open311status/requests_many.xml": ("101005420892", "101005420894"),
    "open311status/service_requests.json": ("14-01100669", "14-01100627"),
    "toronto/requests-2012.json": ("101001366957",),
}

ERRORS = {
    "captures/6aika-post-badservice.http": "Service code 999 is invalid",
    "captures/mysociety-post-badvalue.http": "Error in input for POST_Service_Request",
    "captures/mysociety-services_NOPE.xml.http": "Resource not found",
    "cfa-gem/403.xml": "Invalid api_key received -- can't proceed with create_request.",
    "cfa-gem/get_service_request_not_found.xml": "Service request not found with id or token not-an-id",
}

CUT = {
    "captures/6aika-post-noapikey-html500.http": "the recording keeps 1,500 of 137,176 bytes of a web page"
}

POSTS: dict[str, Outcome] = {
    "captures/6aika-post-ok-xml.http": Received("ozizscwq"),
    "captures/mysociety-post-ok.http": Received("1"),
    "cfa-gem/403.xml": NoAccess("status"),
    "captures/6aika-post-badservice.http": Refused(400, "Service code 999 is invalid"),
    "captures/6aika-post-noapikey-html500.http": Unsure("cut"),
}
"""What each recorded answer to a POST proves when it comes over the wire."""


def folder() -> Path:
    return corpora() / "open311"


def value_of(name: str) -> Json:
    """The answer of a recording: sent over a socket where headers were recorded, else the body itself."""
    source = (folder() / name).read_bytes()
    if source.startswith(b"HTTP/"):
        answer = _over_the_wire(source)
        assert isinstance(answer, Answer), answer
        source = answer.body
    value = read_answer(source)
    assert not isinstance(value, Unreadable), value
    return value


def _over_the_wire(source: bytes) -> Answer | Failed:
    with c.chaos(c.raw(source)) as server:
        return Http(Origins.of([server.origin]), LIMITS).get(f"{server.url}/x")


def test_every_recording_is_in_one_of_the_tables() -> None:
    there = {str(path.relative_to(folder())) for path in folder().rglob("*") if path.is_file()}
    tables = (SKIPPED, BROKEN, SERVICES, DEFINITIONS, REQUESTS, ERRORS, CUT)
    named = [name for table in tables for name in table]
    assert sorted(named) == sorted(there)


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_list_is_read(name: str) -> None:
    value = value_of(name)
    services = read_services(value)
    assert tuple(one.code for one in services)[: len(SERVICES[name])] == SERVICES[name]
    assert len(services) == len(rows(value))
    assert all(one.name for one in services)


@pytest.mark.parametrize("name", DEFINITIONS)
def test_a_definition_is_read_and_offered_as_a_form_where_people_can_fill_it(name: str) -> None:
    attributes = read_definition(value_of(name))
    assert attributes is not None
    assert tuple(one.code for one in attributes)[: len(DEFINITIONS[name])] == DEFINITIONS[name]
    form = write_form(
        FormId("X"),
        STANDARD_WORDS.group,
        localised([("en", attributes)]),
        (STANDARD_WORDS.address.languages),
        STANDARD_WORDS,
    )
    hidden = [one.code for one in attributes if one.automated == "hidden_field" and one.required]
    assert form == Unanswerable(hidden[0]) if hidden else isinstance(form, bytes)


def test_the_potholes_definition_keeps_its_types_and_choices() -> None:
    attributes = read_definition(value_of("captures/mysociety-services_POT.json.http"))
    assert attributes is not None
    depth, shape = attributes
    assert (depth.datatype, depth.required, depth.hint) == (Datatype.NUMBER, True, "an integer")
    assert (shape.datatype, shape.required) == (Datatype.SINGLE, False)
    assert dict(shape.values) == {"circle": "Circle", "square": "Square", "triangle": "Triangle"}


@pytest.mark.parametrize("name", REQUESTS)
def test_requests_are_read(name: str) -> None:
    value = value_of(name)
    found = read_requests(value)
    assert found is not None
    assert tuple(one.reference for one in found)[: len(REQUESTS[name])] == REQUESTS[name]
    assert len(found) == len(rows(value))
    assert not error_words(value)


def test_the_deviations_of_requests_are_understood() -> None:
    (toronto,) = read_requests(value_of("toronto/requests-2012.json")) or ()
    assert (toronto.id, toronto.description, toronto.status) == ("101001366957", None, "closed")
    chicago = read_requests(value_of("open311status/service_requests.json")) or ()
    assert all(one.description is None for one in chicago)
    helsinki = read_requests(value_of("captures/6aika-requests.xml.http")) or ()
    assert [one.description for one in helsinki] == ["multi", "Big hole"]


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_body_gives_its_sentences(name: str) -> None:
    words = error_words(value_of(name))
    assert words.split("\n")[0] == ERRORS[name]


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_sample_is_refused_as_unreadable(name: str) -> None:
    assert read_answer((folder() / name).read_bytes()) == Unreadable("not well-formed XML")


@pytest.mark.parametrize("name", SKIPPED)
def test_what_is_not_of_the_standard_is_harmless(name: str) -> None:
    value = read_answer((folder() / name).read_bytes())
    readers: tuple[Callable[[Json], object], ...] = (read_services, read_definition, read_discovery)
    if not isinstance(value, Unreadable):
        assert not any(reader(value) for reader in readers)


def test_a_discovery_with_its_slip_mended_is_read() -> None:
    mended = (folder() / "klarschiff/citysdk-01.xml").read_bytes().replace(b"<dicovery>", b"<discovery>")
    value = read_answer(mended)
    assert not isinstance(value, Unreadable)
    endpoints = read_discovery(value)
    assert endpoints is not None
    assert [one.type for one in endpoints] == ["production", "test", "test"]
    assert endpoints[0].url == "https://geo.sv.rostock.de/citysdk"
    assert endpoints[0].formats == ("application/json", "text/xml")


@pytest.mark.parametrize("name", POSTS)
def test_a_recorded_answer_to_a_post_proves_what_it_says(name: str) -> None:
    with c.chaos(c.raw((folder() / name).read_bytes())) as server:
        agency = Open311Agency(Http(Origins.of([server.origin]), LIMITS), Keys(), RealClock())
        wire = envelope(b"<data/>", server.url, FormId("125"), "SEAL")
        outcome = agency.deliver(submission_of(1, "125", wire))
        if isinstance(outcome, Received):
            # Where a city answers about a request is the standard's, not the recording's.
            assert outcome.told_at == f"{server.url}/requests/{outcome.reference}.json"
            outcome = Received(outcome.reference)
        assert outcome == POSTS[name]


@pytest.mark.parametrize("name", CUT)
def test_a_recording_that_was_cut_is_cut(name: str) -> None:
    answer = _over_the_wire((folder() / name).read_bytes())
    assert isinstance(answer, Failed)
    assert answer.kind is Failure.CUT
