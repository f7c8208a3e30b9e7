# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The scripts of a Form.io component as rules of the one model: each is given the answers that it names, no others."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.forms.binds import Shape
from core.forms.expression.tree import ABSENT, Answered
from core.forms.expression.trouble import BudgetExceededError, EvaluationError
from core.forms.formio.documents import Component, word
from core.forms.formio.javascript_values import javascript_text, truthy
from core.forms.formio.places import Places
from core.forms.formio.script_reading import Script
from core.forms.formio.script_results import text_of
from core.forms.formio.texts import words
from core.forms.programs import Engine, Program, Result, Stop, Stopped, Thrown

COST = 1_000
"""Steps that a script costs of the form's budget, beside the engine's own: 500 scripts after one answer."""


@dataclass(frozen=True, slots=True)
class Running:
    """One script of one component. `read` has the nodes that it names, with the steps that lead it there."""

    program: Program
    read: tuple[tuple[tuple[str, ...], int], ...]
    node: int
    component: Mapping[str, str]
    own: bool
    engine: Engine
    reads: tuple[int, ...]

    def outcome(self, answered: Answered) -> Result | Thrown:
        """Run it. Raises an `ExpressionError` when it came to no end."""
        seen: dict[str, object] = {"data": {}, "row": {}, "component": self.component}
        for way, node in self.read:
            _put(seen, way, answered.complete(node))
        own = answered.complete(self.node) if self.own else None
        seen["value"] = seen["input"] = None if own is ABSENT else own
        seen["now"] = int(answered.now.timestamp() * 1000)
        outcome = self.engine.run(self.program, seen)
        if isinstance(outcome, Stopped):
            if outcome.why is Stop.BUDGET:
                raise BudgetExceededError("program", "it took too long or too much")
            raise EvaluationError("program", f"{outcome.why.value} {outcome.what}")
        return outcome


def _put(seen: dict[str, object], way: tuple[str, ...], value: object) -> None:
    """Put an answer where the script looks for it; what is around it is there as soon as it is asked."""
    if value is ABSENT:
        return
    at = seen
    for step in way[:-1]:
        inner = at.setdefault(step, {})
        if not isinstance(inner, dict):
            return
        at = inner
    last = at.get(way[-1])
    # A part that is named beside the whole of it is in the whole.
    if isinstance(last, dict) and isinstance(value, dict):
        last.update(value)
    else:
        at[way[-1]] = value


def running(
    script: Script, result: str, component: Component, node: int, near: int, places: Places, engine: Engine
) -> Running:
    """A script that was read, for the node of its component, which stands beside the children of `near`."""
    read: dict[tuple[str, ...], int] = {}
    for way in sorted(script.ways):
        if len(way) == 1:
            read[way] = 0 if way == ("data",) else near
        elif (found := places.exactly(way, near)) is not None:
            place, length = found
            read[way[: length + 1]] = place.reads
    reads = {inner for node_read in read.values() for inner in places.below(node_read)}
    return Running(
        Program(script.code, result),
        tuple(read.items()),
        node,
        {name: word(component, name) for name in ("key", "label", "type")},
        script.own,
        engine,
        tuple(sorted(reads)),
    )


@dataclass(frozen=True, slots=True)
class _Ruled:
    """What asks a script."""

    running: Running

    @property
    def reads(self) -> tuple[int, ...]:
        """The answers that it names."""
        return self.running.reads


@dataclass(frozen=True, slots=True)
class Shown(_Ruled):
    """Whether a component is shown (`customConditional`). One whose script throws is."""

    cost: int = field(default=COST)

    def run(self, answered: Answered) -> bool:
        """Whether it is shown."""
        outcome = self.running.outcome(answered)
        return isinstance(outcome, Thrown) or truthy(outcome.value)


@dataclass(frozen=True, slots=True)
class Settled(_Ruled):
    """Whether a calculation gives its answer a value now. Where it does not, people write it."""

    cost: int = field(default=COST)

    def run(self, answered: Answered) -> bool:
        """Whether the script has given `value` a value."""
        outcome = self.running.outcome(answered)
        return isinstance(outcome, Result) and outcome.given


@dataclass(frozen=True, slots=True)
class Worked(_Ruled):
    """What a script has worked out for an answer (`calculateValue`, `customDefaultValue`)."""

    shape: Shape
    keeps_numbers: bool = False
    cost: int = field(default=COST)

    def run(self, answered: Answered) -> str | float:
        """The answer; empty for none. Raises `EvaluationError` for what the component cannot hold."""
        outcome = self.running.outcome(answered)
        found = text_of(self.shape, outcome.value) if isinstance(outcome, Result) else ""
        return found if self.keeps_numbers else javascript_text(found)


@dataclass(frozen=True, slots=True)
class Told:
    """What is wrong with an answer (`validate.custom`): true, false, or the words of the form."""

    running: Running
    cost: int = field(default=COST)

    @property
    def reads(self) -> tuple[int, ...]:
        """The answers that it names, and the answer itself."""
        return tuple(sorted({*self.running.reads, self.running.node}))

    def run(self, answered: Answered) -> str | bool:
        """True where nothing is wrong. A script that throws finds nothing wrong, as in Form.io."""
        outcome = self.running.outcome(answered)
        if isinstance(outcome, Thrown) or outcome.value is None or outcome.value is True:
            return True
        return words(outcome.value) if isinstance(outcome.value, str) else False
