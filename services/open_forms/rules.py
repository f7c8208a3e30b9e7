# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives the components of an Open Forms form the rules that its window carries out itself, as Form.io's `logic`.

The server tells these rules (`logicRules`, Open Forms 3.5 and later) with the steps of a submission only. Every step
tells its own; what a rule turns may lie in any of them.
"""

from collections.abc import Iterator
from typing import Final

from core.forms.formio.json_logic import EACH, names
from services.documents import Json
from services.open_forms.steps import Members, keys, objects

_TURNED: Final = frozenset({"hidden", "disabled", "validate.required"})


def with_rules(panels: list[Json], rules: list[Members]) -> str:
    """Put the rules into the components of the panels. What of them cannot be carried out, by name; else empty."""
    known = [*keys(panels)]
    components = {str(one["key"]): one for one in _all(panels) if isinstance(one.get("key"), str)}
    for rule in rules:
        trigger = rule.get("jsonLogicTrigger")
        for name in names(trigger):
            if not any(name == key or name.startswith(f"{key}.") for key in known):
                return f"a rule about {name[:60]}"
        for action in objects(rule.get("actions")):
            turned, turn = _turn(action)
            component = components.get(turned)
            if turn is None or component is None:
                return f"a rule that does {_type(action)[:60] or 'nothing'}"
            logic = component.setdefault("logic", [])
            if isinstance(logic, list):
                logic.append({"trigger": {"type": "json", "json": _of_data(trigger)}, "actions": [turn]})
    return ""


def _of_data(rule: Json) -> Json:
    """The rule with its variables named as Form.io's logic names them: all answers are `data` there."""
    if isinstance(rule, list):
        return [_of_data(one) for one in rule]
    if not isinstance(rule, dict) or len(rule) != 1:
        return rule
    ((operator, given),) = rule.items()
    arguments = given if isinstance(given, list) else [given]
    if operator == "var":
        named = [
            f"data.{one}" if isinstance(one, str) and not at else one for at, one in enumerate(arguments)
        ]
        return {operator: [*named]}
    # What is asked of each item of a list names members of the item.
    inside = operator in EACH
    return {operator: [one if inside and at == 1 else _of_data(one) for at, one in enumerate(arguments)]}


def _turn(action: Members) -> tuple[str, Members | None]:
    """The key of the component that an action turns, and the action of Form.io; None for one that has none there."""
    said = action.get("action")
    does = said if isinstance(said, dict) else {}
    match does.get("type"):
        case "property":
            member, state = does.get("property"), does.get("state")
            name = member.get("value") if isinstance(member, dict) else None
            if isinstance(name, str) and name in _TURNED and isinstance(state, bool):
                turned: Members = {"type": "property", "property": {"value": name, "type": "boolean"}}
                return str(action.get("component")), {**turned, "state": state}
        case "variable":
            value = does.get("value")
            # A value that is no rule is one that always holds.
            always: Json = {"if": [True, value]}
            worked_out = _of_data(value) if isinstance(value, dict) and value else always
            return str(action.get("variable")), {"type": "value", "value": worked_out}
    return "", None


def _type(action: Members) -> str:
    said = action.get("action")
    return str(said.get("type")) if isinstance(said, dict) else ""


def _all(value: Json) -> Iterator[Members]:
    waiting: list[Json] = [value]
    while waiting:
        match waiting.pop():
            case list() as items:
                waiting.extend(items)
            case dict() as members:
                if "type" in members:
                    yield members
                waiting.extend(members.get(name) for name in ("components", "columns", "rows"))
