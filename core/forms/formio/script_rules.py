# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The scripts of a Form.io component as rules of the one model: each is given the answers that it names, no others."""

from dataclasses import dataclass

from core.forms.expression.tree import Answered
from core.forms.expression.trouble import BudgetExceededError, EvaluationError
from core.forms.formio.documents import Component
from core.forms.formio.places import Places
from core.forms.formio.script_reading import Script
from core.forms.formio.sight import Sight, sight_of
from core.forms.programs import Engine, Program, Result, Stop, Stopped, Thrown


@dataclass(frozen=True, slots=True)
class Running:
    """One script of one component, with what it sees."""

    program: Program
    sight: Sight
    engine: Engine

    @property
    def reads(self) -> tuple[int, ...]:
        """The answers that it names."""
        return self.sight.reads

    def outcome(self, answered: Answered) -> Result | Thrown:
        """Run it. Raises an `ExpressionError` when it came to no end."""
        seen = self.sight.seen(answered)
        seen["now"] = int(answered.now.timestamp() * 1000)
        outcome = self.engine.run(self.program, seen)
        if isinstance(outcome, Stopped):
            if outcome.why is Stop.BUDGET:
                raise BudgetExceededError("program", "it took too long or too much")
            raise EvaluationError("program", f"{outcome.why.value} {outcome.what}")
        return outcome


def running(
    script: Script, result: str, component: Component, node: int, near: int, places: Places, engine: Engine
) -> Running:
    """A script that was read, for the node of its component, which stands beside the children of `near`."""
    sight = sight_of(script.ways, component, node, near, places, own=script.own)
    return Running(Program(script.code, result), sight, engine)
