# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the shape of the town's answers with recordings of real servers: status, headers, elements."""

import json
from xml.etree import ElementTree as ET

import pytest

from tests.support.corpora import corpora
from tests.support.sandbox_town import RunningTown
from tests.support.town_keys import OPEN311_KEY
from tests.support.town_wire import Answer, ask, ask_openrosa, instance, recorded, send, shape, without_digits

# Headers of a recording that belong to its server or its way to us, not to the protocol.
NOT_OF_THE_PROTOCOL = {"connection", "keep-alive", "etag", "vary", "cache-control"}


def central(name: str) -> Answer:
    return recorded(corpora() / "openrosa" / "captures" / f"central-{name}.http")


def open311(name: str) -> Answer:
    return recorded(corpora() / "open311" / "captures" / f"{name}.http")


def assert_same_protocol(ours: Answer, theirs: Answer) -> None:
    """The same status and elements; every protocol header that they send, we send with its value."""
    assert ours.status == theirs.status
    for name in set(theirs.headers) - NOT_OF_THE_PROTOCOL - {"date", "content-length"}:
        assert ours.headers[name] == theirs.headers[name], name
    assert "date" in ours.headers
    if theirs.body:
        assert shape(ours.xml) == shape(theirs.xml)
        assert ours.xml.tag == theirs.xml.tag


def test_form_list_without_version_header_is_refused_as_central_does(town: RunningTown) -> None:
    theirs = central("formList-noheader")
    ours = ask(town, "GET", f"{town.openrosa('civil-registry')}/formList")
    assert_same_protocol(ours, theirs)
    assert ours.body == theirs.body


def test_form_list_has_centrals_elements_with_and_without_media(town: RunningTown) -> None:
    theirs = central("formList")
    assert_same_protocol(ask_openrosa(town, "GET", "city-works", "formList"), theirs)
    without_media = ask_openrosa(town, "GET", "civil-registry", "formList").xml
    assert set(shape(without_media[0])) == {
        child.tag for child in theirs.xml[0]
    }  # Central's first form has no media either.


def test_form_list_addresses_are_built_as_centrals(town: RunningTown) -> None:
    space = "{http://openrosa.org/xforms/xformsList}"
    theirs = central("formList").xml[1]
    ours = ask_openrosa(town, "GET", "city-works", "formList").xml[0]
    for name in ("downloadUrl", "manifestUrl"):
        address, example = ours.findtext(f"{space}{name}") or "", theirs.findtext(f"{space}{name}") or ""
        form, example_form = ours.findtext(f"{space}formID") or "", theirs.findtext(f"{space}formID") or ""
        assert address.partition("/projects/")[2].replace(form, "FORM") == without_digits(
            example.partition("/projects/")[2].replace(example_form, "FORM")
        ).replace("#", "4")


def test_head_of_submission_has_centrals_headers(town: RunningTown) -> None:
    assert_same_protocol(ask_openrosa(town, "HEAD", "civil-registry", "submission"), central("head"))


def test_empty_manifest_is_centrals_byte_for_byte(town: RunningTown) -> None:
    theirs = central("manifest-empty")
    ours = ask_openrosa(town, "GET", "civil-registry", "forms/register-birth/manifest")
    assert_same_protocol(ours, theirs)
    assert ours.body.split() == theirs.body.split()


def test_closed_form_is_refused_as_central_does(town: RunningTown) -> None:
    town.change_form("complaint", closed=True)
    theirs = central("submit-closed")
    ours = send(town, "city-works", instance("complaint", "uuid:1"))
    assert ours.status == theirs.status
    assert ours.body == theirs.body


def test_unknown_version_is_refused_as_central_does(town: RunningTown) -> None:
    theirs = central("submit-badversion")
    ours = send(town, "city-works", instance("complaint", "uuid:1", version="99"))
    assert ours.status == theirs.status
    assert ours.xml[0].text == theirs.xml[0].text


