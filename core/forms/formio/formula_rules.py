# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A script that is one plain formula as a rule of the one model; it runs without an engine."""

from dataclasses import dataclass, field

from core.forms.expression.tree import Answered
from core.forms.expression.trouble import EvaluationError
from core.forms.formio.documents import Component
from core.forms.formio.formula import Formula, UnreadableError, formula_of, variables
from core.forms.formio.formula_value import value_of_formula
from core.forms.formio.javascript_values import truthy
from core.forms.formio.places import Places
from core.forms.formio.sight import Sight, sight_of


@dataclass(frozen=True, slots=True)
class Computed:
    """The truth of a formula, for the answers that it names. `thrown` is what it means that JavaScript would throw."""

    formula: Formula
    sight: Sight
    thrown: bool
    cost: int = field(default=100)

    @property
    def reads(self) -> tuple[int, ...]:
        """The answers that it names."""
        return self.sight.reads

    def run(self, answered: Answered) -> bool:
        """Whether it holds."""
        seen = self.sight.seen(answered)
        try:
            return truthy(value_of_formula(self.formula, lambda name: along(seen, name)))
        except EvaluationError:
            return self.thrown


def along(seen: object, name: str) -> object:
    """What is at a name with dots, as JavaScript finds it. Raises `EvaluationError` for a member of nothing."""
    for step in name.split("."):
        if seen is None:
            raise EvaluationError("nothing", f"{step} of no answer")
        if isinstance(seen, dict):
            seen = seen.get(step)
        elif isinstance(seen, list) and step.isdecimal() and len(step) < 6:
            seen = seen[int(step)] if int(step) < len(seen) else None
        else:
            seen = None
    return seen


def computed(
    code: str, target: str, component: Component, near: int, places: Places, *, thrown: bool
) -> Computed | None:
    """The rule of a script that is a plain formula, of a component beside the children of `near`; None for another."""
    try:
        formula = formula_of(code, target)
    except UnreadableError:
        return None
    ways = [tuple(name.split(".")) for name in variables(formula)]
    return Computed(formula, sight_of(ways, component, near, near, places), thrown)
