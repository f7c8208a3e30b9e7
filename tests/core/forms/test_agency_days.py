# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""NAV's limits of days and months, on 23 November 2026; its lists of countries and currencies, and folded texts."""

import pytest

from core.forms.asked import ANOTHER
from core.ids import QuestionPath
from tests.support.formio_forms import Component, answered, one, opened, sent


def day(key: str = "a", **rest: object) -> Component:
    return {**one("navDatepicker", key), **rest}


def told(
    component: Component, raw: str, *others: Component, **given: str
) -> list[tuple[str, dict[str, str]]]:
    entry = answered(opened(*others, component), {**given, component["key"]: raw})
    return [(problem.rule, dict(problem.values)) for problem in entry.problems()]


@pytest.mark.parametrize(
    ("limits", "good", "bad", "rule", "limit"),
    [
        ({"earliestAllowedDate": 0}, "2026-11-23", "2026-11-22", "minDate", "2026-11-23"),
        ({"earliestAllowedDate": "-5"}, "2026-11-18", "2026-11-17", "minDate", "2026-11-18"),
        ({"latestAllowedDate": 365}, "2027-11-23", "2027-11-24", "maxDate", "2027-11-23"),
        ({"specificEarliestAllowedDate": "2020-02-29"}, "2020-02-29", "2020-02-28", "minDate", "2020-02-29"),
        ({"specificLatestAllowedDate": "2030-01-01"}, "2030-01-01", "2030-01-02", "maxDate", "2030-01-01"),
    ],
)
def test_a_day_is_taken_within_its_limit_and_the_limit_is_told_beyond_it(
    limits: dict[str, object], good: str, bad: str, rule: str, limit: str
) -> None:
    assert not told({**day(), **limits}, good)
    assert told({**day(), **limits}, bad) == [(rule, {"day": limit})]


@pytest.mark.parametrize(("equal", "first"), [(True, "2026-03-01"), (False, "2026-03-02")])
def test_a_day_comes_after_another_answer_and_on_the_same_day_where_that_may_be(
    equal: bool, first: str
) -> None:
    later = day("b", beforeDateInputKey="a", mayBeEqual=equal)
    assert not told(later, first, day(), a="2026-03-01")
    assert told(later, "2026-02-28", day(), a="2026-03-01") == [("minDate", {"day": first})]
    assert not told(later, "1999-01-01", day())


def test_each_row_compares_its_own_days() -> None:
    rows = one("datagrid", "g", components=[day("from"), day("to", beforeDateInputKey="g.from")])
    entry = opened(rows).add(QuestionPath(f"/data/g{ANOTHER}"))
    entry = answered(entry, {"g[1]/from": "2026-01-10", "g[2]/from": "2026-05-10"})
    entry = answered(entry, {"g[1]/to": "2026-02-01", "g[2]/to": "2026-02-01"})
    assert [problem.path for problem in entry.problems()] == ["/data/g[2]/to"]


def test_a_month_is_within_years_from_this_one_unless_the_form_names_the_year() -> None:
    near = one("monthPicker", earliestAllowedDate=-9, latestAllowedDate=0)
    assert not told(near, "2017-01")
    assert told(near, "2016-12") == [("minYear", {"n": "2017"})]
    assert told(near, "2027-01") == [("maxYear", {"n": "2026"})]
    named = one("monthPicker", earliestAllowedDate=-9, validate={"minYear": 1995})
    assert not told(named, "1995-01")


def test_countries_and_currencies_are_there_without_a_server_and_sent_with_code_and_name() -> None:
    entry = opened(
        one("landvelger", "c", dataSrc="url", defaultValue={"label": "Norge", "value": "NO"}),
        one("valutavelger", "m", dataSrc="url"),
    )
    money = entry.question(QuestionPath("/data/m")).choices
    euro = next(choice for choice in money if "(EUR)" in str(choice.label))
    assert sent(answered(entry, {"m": euro.value})) == {
        "c": {"value": "NO", "label": "Norge"},
        "m": {"value": "EUR", "label": "Euro (EUR)"},
    }


def test_what_a_window_folds_away_is_read_at_once() -> None:
    parts = [{"title": "Who?", "content": "<p>You.</p>"}, {"title": "When?", "content": "Now."}]
    shown = opened(one("accordion", accordionValues=parts)).question(QuestionPath("/data/a"))
    assert "".join(map(str, shown.label.versions[0].parts)).split() == ["Who?", "You.", "When?", "Now."]


def test_a_condition_on_a_member_that_an_object_has_not_is_a_condition_on_nothing() -> None:
    lost = {"show": True, "when": "c.gone.b", "eq": ""}
    entry = opened(one("container", "c", components=[one("textfield", "b", conditional=lost)]))
    assert not entry.problems()
