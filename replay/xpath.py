# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Evaluates recorded expressions of two reference engines; where both agree, they are the law here."""

import math
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from core.forms.definition import Form
from core.forms.expression.evaluate import evaluate
from core.forms.expression.parser import parse
from core.forms.expression.trouble import ExpressionError, ExpressionSyntaxError
from core.forms.expression.values import Scalar, scalar
from core.forms.seen import Seen
from core.forms.state import Setting, opening
from core.forms.xforms import load
from replay.findings import Difference, Findings
from replay.rows import Row, lacking, rows, told
from replay.xforms import NOW, SUBMISSION

MEMBERS: Final = frozenset({"expr", "type", "value", "rxeval", "agree", "nodeset"})

TIME_OF_DAY: Final = (
    "one engine has no number for dates, the other drops the time; ODK XForms counts the fraction of the day"
)
A_TIME: Final = "ODK XForms: decimal-time takes a time; both engines ask for a date with a time"
NO_CONTEXT: Final = (
    "the recording had no context node, so that one engine fell over; here it is the root element"
)

DIFFERENT: Final[tuple[tuple[str, str], ...]] = (
    (r"^now\(\) > today\(\)$", TIME_OF_DAY),
    (r"^decimal-time\(\"\d\d:\d\d:\d\d\.\d+-\d\d:00\"\)$", A_TIME),
    (r"self::\*", NO_CONTEXT),
)
"""Expressions that are allowed to differ, with the reason."""

FELL_OVER: Final = "IndexOutOfBoundsException"
"""What the recording has where the engine looked for the context node that it did not have."""

NOT_THERE: Final = "XPathUnsupportedException"
"""What the recording has where the engine leaves out a part of XPath 1.0."""

IN_XPATH: Final = "the engine leaves this part of XPath 1.0 out; here it has the value that XPath gives it"

EMPTY: Final = b"""<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head>
<h:title/><model><instance><data id="data" version="1"/></instance></model></h:head><h:body/></h:html>"""
"""A form of one empty root element, as in the recording."""


@cache
def world() -> Seen:
    """What the expressions see: that form, before anything is answered."""
    form = load(EMPTY)
    assert isinstance(form, Form)
    return Seen(Setting(form, SUBMISSION, NOW.date(), NOW), opening(form), form.default_language)


def recordings(corpora: Path, found: Findings | None = None) -> Iterator[Row]:
    """The recorded expressions. What is no recording is listed in what was `found`."""
    found = Findings("XPath") if found is None else found
    for place, row in rows(corpora / "xpath-golden", MEMBERS, found):
        wrong = lacking(row, {"expr": str, "type": str, "agree": bool})
        if wrong or "value" not in row:
            found.unread[place] = wrong or "no value"
        else:
            yield row


def replay(corpora: Path) -> Findings:
    """Evaluate every expression in the folder's `xpath-golden` that the engines agree on."""
    found = Findings("XPath")
    for row in recordings(corpora, found):
        found.scenarios += 1
        if row["agree"]:
            with told(found, row["expr"], ""):
                _compare(row, found)
    return found


def _compare(row: Row, found: Findings) -> None:
    source = row["expr"]
    kind, value = computed(source)
    alike = same(row, kind, value)
    wanted, ours = f"{row['type']} {row['value']!r}", f"{kind} {value!r}"
    if not alike and kind == "refused":
        # A form with such an expression is not opened, whether or not its answers ever lead there.
        found.refused[source] = str(value)
    elif not alike and row["value"] == FELL_OVER:
        found.beyond.append(Difference(source, "value", "", wanted, ours, NO_CONTEXT))
    elif not alike and row["value"] == NOT_THERE and not reason_for(source):
        found.beyond.append(Difference(source, "value", "", wanted, ours, IN_XPATH))
    else:
        reason = "" if alike else reason_for(source)
        found.note(Difference(source, "value", "", wanted, ours, reason), same=alike)


def computed(source: str) -> tuple[str, Scalar]:
    """The kind of an expression's value, and the value. `refused`, or `error`, and why, where it has none."""
    try:
        value = scalar(evaluate(parse(source), world(), 0))
    except ExpressionSyntaxError as error:
        return "refused", f"{error.reason}: {error.detail}"
    except ExpressionError as error:
        return "error", error.reason
    kinds = {bool: "boolean", float: "number", str: "string"}
    return kinds.get(type(value), "date"), value


def same(row: Row, kind: str, value: Scalar) -> bool:
    """Whether it is what was recorded."""
    wanted = row["value"]
    if row["type"] == "error":
        return kind in ("error", "refused")
    if kind != row["type"]:
        return False
    if kind == "number":
        assert isinstance(value, float)
        expected = float(str(wanted).replace("Infinity", "inf"))
        if math.isnan(expected) or math.isinf(expected):
            return math.isnan(value) if math.isnan(expected) else value == expected
        return abs(value - expected) <= 1e-12 * max(1.0, abs(expected))
    return bool(value == wanted)


def reason_for(source: str) -> str:
    """Why an expression may differ; empty when nothing is known."""
    return next((reason for pattern, reason in DIFFERENT if re.search(pattern, source)), "")
