# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Open Forms' own types: what they ask, when, and that what is sent is what its server takes."""

import re

import pytest

from core.forms.asked import ANOTHER
from core.forms.definition import AnswerType
from core.forms.entry import Entry
from core.forms.formio.agency_netherlands import POSTCODE
from core.forms.formio.plugins import PLUGINS
from core.forms.problems import Fate
from core.ids import QuestionPath
from tests.support.form_filling import fill
from tests.support.formio_forms import Component, answered, answers, one, opened, refused, sent, told

NEEDED = {"required": True}
MARKER = {"marker": True, "polygon": False, "polyline": False}
BSN = "111222333"
UPLOAD = "https://forms.example/api/v2/formio/fileupload"


def rules(entry: Entry) -> list[tuple[str, str]]:
    return [(problem.path, problem.rule) for problem in entry.problems()]


def row(entry: Entry, key: str) -> Entry:
    return entry.add(QuestionPath(f"/data/{key}{ANOTHER}"))


def test_a_place_on_the_map_is_sent_as_a_point_of_geojson() -> None:
    entry = opened(one("map", interactions=MARKER, validate=NEEDED))
    assert [page.type for page in entry.pages()] == [AnswerType.GEOPOINT]
    assert [problem.key for problem in entry.problems()] == ["problem.required"]
    done = answered(entry, {"a": "52.09 5.12 0.0 0.0"})
    assert sent(done) == {"a": {"type": "Point", "coordinates": [5.12, 52.09]}}


def test_a_way_and_an_area_are_drawn_where_no_place_is_taken() -> None:
    corner = "52 5 0 0; 52 6 0 0; 53 6 0 0"
    way = answered(opened(one("map", interactions={"polyline": True})), {"a": corner})
    assert sent(way) == {"a": {"type": "LineString", "coordinates": [[5.0, 52.0], [6.0, 52.0], [6.0, 53.0]]}}
    area = answered(opened(one("map", interactions={"polygon": True})), {"a": f"{corner}; 52 5 0 0"})
    ring = [[5.0, 52.0], [6.0, 52.0], [6.0, 53.0], [5.0, 52.0]]
    assert sent(area) == {"a": {"type": "Polygon", "coordinates": [ring]}}
    assert rules(answered(area, {"a": "52 5 0 0; 52 6 0 0"})) != []


def test_the_map_of_another_platform_is_told_of_and_refused_where_it_is_needed() -> None:
    theirs = one("map", markerType={"rectangle": True}, numPoints=1)
    assert told(theirs) == [("map", Fate.LEFT_OUT)]
    assert refused({**theirs, "validate": NEEDED}) == ["map"]


def test_an_address_asks_for_postcode_and_number_and_for_the_street_where_the_form_shows_it() -> None:
    short = [page.path for page in opened(one("addressNL", deriveAddress=False)).pages()]
    assert short == [
        f"/data/a/{name}" for name in ("postcode", "houseNumber", "houseLetter", "houseNumberAddition")
    ]
    entry = opened(one("addressNL", deriveAddress=True, validate=NEEDED))
    missing = [path for path, _ in rules(entry)]
    assert missing == [f"/data/a/{name}" for name in ("postcode", "houseNumber", "streetName", "city")]
    given = {"postcode": "1015 CJ", "houseNumber": "117", "streetName": "Gracht", "city": "Amsterdam"}
    done = answered(entry, {f"a/{name}": value for name, value in given.items()})
    assert not rules(done)
    assert answers(done) == {"a": given}


def test_an_address_that_is_not_needed_is_whole_or_not_there() -> None:
    entry = opened(one("addressNL", deriveAddress=False))
    assert not rules(entry)
    assert sent(entry) == {}
    assert rules(answered(entry, {"a/postcode": "1015CJ"})) == [("/data/a/houseNumber", "json")]
    assert rules(answered(entry, {"a/houseNumber": "117"})) == [("/data/a/postcode", "json")]


@pytest.mark.parametrize(("code", "good"), [("1015CJ", True), ("0015 CJ", False), ("1015 SS", False)])
def test_a_postcode_is_one_of_the_netherlands(code: str, good: bool) -> None:
    assert bool(re.fullmatch(POSTCODE, code)) is good
    entry = answered(opened(one("addressNL")), {"a/postcode": code, "a/houseNumber": "1"})
    assert (not rules(entry)) is good


def test_an_address_follows_the_patterns_of_its_form() -> None:
    own = {"components": {"postcode": {"validate": {"pattern": "1015 ?[A-Z]{2}"}}}}
    entry = answered(opened(one("addressNL", openForms=own)), {"a/postcode": "1016CJ", "a/houseNumber": "1"})
    assert rules(entry) == [("/data/a/postcode", "pattern")]


def test_one_partner_is_written_by_hand() -> None:
    entry = row(opened(one("partners")), "a")
    done = answered(entry, {"a[1]/bsn": BSN, "a[1]/lastName": "Jansen", "a[1]/dateOfBirth": "1980-02-03"})
    assert not rules(done)
    assert answers(done) == {"a": [{"bsn": BSN, "lastName": "Jansen", "dateOfBirth": "1980-02-03"}]}
    assert [repeat.most for repeat in done.form.repeats] == [1]
    assert rules(answered(done, {"a[1]/bsn": "111222334"})) == [("/data/a[1]/bsn", "checkDigits")]
    assert rules(answered(done, {"a[1]/dateOfBirth": "2026-11-23"})) == [
        ("/data/a[1]/dateOfBirth", "maxDate")
    ]


