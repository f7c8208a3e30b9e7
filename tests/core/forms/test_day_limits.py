# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first and last day of Form.io's calendars and of Open Forms, filled on 23 November 2026 at 21:00 UTC."""

import pytest

from core.forms.definition import AnswerType
from tests.support.formio_forms import Component, answered, one, opened, refused, sent


def told(component: Component, raw: str, *others: Component, **given: str) -> list[tuple[str, str]]:
    entry = answered(opened(*others, component), {**given, component["key"]: raw})
    return [(problem.rule, problem.values["day"]) for problem in entry.problems()]


def of_server(name: str, mode: str, **rest: object) -> Component:
    return {"openForms": {name: {"mode": mode, **rest}}}


@pytest.mark.parametrize(
    ("limits", "good", "bad", "rule", "limit"),
    [
        ({"datePicker": {"minDate": "2026-12-01"}}, "2026-12-01", "2026-11-30", "minDate", "2026-12-01"),
        (
            {"widget": {"maxDate": "2026-12-01T00:00:00+00:00"}},
            *("2026-12-01", "2026-12-02", "maxDate", "2026-12-01"),
        ),
        ({"datePicker": {"minDate": "moment()"}}, "2026-11-23", "2026-11-22", "minDate", "2026-11-23"),
        (
            {"datePicker": {"maxDate": "moment().add(2, 'weeks').subtract(1, 'd').toDate()"}},
            *("2026-12-06", "2026-12-07", "maxDate", "2026-12-06"),
        ),
        (of_server("minDate", "future"), "2026-11-24", "2026-11-23", "minDate", "2026-11-24"),
        (
            of_server("maxDate", "past", includeToday=True),
            *("2026-11-23", "2026-11-24", "maxDate", "2026-11-23"),
        ),
        (
            of_server(
                "maxDate", "relativeToVariable", variable="now", delta={"years": 18}, operator="subtract"
            ),
            *("2008-11-23", "2008-11-24", "maxDate", "2008-11-23"),
        ),
    ],
)
def test_a_day_is_taken_within_its_limit_and_the_limit_is_told_beyond_it(
    limits: Component, good: str, bad: str, rule: str, limit: str
) -> None:
    assert not told(one("date", **limits), good)
    assert told(one("date", **limits), bad) == [(rule, limit)]


def test_a_limit_that_the_server_has_worked_out_once_gives_way_to_how_it_works_it_out() -> None:
    stale = one("date", **of_server("minDate", "future"), datePicker={"minDate": "2020-01-01"})
    assert told(stale, "2020-01-02") == [("minDate", "2026-11-24")]


def test_a_limit_is_counted_from_another_answer_and_no_month_runs_over_its_end() -> None:
    limit = of_server("minDate", "relativeToVariable", variable="a", delta={"months": 1}, operator="add")
    later = one("date", "b", **limit)
    assert not told(later, "2027-02-28", one("date"), a="2027-01-31")
    assert told(later, "2027-02-27", one("date"), a="2027-01-31") == [("minDate", "2027-02-28")]
    assert not told(later, "1999-01-01", one("date"))


def test_a_moment_is_held_against_the_clock_where_the_form_is_filled() -> None:
    limited = one("datetime", datePicker={"minDate": "2026-12-01T10:00:00+00:00"})
    assert not told(limited, "2026-12-01T10:00:00")
    assert told(limited, "2026-12-01T09:59:00") == [("minDate", "2026-12-01")]


def test_a_day_in_three_fields_is_limited_in_either_order() -> None:
    for first in (True, False):
        limited = one("day", dayFirst=first, maxDate="2026-03-02")
        assert not told(limited, "2026-03-02")
        assert told(limited, "2026-03-03") == [("maxDate", "2026-03-02")]


def test_a_moment_without_its_time_is_a_day_and_sent_as_its_first_moment() -> None:
    born = one("datetime", enableTime=False, defaultValue="1951-03-02T00:00:00-08:00")
    entry = opened(born)
    assert [(page.type, entry.raw(page.path)) for page in entry.pages()] == [(AnswerType.DATE, "1951-03-02")]
    assert sent(answered(entry, {"a": "1950-12-31"})) == {"a": "1950-12-31T00:00:00"}
    assert told({**born, "datePicker": {"maxDate": "moment()"}}, "2026-11-24") == [("maxDate", "2026-11-23")]
    assert not told({**born, "datePicker": {"maxDate": "moment()"}}, "2026-11-23")


@pytest.mark.parametrize(
    ("component", "construct"),
    [
        (one("date", minDate="next Tuesday"), "minDate"),
        (one("date", minDate="moment(data.b)"), "minDate"),
        (one("textfield", widget={"type": "calendar", "minDate": "2026-01-01"}), "minDate"),
        (one("date", multiple=True, maxDate="2026-01-01"), "maxDate"),
        (one("day", maxDate="2026-01-01", fields={"day": {"hide": True}}), "maxDate"),
        (one("date", **of_server("minDate", "moon")), "openForms.minDate"),
        (
            one("date", **of_server("minDate", "relativeToVariable", variable="auth_bsn")),
            "openForms.minDate: auth_bsn",
        ),
        (
            one("date", **of_server("minDate", "relativeToVariable", variable="now", delta={"years": 10**9})),
            "openForms.minDate",
        ),
    ],
)
def test_a_limit_that_cannot_be_kept_is_refused_by_name(component: Component, construct: str) -> None:
    assert refused(component) == [construct]
