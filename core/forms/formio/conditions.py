# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""When a component is asked: Form.io's simple conditions (old and new) and JSON logic, as rules of the one model."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from core.forms.expression.tree import ABSENT, Answered
from core.forms.formio.condition_operators import ON_DATES, OPERATORS, month_first
from core.forms.formio.documents import Component, listed, table, word
from core.forms.formio.javascript_values import javascript_text, truthy
from core.forms.formio.json_logic import Run, member, names, unknown
from core.forms.formio.places import Place, Places


@dataclass(frozen=True, slots=True)
class Shows:
    """Whether a component is shown, for the answers at some places."""

    places: Mapping[str, Place]
    reads: tuple[int, ...]
    test: Callable[[Callable[[str], object]], bool]
    cost: int = field(default=100)

    def run(self, answered: Answered) -> bool:
        """Whether it is shown."""

        def find(name: str) -> object:
            place = self.places.get(name)
            if place is None:
                return None
            found = answered.complete(place.node)
            return member(None if found is ABSENT else found, place.rest)

        return self.test(find)


def condition_of(component: Component, near: int, places: Places) -> Shows | str | None:
    """The rule of a component that stands beside the children of `near`; None without one.

    A text names what cannot be evaluated.
    """
    conditional = table(component, "conditional")
    rule = conditional.get("json")
    if isinstance(rule, dict) and rule:
        return _logic(rule, near, places)
    if word(conditional, "when"):
        return _old(conditional, near, places)
    if conditional.get("conditions"):
        return _simple(conditional, near, places)
    return None


def _shows(
    wanted: Sequence[str], near: int, places: Places, test: Callable[[Callable[[str], object]], bool]
) -> Shows:
    found = {name: place for name in wanted if (place := places.find(name, near)) is not None}
    reads = {node for place in found.values() for node in places.below(place.reads)}
    return Shows(found, tuple(sorted(reads)), test)


def _logic(rule: object, near: int, places: Places) -> Shows | str:
    for construct in unknown(rule):
        return f"JSON logic: {construct}"
    return _shows(list(names(rule)), near, places, lambda find: truthy(Run(find).value(rule)))


def _old(conditional: Component, near: int, places: Places) -> Shows:
    when, wanted = word(conditional, "when"), javascript_text(conditional.get("eq", ""))
    show = javascript_text(conditional.get("show"))

    def test(find: Callable[[str], object]) -> bool:
        value = find(when)
        if isinstance(value, dict) and wanted in value:
            return javascript_text(value[wanted]) == show
        if isinstance(value, list) and wanted in map(javascript_text, value):
            return show == "true"
        return (javascript_text(value) == wanted) is (show == "true")

    return _shows([when], near, places, test)


def _simple(conditional: Component, near: int, places: Places) -> Shows | str:
    refused = refused_operator(conditional)
    if refused:
        return refused
    conditions = [one for one in listed(conditional, "conditions") if word(one, "component")]
    some = conditional.get("conjunction") == "any"
    show = conditional.get("show", True) not in (False, "false", None, "")

    def holds(one: Component, find: Callable[[str], object]) -> bool:
        name, operator = word(one, "component"), word(one, "operator")
        value, wanted = find(name), one.get("value")
        place = places.find(name, near)
        if operator in ON_DATES and place is not None and place.day_first:
            value, wanted = month_first(value), month_first(wanted)
        return OPERATORS[operator](value, wanted)

    def test(find: Callable[[str], object]) -> bool:
        results = [holds(one, find) for one in conditions]
        return (any(results) if some else all(results)) is show

    return _shows([word(one, "component") for one in conditions], near, places, test)


def refused_operator(conditional: Component) -> str:
    """An operator of new simple conditions that is not known here; empty when all are."""
    for one in listed(conditional, "conditions"):
        operator = word(one, "operator")
        if word(one, "component") and operator not in OPERATORS:
            return f"operator {operator[:40]}"
    return ""
