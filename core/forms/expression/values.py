# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The values of expressions and their conversions; nothing here reads an instance by itself."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from core.forms.expression.dates import day_number, iso
from core.forms.instance import Tree


class Answers(Protocol):
    """What gives nodes their values. A node that is not relevant has none (an empty string)."""

    def value(self, tree: Tree, node: int) -> "Scalar":
        """The typed value of a leaf; the empty string for one that has none, and for a group."""

    def relevant(self, tree: Tree, node: int) -> bool:
        """Whether the node counts at all."""


@dataclass(frozen=True, slots=True)
class NodeSet:
    """Relevant nodes of one tree in document order, and where their values come from."""

    tree: Tree
    nodes: Sequence[int]
    answers: Answers

    def values(self) -> list["Scalar"]:
        """The value of each node."""
        return [self.answers.value(self.tree, node) for node in self.nodes]


Scalar = str | float | bool | date
"""A string, a number, a boolean, or a date (`datetime` when it has a time of day)."""

Value = Scalar | NodeSet

_NUMBER = re.compile(r"\s*-?(?:\d+(?:\.\d*)?|\.\d+)\s*", re.ASCII)
_SMALLEST_SHOWN = 1e-12


def scalar(value: Value) -> Scalar:
    """The value itself, or that of the first node (XPath 1.0 section 4.2); the empty string for no node."""
    if isinstance(value, NodeSet):
        return value.answers.value(value.tree, value.nodes[0]) if value.nodes else ""
    return value


def to_number(value: Value) -> float:
    """XPath 1.0 section 4.4; a date is its number of days since 1970-01-01, with the time as a fraction (ODK XForms).

    A string that looks like a date is not a number: `date()` has to be called (the ODK engines agree on it).
    """
    value = scalar(value)
    match value:
        case bool():
            return 1.0 if value else 0.0
        case float():
            return value
        case date():
            return day_number(value)
        case str():
            return float(value) if _NUMBER.fullmatch(value) else math.nan


def to_text(value: Value) -> str:
    """XPath 1.0 section 4.2; a date is its ISO 8601 form."""
    value = scalar(value)
    match value:
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case float():
            return number_text(value)
        case date():
            return iso(value)


def to_boolean(value: Value) -> bool:
    """XPath 1.0 section 4.3, but a node stands for its value, so that an unanswered question is false.

    This is how JavaRosa and pyxform's `relevant` columns understand it: a bare `${question}`.
    """
    value = scalar(value)
    match value:
        case bool():
            return value
        case float():
            return value != 0 and not math.isnan(value)
        case str():
            return value != ""
        case date():
            return True


def number_text(number: float) -> str:
    """A number as XPath writes it: no exponent, no needless fraction."""
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    if number == math.trunc(number):
        return str(int(number))
    if abs(number) < _SMALLEST_SHOWN:
        return "0"
    shown = repr(number)
    return f"{number:.17f}".rstrip("0") if "e" in shown else shown


def equal(left: Value, right: Value) -> bool:
    """`=` of XPath 1.0 section 3.4: booleans first, then numbers and dates as numbers, then strings.

    A node-set is equal when any of its nodes is.
    """
    if isinstance(left, NodeSet) and len(left.nodes) > 1:
        return any(equal(one, right) for one in left.values())
    if isinstance(right, NodeSet) and len(right.nodes) > 1:
        return any(equal(left, one) for one in right.values())
    one, other = scalar(left), scalar(right)
    if isinstance(one, bool) or isinstance(other, bool):
        return to_boolean(one) == to_boolean(other)
    if isinstance(one, date) and isinstance(other, date):
        return day_number(one) == day_number(other)
    if isinstance(one, date) and isinstance(other, str):
        return to_text(one) == other
    if isinstance(other, date) and isinstance(one, str):
        return one == to_text(other)
    if isinstance(one, float | date) or isinstance(other, float | date):
        return to_number(one) == to_number(other)
    return one == other


def unequal(left: Value, right: Value) -> bool:
    """`!=`: true when any node differs (XPath 1.0 section 3.4), so it is not `not(left = right)` for node-sets."""
    if isinstance(left, NodeSet) and len(left.nodes) > 1:
        return any(unequal(one, right) for one in left.values())
    if isinstance(right, NodeSet) and len(right.nodes) > 1:
        return any(unequal(left, one) for one in right.values())
    return not equal(left, right)


def has_time(value: Scalar) -> bool:
    """Whether a date carries a time of day."""
    return isinstance(value, datetime)
