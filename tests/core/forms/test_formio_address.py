# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""An address of Form.io is asked for part by part where it may be written, and sent as its window sends it."""

import pytest

from core.forms.problems import Fate
from tests.support.formio_forms import Component, answered, answers, one, opened, refused, sent, told

BY_HAND = "show = _.get(instance, 'parent.manualMode', false);"


def test_an_address_that_may_be_written_is_asked_for_part_by_part() -> None:
    entry = opened(one("address", enableManualMode=True, provider="nominatim"))
    paths = [question.path for question in entry.pages()]
    assert paths == [
        f"/data/a/address/{name}" for name in ("address1", "address2", "city", "state", "country", "zip")
    ]
    done = answered(entry, {"a/address/address1": "27 Ropewalk", "a/address/city": "Port Amity"})
    parts = {"address1": "27 Ropewalk", "city": "Port Amity"}
    assert answers(done) == {"a": {"mode": "manual", "address": parts}}


def test_a_form_names_its_own_parts_which_its_window_shows_only_by_hand() -> None:
    parts = [one("textfield", "street", customConditional=BY_HAND), one("textfield", "floor")]
    entry = opened(one("address", enableManualMode=True, components=parts))
    assert [question.path for question in entry.pages()] == [
        "/data/a/address/street",
        "/data/a/address/floor",
    ]


def test_a_needed_address_needs_its_first_part() -> None:
    entry = opened(one("address", enableManualMode=True, validate={"required": True}))
    assert [problem.path for problem in entry.problems()] == ["/data/a/address/address1"]
    assert not answered(entry, {"a/address/address1": "27 Ropewalk"}).problems()


def test_what_a_form_needs_itself_of_an_address_is_enough() -> None:
    parts = [one("textfield", "street"), one("textfield", "city", validate={"required": True})]
    entry = opened(one("address", enableManualMode=True, validate={"required": True}, components=parts))
    assert [problem.path for problem in entry.problems()] == ["/data/a/address/city"]


@pytest.mark.parametrize(
    ("provider", "rest", "whole"),
    [
        ("nominatim", {}, {"display_name": "27 Ropewalk"}),
        ("google", {}, {"formatted_address": "27 Ropewalk"}),
        ("azure", {}, {"address": {"freeformAddress": "27 Ropewalk"}}),
        ("custom", {"providerOptions": {"displayValueProperty": "full"}}, {"full": "27 Ropewalk"}),
    ],
)
def test_an_address_that_is_only_looked_up_is_written_in_one_line_where_its_window_shows_it(
    provider: str, rest: Component, whole: object
) -> None:
    address = one("address", provider=provider, validate={"required": True}, **rest)
    entry = opened(address)
    (question,) = entry.pages()
    assert [problem.path for problem in entry.problems()] == [question.path]
    done = entry.answer(question.path, "27 Ropewalk")
    assert not done.problems()
    assert sent(done) == {"a": whole}
    assert told(address) == [("address search", Fate.BY_HAND)]


def test_an_address_that_has_no_place_for_its_words_is_told_of_and_refused_where_it_is_needed() -> None:
    assert told(one("address", provider="custom")) == [("address", Fate.LEFT_OUT)]
    assert refused(one("address", provider="custom", validate={"required": True})) == ["address"]
    assert refused(one("address", provider="google", multiple=True, validate={"required": True})) == [
        "address"
    ]
