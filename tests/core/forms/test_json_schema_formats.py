# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Formats are checked by the rules of their RFCs, as the official suite asks; one that is not known is told."""

import json
from time import perf_counter
from typing import Final

import pytest

from core.forms.definition import Form
from core.forms.json_schema.formats import format_checker
from core.forms.json_schema.loading import load
from core.forms.problems import Fate
from core.ids import FormId
from tests.support.corpora import corpora

OWN: Final = (
    "uri",
    "uri-reference",
    "iri",
    "iri-reference",
    "uri-template",
    "json-pointer",
    "relative-json-pointer",
    "duration",
    "email",
    "uuid",
)


@pytest.mark.parametrize("name", OWN)
def test_a_format_is_judged_as_the_official_suite_judges_it(name: str) -> None:
    checker = format_checker()
    file = corpora() / "jsonschema/test-suite/draft2020-12/optional/format" / f"{name}.json"
    tests = [test for group in json.loads(file.read_bytes()) for test in group["tests"]]
    wrong = [one["data"] for one in tests if checker.conforms(one["data"], name) is not one["valid"]]
    assert wrong == []
    assert len(tests) >= 13


def test_no_host_name_is_refused_that_is_one() -> None:
    checker = format_checker()
    file = corpora() / "jsonschema/test-suite/draft2020-12/optional/format/hostname.json"
    tests = [test for group in json.loads(file.read_bytes()) for test in group["tests"]]
    assert [
        one["data"] for one in tests if one["valid"] and not checker.conforms(one["data"], "hostname")
    ] == []
    assert [name for name in ("-a", "a..b", "a b", "ab--c") if checker.conforms(name, "hostname")] == []


@pytest.mark.parametrize("name", [*OWN, "hostname"])
def test_no_text_takes_long_to_judge(name: str) -> None:
    checker = format_checker()
    hard = ("a", "a:", "//a@", "%20", "{a.", "1Y", "/~0", "a-", '"\\ ', "a.", "[:")
    begun = perf_counter()
    for part in hard:
        checker.conforms(part * (10_000 // len(part)) + " !", name)
    assert perf_counter() - begun < 1


def of_text(**more: str) -> Form:
    schema = {"type": "object", "properties": {"a": {"type": "string", **more}}}
    form = load(json.dumps(schema).encode(), FormId("f"))
    assert isinstance(form, Form)
    return form


def test_a_format_that_is_not_known_is_told_with_its_place() -> None:
    noted = [(one.place, one.construct, one.fate) for one in of_text(format="color").notes]
    assert noted == [("/data/a", "format color", Fate.NOT_CHECKED)]
    assert [of_text(format=name).notes for name in ("date", "email", "uri", "hostname", "ipv4")] == [()] * 5
