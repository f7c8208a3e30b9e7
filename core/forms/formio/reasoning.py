# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON logic that works out an answer of a Form.io component, or judges it: it sees what a script there would see."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from core.forms.expression.tree import Answered
from core.forms.formio.documents import Component
from core.forms.formio.json_logic import Run, member, names, unknown
from core.forms.formio.places import Places
from core.forms.formio.sight import Sight, Way, sight_of
from core.forms.programs import Result

_OWN = frozenset({"value", "input"})
_SEEN = _OWN | {"data", "row", "component"}


@dataclass(frozen=True, slots=True)
class Reasoning:
    """One rule of one component, with what it sees."""

    rule: object
    sight: Sight

    @property
    def reads(self) -> tuple[int, ...]:
        """The answers that it names."""
        return self.sight.reads

    def outcome(self, answered: Answered) -> Result:
        """Its value. Raises `BudgetExceededError`."""
        seen = self.sight.seen(answered)
        return Result(_plain(Run(lambda name: member(seen, name)).value(self.rule)), given=True)


def _plain(value: object) -> object:
    """A value as JSON has it, which knows no number that is none."""
    return None if isinstance(value, float) and not math.isfinite(value) else value


def refused_in(rule: object, *, calculates: bool = False) -> Iterator[str]:
    """What of a rule cannot be evaluated here, by name."""
    yield from unknown(rule)
    for way in _ways(rule):
        if way[0] not in _SEEN:
            yield f"the variable {way[0][:40]}" if way[0] else "all variables at once"
        elif calculates and way[0] in _OWN:
            yield "the value that it has worked out before"


def reasoning(rule: object, component: Component, node: int, near: int, places: Places) -> Reasoning:
    """A rule in which nothing is refused, for the node of its component beside the children of `near`."""
    ways = list(_ways(rule))
    answers = [way for way in ways if way[0] in ("data", "row")]
    own = any(way[0] in _OWN for way in ways)
    return Reasoning(rule, sight_of(answers, component, node, near, places, own=own))


def _ways(rule: object) -> Iterator[Way]:
    for name in names(rule):
        yield tuple(name.split("."))