def test_unknown_form_is_refused_as_central_does(town: RunningTown) -> None:
    theirs = central("submit-s3")
    ours = send(town, "city-works", instance("nothing", "uuid:1"))
    assert ours.status == theirs.status
    assert ours.body == theirs.body


def test_service_list_has_the_recorded_members(town: RunningTown) -> None:
    theirs = open311("mysociety-services.json")
    ours = ask(town, "GET", "/open311/v2/services.json")
    assert ours.headers["content-type"] == theirs.headers["content-type"]
    assert set(json.loads(ours.body)[0]) == set(json.loads(theirs.body)[0])


@pytest.mark.parametrize("name", ["mysociety-services.xml", "6aika-services.xml"])
def test_service_list_in_xml_has_the_recorded_elements(town: RunningTown, name: str) -> None:
    theirs = open311(name)
    ours = ask(town, "GET", "/open311/v2/services.xml")
    assert ours.xml.tag == theirs.xml.tag
    assert shape(ours.xml) == shape(theirs.xml)


def test_service_definition_has_the_recorded_members(town: RunningTown) -> None:
    theirs = json.loads(open311("mysociety-services_POT.json").body)
    ours = json.loads(ask(town, "GET", "/open311/v2/services/pothole.json").body)
    assert set(ours) == set(theirs)
    for attribute in theirs["attributes"]:
        fitting = next(one for one in ours["attributes"] if one["datatype"] == attribute["datatype"])
        assert set(fitting) == set(attribute)
    lists = [one["values"] for one in (*ours["attributes"], *theirs["attributes"]) if "values" in one]
    assert {frozenset(value) for values in lists for value in values} == {frozenset({"key", "name"})}


def test_service_definition_in_xml_has_elements_of_a_recording_only(town: RunningTown) -> None:
    theirs = ET.fromstring((corpora() / "open311" / "adapter" / "service.xml").read_bytes())
    ours = ask(town, "GET", "/open311/v2/services/street-light.xml").xml
    known = {element.tag for element in theirs.iter()}
    # What that recording has no example of, and GeoReport v2 names.
    assert {element.tag for element in ours.iter()} - known == {
        "datatype_description",
        "value",
        "key",
        "name",
    }


def test_unknown_service_is_refused_as_recorded(town: RunningTown) -> None:
    theirs = open311("mysociety-services_NOPE.xml")
    ours = ask(town, "GET", "/open311/v2/services/NOPE.xml")
    assert ours.status == theirs.status
    assert shape(ours.xml) == shape(theirs.xml)
    assert ours.xml.findtext("error/code") == theirs.xml.findtext("error/code")


def test_bad_report_is_refused_with_the_recorded_elements(town: RunningTown) -> None:
    theirs = open311("mysociety-post-badvalue")
    body = f"api_key={OPEN311_KEY}&service_code=pothole&attribute[place]=nowhere".encode()
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    ours = ask(town, "POST", "/open311/v2/requests.xml", headers=form, body=body)
    assert ours.status == theirs.status
    assert shape(ours.xml) == shape(theirs.xml)


def test_report_is_answered_and_listed_with_the_recorded_members(town: RunningTown) -> None:
    body = f"api_key={OPEN311_KEY}&service_code=tree&address_string=Quay&description=Fallen".encode()
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    ours = ask(town, "POST", "/open311/v2/requests.json", headers=form, body=body)
    theirs = json.loads(open311("mysociety-post-ok").body)
    assert set(theirs[0]) <= set(json.loads(ours.body)[0])
    listed = json.loads(ask(town, "GET", "/open311/v2/requests.json").body)
    assert set(json.loads(open311("6aika-requests.json").body)[0]) <= set(listed[0])
    in_xml = ask(town, "GET", "/open311/v2/requests.xml").xml
    city = ET.fromstring((corpora() / "open311" / "cfa-gem" / "service_requests.xml").read_bytes())
    assert in_xml.tag == city.tag
    assert shape(in_xml) == shape(city)
