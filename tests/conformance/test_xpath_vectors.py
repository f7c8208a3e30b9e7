# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Evaluates the recorded expressions of two reference engines; where both agree, they are the law here."""

import re

import pytest

from core.forms.expression.values import Scalar
from replay import xpath
from replay.findings import Findings
from replay.listing import kept, rows
from replay.xpath import DIFFERENT, computed
from tests.support.corpora import corpora


@pytest.fixture(scope="module")
def found() -> Findings:
    return xpath.replay(corpora())


def test_expressions_that_both_engines_agree_on_give_the_same_value_here(found: Findings) -> None:
    print(f"{found.equal} of {found.steps} equal; {found.scenarios} recorded")
    assert [(one.form, one.wanted, one.found) for one in found.unexplained] == []
    assert found.equal >= 900
    assert found.equal >= 0.99 * found.steps
    assert len(found.refused) <= 18
    assert len(found.beyond) <= 15


def test_every_difference_stands_in_the_committed_list(found: Findings) -> None:
    assert rows(found) == kept(found.format)


def test_every_listed_difference_still_exists(found: Findings) -> None:
    differing = [one.form for one in found.differences]
    unused = [pattern for pattern, _ in DIFFERENT if not any(re.search(pattern, one) for one in differing)]
    assert unused == []


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("round(-1.5)", -1.0),
        ("round('-12345.15', 1)", -12345.1),
        ("substring('12345', 1.5, 2.6)", "234"),
        ("substring('12345', 0, 3)", "12"),
        ("max(-4, -1, -3)", -1.0),
        ("number(date('2008-09-05'))", 14127.0),
        ("date('2008-09-08') - date('1983-10-06')", 9104.0),
        ("date('1970-01-02') < 3", True),
        ("format-date-time(date-time(decimal-date-time('2003-03-12') + 280), '%b %e, %Y')", "Dec 17, 2003"),
        ("decimal-date-time('2018-04-24T15:30:00.000+06:00')", 17645.395833333332),
        ("date(14127) = date('2008-09-05T00:00:00.000Z')", True),
        ("coalesce(1 div '', 0)", 0.0),
        ("join(' ', 'This', 'is', 'a', 'sentence.')", "This is a sentence."),
        ("checklist(1, 1, true(), false(), false())", True),
        ("weighted-checklist(2, 2, true(), 2, false(), 5, false(), 6)", True),
    ],
)
def test_where_the_engines_disagree_the_specification_decides(source: str, value: Scalar) -> None:
    assert computed(source)[1] == value
