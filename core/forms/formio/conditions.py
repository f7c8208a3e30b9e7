# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""When a component is asked: Form.io's simple conditions (old and new) and JSON logic, as rules of the one model."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from core.forms.expression.tree import Answered
from core.forms.formio.documents import Component, listed, table, word
from core.forms.formio.javascript_values import equal, javascript_text, to_number, truthy
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
            return None if place is None else member(answered.json(place.node), place.rest)

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

    def test(find: Callable[[str], object]) -> bool:
        results = [
            OPERATORS[word(one, "operator")](find(word(one, "component")), one.get("value"))
            for one in conditions
        ]
        return (any(results) if some else all(results)) is show

    return _shows([word(one, "component") for one in conditions], near, places, test)


def refused_operator(conditional: Component) -> str:
    """An operator of new simple conditions that is not known here; empty when all are."""
    for one in listed(conditional, "conditions"):
        operator = word(one, "operator")
        if word(one, "component") and operator not in OPERATORS:
            return f"operator {operator[:40]}"
    return ""


def _is(value: object, wanted: object) -> bool:
    if isinstance(value, dict) and isinstance(wanted, str):
        return value.get(wanted) is True
    return equal(value, wanted) or (value is not None and javascript_text(value) == javascript_text(wanted))


def _includes(value: object, wanted: object) -> bool:
    if isinstance(value, dict):
        return value.get(javascript_text(wanted)) is True
    if isinstance(value, list):
        return any(_is(one, wanted) for one in value)
    return value is not None and javascript_text(wanted) in javascript_text(value)


def _empty(value: object) -> bool:
    boxes = isinstance(value, dict) and not any(map(truthy, value.values()))
    return value is None or value in ("", [], {}, False) or boxes


def _compared(value: object, wanted: object) -> float:
    """Below 0, 0 or above 0; texts such as dates as texts, numbers as numbers; NaN where there is no answer."""
    if value is None:
        return float("nan")
    one, other = to_number(value), to_number(wanted)
    if one != one or other != other:
        first, second = javascript_text(value), javascript_text(wanted)
        size = min(len(first), len(second))
        return float(first[:size] > second[:size]) - float(first[:size] < second[:size])
    return one - other


OPERATORS: Final[Mapping[str, Callable[[object, object], bool]]] = {
    "isEqual": _is,
    "isNotEqual": lambda value, wanted: not _is(value, wanted),
    "isEmpty": lambda value, _wanted: _empty(value),
    "isNotEmpty": lambda value, _wanted: not _empty(value),
    "includes": _includes,
    "notIncludes": lambda value, wanted: not _includes(value, wanted),
    "startsWith": lambda value, wanted: (
        value is not None and javascript_text(value).startswith(javascript_text(wanted))
    ),
    "endsWith": lambda value, wanted: (
        value is not None and javascript_text(value).endswith(javascript_text(wanted))
    ),
    "greaterThan": lambda value, wanted: _compared(value, wanted) > 0,
    "greaterThanOrEqual": lambda value, wanted: _compared(value, wanted) >= 0,
    "lessThan": lambda value, wanted: _compared(value, wanted) < 0,
    "lessThanOrEqual": lambda value, wanted: _compared(value, wanted) <= 0,
    "isDateEqual": lambda value, wanted: _compared(value, wanted) == 0,
    "isNotDateEqual": lambda value, wanted: _compared(value, wanted) != 0,
    "dateGreaterThan": lambda value, wanted: _compared(value, wanted) > 0,
    "dateGreaterThanOrEqual": lambda value, wanted: _compared(value, wanted) >= 0,
    "dateLessThan": lambda value, wanted: _compared(value, wanted) < 0,
    "dateLessThanOrEqual": lambda value, wanted: _compared(value, wanted) <= 0,
}
