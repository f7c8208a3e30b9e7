# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Evaluates JSON logic (jsonlogic.com) within a budget of steps; it reads nothing but the values it is given."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from core.forms.expression.trouble import BudgetExceededError
from core.forms.formio.javascript_values import javascript_text, to_number, truthy
from core.forms.formio.json_logic_operators import OPERATORS

STEPS = 2_000
"""Steps of one run. Published rules take fewer than 50."""

DEEPEST = 60

Find = Callable[[str], object]

EACH: Final = frozenset({"map", "filter", "reduce", "all", "some", "none"})
"""Operators whose second argument is asked of each item of the first, and names members of the item."""


@dataclass(slots=True)
class Run:
    """One run: where variables are found, and the steps that are left."""

    find: Find
    left: int = STEPS

    def value(self, rule: object, item: Find | None = None) -> object:
        """The value of a rule. Raises `BudgetExceededError`."""
        self.left -= 1
        if self.left < 0:
            raise BudgetExceededError("budget", "JSON logic took too many steps")
        if isinstance(rule, list):
            return [self.value(one, item) for one in rule]
        if not isinstance(rule, dict) or len(rule) != 1:
            return rule
        ((operator, given),) = rule.items()
        arguments = given if isinstance(given, list) else [given]
        return self._applied(operator, arguments, item or self.find)

    def _applied(self, operator: str, arguments: Sequence[object], find: Find) -> object:
        if operator in ("if", "?:"):
            return self._chosen(arguments, find)
        if operator in ("and", "or"):
            value: object = None
            for one in arguments:
                value = self.value(one, find)
                if truthy(value, logic=True) is (operator == "or"):
                    break
            return value
        if operator in EACH:
            return self._each(operator, arguments, find)
        values = [self.value(one, find) for one in arguments]
        self.left -= sum(len(one) // 50 for one in values if isinstance(one, str | list))
        if operator == "var":
            found = find(javascript_text(values[0]) if values and values[0] is not None else "")
            return values[1] if found is None and len(values) > 1 else found
        if operator in ("missing", "missing_some"):
            return _missing(operator, values, find)
        return OPERATORS[operator](values)

    def _chosen(self, arguments: Sequence[object], find: Find) -> object:
        for place in range(0, len(arguments) - 1, 2):
            if truthy(self.value(arguments[place], find), logic=True):
                return self.value(arguments[place + 1], find)
        return self.value(arguments[-1], find) if len(arguments) % 2 else None

    def _each(self, operator: str, arguments: Sequence[object], find: Find) -> object:
        found = self.value(arguments[0], find) if arguments else None
        items = found if isinstance(found, list) else []
        rule = arguments[1] if len(arguments) > 1 else None
        if operator == "reduce":
            total = self.value(arguments[2], find) if len(arguments) > 2 else None
            for one in items:
                total = self.value(rule, _within({"current": one, "accumulator": total}))
            return total
        results = [self.value(rule, _within(one)) for one in items]
        truths = [truthy(one, logic=True) for one in results]
        match operator:
            case "map":
                return results
            case "filter":
                return [one for one, kept in zip(items, truths, strict=True) if kept]
            case "all":
                return bool(items) and all(truths)
            case "some":
                return any(truths)
            case _:
                return not any(truths)


def _within(item: object) -> Find:
    return lambda name: member(item, name)


def member(value: object, path: str) -> object:
    """What is at a path of names and positions with dots between; None where there is nothing."""
    for step in path.split(".") if path else ():
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and step.isdecimal() and len(step) < 6:
            value = value[int(step)] if int(step) < len(value) else None
        elif step == "length" and isinstance(value, list | str):
            value = len(value)
        else:
            return None
    return value


def _missing(operator: str, values: Sequence[object], find: Find) -> object:
    least = 0.0
    if operator == "missing_some":
        least, values = to_number(values[0]), values[1:]
    names = values[0] if values and isinstance(values[0], list) else values
    assert isinstance(names, list | tuple)
    missing = [name for name in names if find(javascript_text(name)) in (None, "")]
    return [] if operator == "missing_some" and len(names) - len(missing) >= least else missing


KNOWN: Final = OPERATORS.keys() | EACH | {"if", "?:", "and", "or", "var", "missing", "missing_some"}


def unknown(rule: object, depth: int = 0) -> Iterator[str]:
    """What of a rule cannot be evaluated here: operators, names that are computed, and rules that are too deep."""
    if depth > DEEPEST:
        yield "a rule that is too deep"
    elif isinstance(rule, list):
        for one in rule:
            yield from unknown(one, depth + 1)
    elif isinstance(rule, dict) and len(rule) == 1:
        ((operator, given),) = rule.items()
        if operator not in KNOWN:
            yield operator[:40]
        first = given[0] if isinstance(given, list) and given else given
        if operator in ("var", "missing_some") and isinstance(first, dict):
            yield "a computed name"
        few = operator in ("/", "%", "substr", "missing_some", "-")
        if few and not (isinstance(given, list) and len(given) >= (1 if operator == "-" else 2)):
            yield f"{operator} with too few values"
        yield from unknown(given, depth + 1)


def names(rule: object) -> Iterator[str]:
    """The variables that a rule reads, but for those of the items that it goes through."""
    if isinstance(rule, list):
        for one in rule:
            yield from names(one)
    elif isinstance(rule, dict) and len(rule) == 1:
        ((operator, given),) = rule.items()
        arguments = given if isinstance(given, list) else [given]
        if operator == "var":
            yield from [one for one in arguments[:1] if isinstance(one, str)]
        elif operator in ("missing", "missing_some"):
            yield from _texts(arguments)
        elif operator in EACH:
            yield from names([*arguments[:1], *arguments[2:]])
        else:
            yield from names(arguments)


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, list):
        for one in part:
            yield from _texts(one)