@pytest.mark.parametrize(("choosing", "more"), [(True, {"selected": True}), (False, {})])
def test_children_are_written_by_hand_and_those_are_the_chosen_ones(
    choosing: bool, more: dict[str, bool]
) -> None:
    entry = row(opened(one("children", enableSelection=choosing)), "a")
    child = {"bsn": BSN, "firstNames": "Sam", "dateOfBirth": "2015-06-07"}
    done = answered(entry, {f"a[1]/{name}": value for name, value in child.items()})
    assert not rules(done)
    assert sent(done) == {"a": [child | more]}


def test_somebody_says_how_to_reach_them() -> None:
    profile = one("customerProfile", digitalAddressTypes=["email", "phoneNumber"], validate=NEEDED)
    assert [problem.key for problem in opened(profile).problems()] == ["rule.min_items"]
    entry = answered(row(opened(profile), "a"), {"a[1]/type": "2", "a[1]/address~2": "0612345678"})
    assert sent(entry) == {"a": [{"type": "phoneNumber", "address": "0612345678"}]}
    mail = row(opened(one("customerProfile", digitalAddressTypes=["email"])), "a")
    assert rules(answered(mail, {"a[1]/address": "nobody"})) == [("/data/a[1]/address", "email")]
    assert sent(answered(mail, {"a[1]/address": "m@example.org"})) == {
        "a": [{"type": "email", "address": "m@example.org"}]
    }
    assert told(one("customerProfile", digitalAddressTypes=[])) == [("customerprofile", Fate.LEFT_OUT)]


def test_who_signs_too_is_an_address_and_the_older_way_needs_a_login() -> None:
    assert rules(answered(opened(one("cosign")), {"a": "nobody"})) == [("/data/a", "email")]
    assert refused({**one("coSign"), "validate": NEEDED}) == ["cosign"]


def test_an_address_that_has_to_be_proven_by_a_letter_is_refused() -> None:
    assert refused(one("email", openForms={"requireVerification": True})) == ["openForms.requireVerification"]


@pytest.mark.parametrize("storage", [{"storage": "url"}, {}])
def test_a_file_that_goes_to_open_forms_is_asked_for(storage: Component) -> None:
    file = one(
        "file", url=UPLOAD, validate=NEEDED, file={"type": ["image/png", "application/pdf"]}, **storage
    )
    (question,) = opened(file).pages()
    assert (question.type, question.media_type) == (AnswerType.UPLOAD, "image/png,application/pdf")


def test_no_more_files_than_the_form_takes() -> None:
    entry = opened(one("file", url=UPLOAD, multiple=True, maxNumberOfFiles=2))
    assert [repeat.most for repeat in entry.form.repeats] == [2]


def test_a_file_that_goes_elsewhere_says_where_its_form_is_refused() -> None:
    assert refused(one("file", storage="s3", validate=NEEDED)) == ["file (storage: s3)"]
    assert told(one("file", storage="url", url="https://files.example/")) == [
        ("file (storage: url)", Fate.LEFT_OUT)
    ]


@pytest.mark.parametrize(("source", "named"), [("variable", "variable"), ("manual", "nothing")])
def test_choices_that_only_the_server_makes_are_refused_by_their_source(source: str, named: str) -> None:
    empty = [{"label": "", "value": ""}]
    assert refused(one("radio", values=empty, openForms={"dataSrc": source})) == [f"choices from {named}"]


def test_the_gate_finds_answers_for_every_type() -> None:
    asked = [
        one("addressNL", "address", deriveAddress=True, validate=NEEDED),
        one("children", "children", validate=NEEDED),
        one("map", "way", interactions={"polyline": True}, validate=NEEDED),
        one("date", "soon", openForms={"minDate": {"mode": "future"}}, validate=NEEDED),
        one("date", "past", openForms={"maxDate": {"mode": "past"}}, validate=NEEDED),
        one("iban", "iban", validate=NEEDED),
        *(one("textfield", name, validate={**NEEDED, "plugins": [name]}) for name in sorted(PLUGINS)),
    ]
    filled = fill(opened(*asked).form)
    assert filled.stuck == ()
    assert rules(filled.entry) == []


def test_tags_that_are_a_list_are_asked_one_by_one() -> None:
    entry = row(row(opened(one("tags", storeas="array", maxTags=2, validate=NEEDED)), "a"), "a")
    done = answered(entry, {"a[1]": "fence", "a[2]": "gate, north"})
    assert sent(done) == {"a": ["fence", "gate, north"]}
    assert [repeat.most for repeat in done.form.repeats] == [2]


@pytest.mark.parametrize(
    ("plugin", "good", "bad", "said"),
    [
        ("phonenumber-nl", "010 1234567", "12", "rule.phone"),
        ("phonenumber-nl", "+31 6 12312312", "+44 20 8366 1177", "rule.phone"),
        ("phonenumber-international", "+442083661177", "2083661177", "rule.phone"),
        ("phonenumber-international", "0031612312312", "+31 1", "rule.phone"),
        ("kvk-kvkNumber", "12345678", "1234567", "rule.format"),
        ("kvk-branchNumber", "123456789012", "12345678901x", "rule.format"),
        ("kvk-rsin", "111222333", "111222334", "rule.check_digits"),
    ],
)
def test_a_plugin_that_needs_only_the_answer_judges_it_here(
    plugin: str, good: str, bad: str, said: str
) -> None:
    entry = opened(one("phoneNumber", validate={"plugins": [plugin]}))
    assert not rules(entry)
    assert not rules(answered(entry, {"a": good}))
    (problem,) = answered(entry, {"a": bad}).problems()
    assert (problem.rule, problem.key) == (plugin, said)
