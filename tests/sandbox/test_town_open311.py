# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests what City Works answers by Open311 GeoReport v2, in JSON and XML, over real HTTP."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote, urlencode

import pytest

from tests.support.sandbox_town import RunningTown
from tests.support.town_keys import OPEN311_KEY
from tests.support.town_wire import Answer, ask

V2 = "/open311/v2"
HOLE = [("service_code", "pothole"), ("address_string", "3 Mill Steps")]
GOOD = [
    ("service_code", "tree"),
    ("address_string", "3 Mill Steps"),
    ("description", "A branch lies on the way"),
]


def report(
    town: RunningTown, fields: list[tuple[str, str]], *, ending: str = "json", key: str = OPEN311_KEY
) -> Answer:
    body = urlencode([("api_key", key), *fields]).encode()
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    return ask(town, "POST", f"{V2}/requests.{ending}", headers=headers, body=body)


def get(town: RunningTown, path: str, language: str = "") -> Any:
    return json.loads(ask(town, "GET", path, headers={"Accept-Language": language}).body)


def test_discovery_leads_to_the_endpoint_in_both_formats(town: RunningTown) -> None:
    discovery = get(town, "/open311/discovery.json")
    endpoint = discovery["endpoints"][0]
    assert endpoint["url"] == f"{town.url}{V2}"
    in_xml = ask(town, "GET", "/open311/discovery.xml").xml
    assert in_xml.findtext("endpoints/endpoint/url") == endpoint["url"]
    assert (
        [one.text for one in in_xml.iter("format")] == endpoint["formats"] == ["text/xml", "application/json"]
    )
    assert ask(town, "GET", f"{endpoint['url']}/services.json").status == 200


def test_service_list_is_the_same_in_both_formats(town: RunningTown) -> None:
    as_json = get(town, f"{V2}/services.json")
    as_xml = ask(town, "GET", f"{V2}/services.xml").xml
    assert [one["service_code"] for one in as_json] == [one.text for one in as_xml.iter("service_code")]
    assert [str(one["metadata"]).lower() for one in as_json] == [one.text for one in as_xml.iter("metadata")]


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "Hole in the road"),
        ("es", "Bache en la calle"),
        ("ar", "حفرة في الطريق"),
        ("zh-CN", "路面有坑"),
    ],
)
def test_services_and_definitions_come_in_the_accepted_language(
    town: RunningTown, language: str, name: str
) -> None:
    services = get(town, f"{V2}/services.json", language)
    assert services[0]["service_name"] == name
    english = get(town, f"{V2}/services/pothole.json", "en")
    translated = get(town, f"{V2}/services/pothole.json", language)
    codes = [one["code"] for one in translated["attributes"]]
    assert codes == [one["code"] for one in english["attributes"]]
    same = [
        ours["description"] == theirs["description"]
        for ours, theirs in zip(translated["attributes"], english["attributes"], strict=True)
    ]
    assert all(same) if language == "en" else not any(same)


def test_definitions_use_all_six_datatypes_of_the_standard(town: RunningTown) -> None:
    codes = [one["service_code"] for one in get(town, f"{V2}/services.json") if one["metadata"]]
    datatypes = {
        attribute["datatype"]
        for code in codes
        for attribute in get(town, f"{V2}/services/{code}.json")["attributes"]
    }
    assert datatypes == {"string", "number", "datetime", "text", "singlevaluelist", "multivaluelist"}


def test_service_without_attributes_has_no_definition(town: RunningTown) -> None:
    services = {one["service_code"]: one["metadata"] for one in get(town, f"{V2}/services.json")}
    assert services["tree"] is False
    assert ask(town, "GET", f"{V2}/services/tree.json").status == 404


@pytest.mark.parametrize("ending", ["json", "xml"])
def test_report_gets_an_id_under_which_it_is_found(town: RunningTown, ending: str) -> None:
    answer = report(town, GOOD, ending=ending)
    assert answer.status == 201
    if ending == "json":
        identifier = json.loads(answer.body)[0]["service_request_id"]
    else:
        identifier = answer.xml.findtext("request/service_request_id")
    found = get(town, f"{V2}/requests/{identifier}.json")[0]
    assert found["description"] == "A branch lies on the way"
    assert found["address"] == "3 Mill Steps"
    assert found["status"] == "open"
    in_xml = ask(town, "GET", f"{V2}/requests/{identifier}.xml").xml
    assert in_xml.findtext("request/description") == "A branch lies on the way"


def test_same_report_twice_is_two_records_as_the_standard_has_no_idempotency(town: RunningTown) -> None:
    first, second = (json.loads(report(town, GOOD).body)[0]["service_request_id"] for _ in range(2))
    assert first != second
    assert len(get(town, f"{V2}/requests.json")) == town.counts()["requests"] == 2


def test_description_is_kept_exactly_as_it_came(town: RunningTown) -> None:
    text = "Línea 1\r\nسطر ٢ <b>&amp;</b> 😀 \u202eabc [ref 7K2-4MP-93]"
    report(town, [GOOD[0], GOOD[1], ("description", text)])
    assert town.requests()[0]["fields"]["description"] == [text]
    assert get(town, f"{V2}/requests.json")[0]["description"] == text


def test_all_attribute_types_are_taken_and_kept(town: RunningTown) -> None:
    fields = [
        ("service_code", "pothole"), ("lat", "43.5"), ("long", "-8.25"), ("attribute[place]", "road"),
        ("attribute[dangers][]", "deep"), ("attribute[dangers][]", "dark"),
        ("attribute[width_cm]", "40.5"), ("attribute[seen]", "2026-11-23T08:00:00+01:00"),
    ]  # fmt: skip
    assert report(town, fields).status == 201
    kept = town.requests()[0]["fields"]
    assert kept["attribute[dangers]"] == ["deep", "dark"]
    assert kept["attribute[width_cm]"] == ["40.5"]
    found = get(town, f"{V2}/requests.json")[0]
    assert (found["lat"], found["long"]) == (43.5, -8.25)


