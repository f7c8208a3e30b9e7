# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of JSON Forms' UI schemas: under which a control is seen or may be used."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Final
from urllib.parse import unquote

from core.forms.expression.tree import Answered, Binary, Call, Expression, Operator, Outside
from core.forms.json_schema.conditions import ALWAYS, Condition, mentioned
from core.forms.json_schema.documents import Schema
from core.forms.json_schema.parts import listed
from core.forms.json_schema.rules import COST, Fits, Validator, broken, validator_for
from core.forms.json_schema.ui.dressing import UI, Dressing

_UNANSWERED: Final = object()
"""What JavaScript calls undefined: no type of JSON, so that a validator takes it for none, as JSON Forms' own does."""

_NEVER: Final = Call("false", ())
_JOINED: Final = {"AND": Operator.AND, "OR": Operator.OR}


class Effect(Enum):
    """What a rule does while its condition holds."""

    SHOW = "SHOW"
    HIDE = "HIDE"
    ENABLE = "ENABLE"
    DISABLE = "DISABLE"


@dataclass(frozen=True, slots=True)
class Rule:
    """While the condition holds, the effect counts; else its contrary."""

    effect: Effect
    condition: Condition

    def seen(self) -> Condition:
        """Under which a control is seen."""
        return self._if(Effect.SHOW, Effect.HIDE)

    def usable(self) -> Condition:
        """Under which an answer may be changed."""
        return self._if(Effect.ENABLE, Effect.DISABLE)

    def _if(self, yes: Effect, no: Effect) -> Condition:
        if self.effect is yes:
            return self.condition
        if self.effect is no:
            return Condition(Call("not", (self.condition.test,)), self.condition.reads)
        return ALWAYS


@dataclass(frozen=True, slots=True)
class Holds:
    """Whether one answer fits a schema; no answer fits only what asks nothing of its type or value."""

    validator: Validator
    nodes: tuple[int, ...]
    reads: tuple[int, ...]
    answered_only: bool = False
    cost: int = field(default=COST)

    def run(self, answered: Answered) -> bool:
        """Whether it fits. What a member that conditions bring twice holds is its first answer."""
        values = (answered.whole(node) for node in self.nodes)
        value = next((one for one in values if one is not None and one != {}), _UNANSWERED)
        if value is _UNANSWERED and self.answered_only:
            return False
        return self.validator.is_valid(value)


class Rules:
    """Reads the rules of the elements that lie in one object."""

    def __init__(self, dressing: Dressing, container: int) -> None:
        self._dressing = dressing
        self._container = container

    def of(self, element: UI, place: str) -> Rule | None:
        """The rule of an element, if it has one. What cannot be read as one is noted as unsupported."""
        found = element.get("rule")
        if found is None:
            return None
        name = str(found.get("effect")).upper() if isinstance(found, dict) else ""
        condition = found.get("condition") if isinstance(found, dict) else None
        if name not in Effect.__members__ or not isinstance(condition, dict):
            self._dressing.unsupported(f"{place}/rule", "a rule without a known effect and a condition")
            return None
        return Rule(Effect[name], self._condition(condition, f"{place}/rule/condition"))

    def _condition(self, condition: UI, place: str) -> Condition:
        self._dressing.enter(place)
        kind = condition.get("type")
        several = condition.get("conditions")
        if isinstance(kind, str) and kind in _JOINED and isinstance(several, list):
            return self._joined(_JOINED[kind], several, f"{place}/conditions")
        if kind == "LEAF" and "expectedValue" in condition:
            return self._about(condition, {"const": condition["expectedValue"]}, place, answered_only=True)
        schema = condition.get("schema")
        if isinstance(schema, bool):
            schema = {} if schema else {"not": {}}
        if isinstance(schema, dict):
            return self._about(
                condition, schema, place, answered_only=condition.get("failWhenUndefined") is True
            )
        if "validate" in condition or kind is not None:
            self._dressing.unsupported(place, f"a condition of the type {kind}")
        # JSON Forms takes a condition that says nothing for one that holds.
        return ALWAYS

    def _joined(self, operator: Operator, several: list[object], place: str) -> Condition:
        test: Expression = ALWAYS.test if operator is Operator.AND else _NEVER
        reads: tuple[int, ...] = ()
        for number, one in enumerate(several):
            if not isinstance(one, dict):
                self._dressing.unsupported(f"{place}/{number}", "a condition that is no object")
                continue
            found = self._condition(one, f"{place}/{number}")
            test = Binary(operator, test, found.test) if number else found.test
            reads += found.reads
        return Condition(test, reads)

    def _about(self, condition: UI, schema: Schema, place: str, *, answered_only: bool) -> Condition:
        dialect = self._dressing.built.dialect
        if broken(schema, dialect) or any(True for _ in _references(schema)):
            self._dressing.unsupported(
                f"{place}/schema", "a schema that breaks the rules or refers elsewhere"
            )
            return ALWAYS
        names = names_of(str(condition.get("scope") or ""))
        validator = validator_for(schema, dialect)
        if not names:
            return self._about_all(schema, validator)
        nodes = tuple(self._dressing.nodes(self._container, names))
        if not nodes:
            self._dressing.unsupported(place, f"a condition on {condition.get('scope')}, which is nowhere")
            return ALWAYS
        reads = tuple(sorted({leaf for node in nodes for leaf in self._dressing.below(node)}))
        return Condition(Outside(Holds(validator, nodes, reads, answered_only)), reads)

    def _about_all(self, schema: Schema, validator: Validator) -> Condition:
        """A condition on all answers reads those alone that it names."""
        there = self._dressing.children(self._container)
        members = {name: there[name] for name in sorted(mentioned(schema, frozenset(there)) & there.keys())}
        below = {
            leaf for several in members.values() for node in several for leaf in self._dressing.below(node)
        }
        reads = tuple(sorted(below))
        return Condition(Outside(Fits(validator, members, reads)), reads)


def names_of(scope: str) -> tuple[str, ...]:
    """The names of members on the way of a scope (`#/properties/a/properties/b`), as JSON Forms reads it.

    Which of several alternatives a scope names does not matter for where the answer is.
    """
    steps = [unquote(step).replace("~1", "/").replace("~0", "~") for step in scope.split("/")]
    if steps[0] in ("#", ""):
        steps = steps[1:]
    found: list[str] = []
    place = 0
    while place + 1 < len(steps):
        if steps[place] not in ("oneOf", "anyOf", "allOf", "then", "else"):
            found.append(steps[place + 1])
        place += 1 if steps[place] in ("then", "else") else 2
    return tuple(found)


def _references(schema: object) -> Iterator[str]:
    waiting = [schema]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if isinstance(one.get("$ref"), str):
                yield one["$ref"]
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(listed(one))
