# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an expression is: a frozen syntax tree. It cannot evaluate itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Final, Protocol, assert_never


class Axis(Enum):
    """Where a step leads (XPath 1.0 section 2.2). `following`, `preceding` and `namespace` are refused by name."""

    CHILD = "child"
    PARENT = "parent"
    SELF = "self"
    ATTRIBUTE = "attribute"
    DESCENDANT = "descendant"
    DESCENDANT_OR_SELF = "descendant-or-self"
    ANCESTOR = "ancestor"
    ANCESTOR_OR_SELF = "ancestor-or-self"
    FOLLOWING_SIBLING = "following-sibling"
    PRECEDING_SIBLING = "preceding-sibling"


BESIDE: Final = (Axis.FOLLOWING_SIBLING, Axis.PRECEDING_SIBLING)
"""Axes that lead to what lies in the same element."""

SCATTERED: Final = (
    *BESIDE,
    Axis.DESCENDANT,
    Axis.DESCENDANT_OR_SELF,
    Axis.ANCESTOR,
    Axis.ANCESTOR_OR_SELF,
)
"""Axes after which nodes may come twice, and out of the order of the document."""


class Start(Enum):
    """Where a path begins: the primary instance's document, the context node, or `current()`."""

    DOCUMENT = "/"
    CONTEXT = "."
    CURRENT = "current()"


class Operator(Enum):
    """The binary operators of XPath 1.0 (section 3); the union of node-sets is `Joined`."""

    OR = "or"
    AND = "and"
    EQUAL = "="
    UNEQUAL = "!="
    LESS = "<"
    LESS_OR_EQUAL = "<="
    GREATER = ">"
    GREATER_OR_EQUAL = ">="
    PLUS = "+"
    MINUS = "-"
    TIMES = "*"
    DIVIDE = "div"
    REMAINDER = "mod"


@dataclass(frozen=True, slots=True)
class Literal:
    """A string or a number as written."""

    value: str | float


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path. `name` is a local name, or `*`; prefixes are read and not compared."""

    axis: Axis
    name: str
    predicates: tuple["Expression", ...] = ()


@dataclass(frozen=True, slots=True)
class Within:
    """A beginning of paths inside a repeat: the copy of the form's `node` that the rule's own node lies in."""

    node: int


@dataclass(frozen=True, slots=True)
class Path:
    """A location path. `start` may be an expression: `instance('x')/root/item`."""

    start: "Start | Within | Expression"
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Fixed:
    """A path without predicates, already resolved to nodes of the primary instance, in document order."""

    nodes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Filtered:
    """An expression whose node-set is narrowed by predicates."""

    inner: "Expression"
    predicates: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """The union of node-sets (`|`, XPath 1.0 section 3.3): each node once, in document order."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a known function with a checked number of arguments."""

    name: str
    arguments: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Binary:
    """Two operands and an operator."""

    operator: Operator
    left: "Expression"
    right: "Expression"

    def chain(self) -> tuple["Expression", list["Binary"]]:
        """What stands leftmost, and the operators that follow it from left to right.

        Long chains lean to the left, so whoever visits one walks it instead of nesting a call for each operator.
        """
        links: list[Binary] = []
        first: Expression = self
        while isinstance(first, Binary):
            links.append(first)
            first = first.left
        links.reverse()
        return first, links


@dataclass(frozen=True, slots=True)
class Negative:
    """A minus sign before an operand."""

    inner: "Expression"


@dataclass(frozen=True, slots=True)
class Indexed:
    """`indexed-repeat()`: the copy of the form's `node` in the instances with these numbers (from 1) of its repeats."""

    node: int
    repeats: tuple[int, ...]
    indexes: tuple["Expression", ...]


class Absent(Enum):
    """What a node has that is not asked now, so that it has no value at all."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT


class Answered(Protocol):
    """What a rule in another language than XPath may ask: the answers near the node that it belongs to."""

    def json(self, node: int) -> object:
        """The JSON value of the copy of a form's node that the rule's own node lies beside; None for no answer."""

    def whole(self, node: int) -> object:
        """As `json`, but of a node that repeats the array of all that lie beside the rule's own node."""

    def complete(self, node: int) -> object:
        """As `json`, but with what is asked and not answered as the standard has it; `ABSENT` for what is not asked.

        A node that repeats is the array of all of them for a rule that lies in none of them.
        """

    @property
    def now(self) -> datetime:
        """The moment that the form was opened."""

    @property
    def today(self) -> date:
        """Its day where the form is filled."""


class OutsideRule(Protocol):
    """A rule in another language than XPath: a JSON Schema, JSON logic, a script."""

    @property
    def reads(self) -> tuple[int, ...]:
        """The nodes that it may ask for."""

    @property
    def cost(self) -> int:
        """The steps that one run costs at most."""

    def run(self, answered: Answered) -> str | float | bool:
        """The result for the answers as they are."""


@dataclass(frozen=True, slots=True, eq=False)
class Outside:
    """A rule in another language than XPath. It brings its own parser and evaluator."""

    rule: OutsideRule


Expression = Literal | Path | Fixed | Filtered | Joined | Call | Binary | Negative | Indexed | Outside


def parts_of(expression: Expression) -> Iterator[Expression]:
    """An expression and all that it is made of, in no order; long chains nest no calls."""
    waiting: list[Expression] = [expression]
    while waiting:
        part = waiting.pop()
        yield part
        match part:
            case Call(arguments=inner) | Joined(parts=inner) | Indexed(indexes=inner):
                waiting.extend(inner)
            case Binary(left=left, right=right):
                waiting.extend((left, right))
            case Negative(inner=one):
                waiting.append(one)
            case Filtered(inner=one, predicates=predicates):
                waiting.extend((one, *predicates))
            case Path(start=start, steps=steps):
                waiting.extend(predicate for step in steps for predicate in step.predicates)
                if not isinstance(start, Start | Within):
                    waiting.append(start)
            case Literal() | Fixed() | Outside():
                pass
            case _:
                assert_never(part)
