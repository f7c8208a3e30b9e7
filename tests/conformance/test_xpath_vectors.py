# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Evaluates the recorded expressions of two reference engines; where both agree, they are the law here."""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from core.forms.expression.evaluate import evaluate
from core.forms.expression.parser import parse
from core.forms.expression.trouble import ExpressionError
from core.forms.expression.values import Scalar, scalar
from core.forms.instance import Node, Tree
from tests.support.corpora import corpora

NOT_YET = re.compile(r"\b(?:indexed-repeat|geofence|randomize|area|distance|digest|base64-decode|pulldata)\(")
"""Functions of repeats, maps and files: not of this form model yet, so forms with them are refused."""

UNKNOWN = "a form with an unknown function is refused when it is opened, not when the call is reached"
NO_CONTEXT = "the recording had no context node; here `.` is the root element"
TIME_OF_DAY = (
    "one engine has no number for dates, the other drops the time; ODK XForms counts the fraction of the day"
)
A_TIME = "ODK XForms: decimal-time takes a time; both engines ask for a date with a time"
DESCENDANTS = "`//` is refused when the form is opened, not when it is reached"

DIFFERENT: tuple[tuple[str, str], ...] = (
    (r"explode|\bfn\(|substring\(\)", UNKNOWN),
    (r"//\*", DESCENDANTS),
    (r"^now\(\) > today\(\)$", TIME_OF_DAY),
    (r"^decimal-time\(\"\d\d:\d\d:\d\d\.\d+-\d\d:00\"\)$", A_TIME),
    (r"^\. [<>=] date|^decimal-date-time\(\.\)|^position\(\.\)|self::", NO_CONTEXT),
)
"""Expressions that are allowed to differ, with the reason."""


class EmptyWorld:
    """One empty root element, as in the recording."""

    primary = Tree("", (Node("data", "", "/data", -1),), {"/data": 0}, unique=True)
    now = datetime(2026, 11, 23, 21, 0, tzinfo=UTC)
    today = date(2026, 11, 23)
    seed = "uuid:00000000-0000-4000-8000-000000000000"
    version = "1"

    def instance(self, name: str) -> Tree | None:
        return None

    def json(self, node: int) -> object:
        return None

    def complete(self, node: int) -> object:
        return None

    def choice_name(self, value: str, question: str, node: int) -> str:
        return ""

    def value(self, tree: Tree, node: int) -> Scalar:
        return ""

    def relevant(self, tree: Tree, node: int) -> bool:
        return True


Row = dict[str, object]


def rows() -> Iterator[Row]:
    recorded = corpora() / "xpath-golden" / "javarosa+rxeval.jsonl"
    for line in recorded.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def computed(source: str) -> tuple[str, Scalar]:
    try:
        value = scalar(evaluate(parse(source), EmptyWorld(), 0))
    except ExpressionError as error:
        return "error", error.reason
    kinds = {bool: "boolean", float: "number", str: "string"}
    return kinds.get(type(value), "date"), value


def same(row: Row, kind: str, value: Scalar) -> bool:
    wanted = row["value"]
    if kind != row["type"]:
        return False
    if kind == "error":
        return True
    if kind == "number":
        assert isinstance(value, float)
        expected = float(str(wanted).replace("Infinity", "inf"))
        if math.isnan(expected) or math.isinf(expected):
            return math.isnan(value) if math.isnan(expected) else value == expected
        return abs(value - expected) <= 1e-12 * max(1.0, abs(expected))
    return value == wanted


def reason_for(source: str) -> str | None:
    return next((reason for pattern, reason in DIFFERENT if re.search(pattern, source)), None)


def test_expressions_that_both_engines_agree_on_give_the_same_value_here() -> None:
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    for row in rows():
        source = str(row["expr"])
        if not row["agree"]:
            counts["engines disagree"] += 1
            continue
        if NOT_YET.search(source):
            counts["function not of this model yet"] += 1
            continue
        kind, value = computed(source)
        if same(row, kind, value):
            counts["same"] += 1
        elif (reason := reason_for(source)) is not None:
            counts[f"different: {reason}"] += 1
        else:
            wrong.append(f"{source} → {kind} {value!r}, recorded {row['type']} {row['value']!r}")
    print("\n".join(f"{count:5}  {what}" for what, count in counts.most_common()))
    assert not wrong, "\n".join(wrong)
    assert counts["same"] >= 870


def test_every_listed_difference_still_exists() -> None:
    differing = [
        str(row["expr"])
        for row in rows()
        if row["agree"]
        and not NOT_YET.search(str(row["expr"]))
        and not same(row, *computed(str(row["expr"])))
    ]
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
