# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What turns in a Form.io component, as rules: each asks its triggers, and the last that fires wins."""

from dataclasses import dataclass, field

from core.forms.expression.tree import Answered, OutsideRule
from core.forms.formio.conditions import condition_of
from core.forms.formio.documents import Component, table, word
from core.forms.formio.formula_rules import computed
from core.forms.formio.javascript_values import truthy
from core.forms.formio.logic import Turn
from core.forms.formio.places import Places
from core.forms.formio.reasoning import reasoning
from core.forms.formio.script_reading import script_of
from core.forms.formio.script_rules import running
from core.forms.formio.working import COST, Working
from core.forms.programs import Engine, Result, Thrown

RESULT = "result"
"""The variable of a trigger that is a script."""


@dataclass(frozen=True, slots=True)
class Near:
    """Where a component stands: beside the children of `near`; what runs its scripts, if they may run."""

    component: Component
    node: int
    near: int
    places: Places
    engine: Engine | None


@dataclass(frozen=True, slots=True)
class Fired:
    """Whether a script triggers. One that throws does not."""

    working: Working
    cost: int = field(default=COST)

    @property
    def reads(self) -> tuple[int, ...]:
        """The answers that it names."""
        return self.working.reads

    def run(self, answered: Answered) -> bool:
        """Whether it does."""
        outcome = self.working.outcome(answered)
        return isinstance(outcome, Result) and truthy(outcome.value)


def _reads(cases: tuple[tuple[OutsideRule, object], ...]) -> tuple[int, ...]:
    return tuple(sorted({node for rule, _ in cases for node in rule.reads}))


@dataclass(frozen=True, slots=True)
class Switched:
    """A truth, or words, of a component: that of the last trigger that fires, or `otherwise`. `turned` says not."""

    cases: tuple[tuple[OutsideRule, bool | str], ...]
    otherwise: bool | str
    turned: bool = False
    cost: int = field(default=COST)

    @property
    def reads(self) -> tuple[int, ...]:
        """The answers that the triggers name."""
        return _reads(self.cases)

    def run(self, answered: Answered) -> bool | str:
        """What it is now."""
        found = next((to for rule, to in reversed(self.cases) if rule.run(answered)), self.otherwise)
        return not found if self.turned else found


NEVER = Switched((), otherwise=False)
"""A trigger that has no condition."""


def trigger_of(turn: Turn, at: Near) -> OutsideRule:
    """The rule of a trigger."""
    trigger, kind = turn.trigger, word(turn.trigger, "type")
    if kind == "javascript":
        code = word(trigger, "javascript")
        if not code.strip():
            return NEVER
        formula = computed(code, RESULT, at.component, at.near, at.places, thrown=False)
        if formula is not None:
            return formula
        assert at.engine is not None
        read = script_of(code, RESULT)
        return Fired(running(read, RESULT, at.component, at.node, at.near, at.places, at.engine))
    rule = {"json": trigger.get("json")} if kind == "json" else table(trigger, "simple")
    found = condition_of({"conditional": rule}, at.near, at.places)
    assert not isinstance(found, str)
    return found or NEVER


@dataclass(frozen=True, slots=True)
class Ticked:
    """Whether a box is ticked where it has to be."""

    needed: Switched
    node: int
    cost: int = field(default=COST)

    @property
    def reads(self) -> tuple[int, ...]:
        """The box, and what the triggers name."""
        return tuple(sorted({*self.needed.reads, self.node}))

    def run(self, answered: Answered) -> bool:
        """Whether nothing is wrong with it."""
        return not self.needed.run(answered) or answered.json(self.node) is True


@dataclass(frozen=True, slots=True)
class Triggered:
    """A value that a component is given while its trigger fires: that of the last which does."""

    cases: tuple[tuple[OutsideRule, Working], ...]

    @property
    def reads(self) -> tuple[int, ...]:
        """The answers that triggers and values name."""
        return tuple(sorted({*_reads(self.cases), *(node for _, one in self.cases for node in one.reads)}))

    def outcome(self, answered: Answered) -> Result | Thrown:
        """The value. Where no trigger fires, none is given."""
        for rule, working in reversed(self.cases):
            if rule.run(answered):
                outcome = working.outcome(answered)
                return Result(outcome.value, given=True) if isinstance(outcome, Result) else outcome
        return Result(None, given=False)


def value_of(turn: Turn, at: Near) -> Working:
    """What works out the value that a component turns to."""
    if isinstance(turn.to, dict):
        return reasoning(turn.to, at.component, at.node, at.near, at.places)
    assert at.engine is not None
    read = script_of(str(turn.to), "value")
    return running(read, "value", at.component, at.node, at.near, at.places, at.engine)