@pytest.mark.parametrize(
    ("fields", "status", "words"),
    [
        ([], 400, "service_code is required"),
        ([("service_code", "nothing")], 404, "service_code was not found"),
        ([("service_code", "tree")], 400, "address_string"),
        ([*GOOD, ("lat", "91"), ("long", "0")], 400, "degrees"),
        ([*GOOD, ("lat", "41")], 400, "degrees"),
        ([*GOOD, ("attribute[unknown]", "1")], 400, "attribute[unknown] is not known"),
        ([*GOOD, ("jurisdiction_id", "elsewhere")], 404, "jurisdiction_id"),
        ([GOOD[0], GOOD[1], ("description", "x" * 4001)], 400, "4000"),
        (HOLE, 400, "attribute[place] is required"),
        ([*HOLE, ("attribute[place]", "moon")], 400, "not offered"),
        ([*HOLE, ("attribute[place]", "road"), ("attribute[place]", "pavement")],
         400, "one value"),
        ([*HOLE, ("attribute[place]", "road"), ("attribute[width_cm]", "wide")],
         400, "must be a number"),
        ([*HOLE, ("attribute[place]", "road"), ("attribute[seen]", "yesterday")],
         400, "must be a date"),
    ],
)  # fmt: skip
def test_bad_report_is_refused_with_the_reason_in_both_formats(
    town: RunningTown, fields: list[tuple[str, str]], status: int, words: str
) -> None:
    as_json = report(town, fields)
    as_xml = report(town, fields, ending="xml")
    errors = json.loads(as_json.body)
    assert as_json.status == as_xml.status == status
    assert any(words in one["description"] for one in errors)
    assert {one["code"] for one in errors} == {status}
    assert [one.text for one in as_xml.xml.iter("description")] == [one["description"] for one in errors]
    assert town.requests() == []


@pytest.mark.parametrize("key", ["", "wrong"])
def test_report_without_the_right_key_is_forbidden(town: RunningTown, key: str) -> None:
    answer = report(town, GOOD, key=key)
    assert answer.status == 403
    assert json.loads(answer.body)[0]["code"] == 403


def test_batch_service_gives_a_token_that_leads_to_the_id(town: RunningTown) -> None:
    fields = [("service_code", "graffiti"), GOOD[1]]
    given = json.loads(report(town, fields).body)[0]
    assert "service_request_id" not in given
    looked_up = get(town, f"{V2}/tokens/{given['token']}.json")[0]
    assert looked_up == {
        "service_request_id": town.requests()[0]["service_request_id"],
        "token": given["token"],
    }
    in_xml = ask(town, "GET", f"{V2}/tokens/{given['token']}.xml").xml
    assert in_xml.findtext("request/service_request_id") == looked_up["service_request_id"]


@pytest.mark.parametrize("path", ["tokens/nothing", "requests/nothing"])
def test_unknown_token_or_request_is_not_found(town: RunningTown, path: str) -> None:
    answer = ask(town, "GET", f"{V2}/{path}.json")
    assert answer.status == 404
    assert json.loads(answer.body)[0]["code"] == 404


def test_requests_are_filtered_by_id_code_status_and_time(town: RunningTown) -> None:
    tree = json.loads(report(town, GOOD).body)[0]["service_request_id"]
    report(town, [("service_code", "graffiti"), GOOD[1]])
    town.change_request(tree, status="closed", status_notes="Cut and taken away")
    now = datetime.now(UTC)
    soon, before = (
        quote((now + timedelta(minutes=1)).isoformat()),
        quote((now - timedelta(days=1)).isoformat()),
    )

    def codes(query: str) -> list[str]:
        return [one["service_code"] for one in get(town, f"{V2}/requests.json?{query}")]

    assert codes("") == ["graffiti", "tree"]
    assert codes("service_code=tree") == ["tree"]
    assert codes("service_code=tree,graffiti") == ["graffiti", "tree"]
    assert codes("status=open") == ["graffiti"]
    assert codes("status=closed") == ["tree"]
    assert codes(f"service_request_id={tree},unknown&status=open") == ["tree"]
    assert codes(f"start_date={before}&end_date={soon}") == ["graffiti", "tree"]
    assert codes(f"start_date={soon}") == []
    assert codes(f"end_date={before}") == []
    closed = get(town, f"{V2}/requests/{tree}.json")[0]
    assert closed["status_notes"] == "Cut and taken away"
    assert closed["updated_datetime"] > closed["requested_datetime"]


@pytest.mark.parametrize(
    "query",
    [
        "start_date=soon",
        "start_date=2026-11-01T00:00:00",
        "start_date=2026-01-01T00:00:00Z&end_date=2026-11-01T00:00:00Z",
    ],
)
def test_unreadable_or_too_long_span_is_refused(town: RunningTown, query: str) -> None:
    assert ask(town, "GET", f"{V2}/requests.json?{query}").status == 400


def test_answer_in_xml_leaves_out_what_xml_cannot_carry(town: RunningTown) -> None:
    report(town, [GOOD[0], GOOD[1], ("description", "bell\x07 and tab\t")])
    answer = ask(town, "GET", f"{V2}/requests.xml")
    assert answer.xml.findtext("request/description") == "bell and tab\t"
