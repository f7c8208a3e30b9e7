# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a script, or JSON logic, of a Form.io component decides: whether it is asked, its answer, what is wrong."""

from dataclasses import dataclass, field
from typing import Protocol

from core.forms.binds import Shape
from core.forms.expression.tree import Answered
from core.forms.formio.javascript_values import javascript_text, truthy
from core.forms.formio.script_results import text_of
from core.forms.formio.texts import words
from core.forms.programs import Result, Thrown

COST = 1_000
"""Steps that a script costs of the form's budget, beside the engine's own: 500 scripts after one answer."""


class Working(Protocol):
    """What works something out of the answers that it sees."""

    @property
    def reads(self) -> tuple[int, ...]:
        """The answers that it names."""

    def outcome(self, answered: Answered) -> Result | Thrown:
        """Work it out. Raises an `ExpressionError` when it comes to no end."""


@dataclass(frozen=True, slots=True)
class _Ruled:
    """What asks it."""

    working: Working

    @property
    def reads(self) -> tuple[int, ...]:
        """The answers that it names."""
        return self.working.reads


@dataclass(frozen=True, slots=True)
class Shown(_Ruled):
    """Whether a component is shown (`customConditional`). One whose script throws is."""

    cost: int = field(default=COST)

    def run(self, answered: Answered) -> bool:
        """Whether it is shown."""
        outcome = self.working.outcome(answered)
        return isinstance(outcome, Thrown) or truthy(outcome.value)


@dataclass(frozen=True, slots=True)
class Settled(_Ruled):
    """Whether a calculation gives its answer a value now. Where it does not, people write it."""

    cost: int = field(default=COST)

    def run(self, answered: Answered) -> bool:
        """Whether `value` was given a value."""
        outcome = self.working.outcome(answered)
        return isinstance(outcome, Result) and outcome.given


@dataclass(frozen=True, slots=True)
class Worked(_Ruled):
    """What was worked out for an answer (`calculateValue`, `customDefaultValue`)."""

    shape: Shape
    keeps_numbers: bool = False
    cost: int = field(default=COST)

    def run(self, answered: Answered) -> str | float:
        """The answer; empty for none. Raises `EvaluationError` for what the component cannot hold."""
        outcome = self.working.outcome(answered)
        found = text_of(self.shape, outcome.value) if isinstance(outcome, Result) else ""
        return found if self.keeps_numbers else javascript_text(found)


@dataclass(frozen=True, slots=True)
class Told:
    """What is wrong with an answer (`validate.custom`, `validate.json`): true, false, or the words of the form."""

    working: Working
    node: int
    cost: int = field(default=COST)

    @property
    def reads(self) -> tuple[int, ...]:
        """The answers that it names, and the answer itself."""
        return tuple(sorted({*self.working.reads, self.node}))

    def run(self, answered: Answered) -> str | bool:
        """True where nothing is wrong. A script that throws finds nothing wrong, as in Form.io."""
        outcome = self.working.outcome(answered)
        if isinstance(outcome, Thrown) or outcome.value is None or outcome.value is True:
            return True
        return words(outcome.value) if isinstance(outcome.value, str) else False
