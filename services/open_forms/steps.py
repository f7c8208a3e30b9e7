# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which answers belong to which step of a form; what the server has to be told at the end. Sends nothing."""

from collections.abc import Iterator
from typing import Final

from services.documents import Json

Members = dict[str, Json]

STATEMENTS: Final = "submissionStatementsConfiguration"
_PRESENTING = frozenset({"fieldset", "columns", "content", "panel", "well", "table", "softRequiredErrors"})


def objects(value: Json) -> list[Members]:
    """The objects of a list; none for anything else."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def components(step: Members) -> list[Json]:
    """The Form.io components of a step; none where it has no configuration."""
    configuration = step.get("configuration")
    found = configuration.get("components") if isinstance(configuration, dict) else None
    return found if isinstance(found, list) else []


def statements(form: Members) -> list[Members]:
    """What people have to declare before the end, as the form's checkboxes; what is not demanded is not asked."""
    return [
        one for one in objects(form.get(STATEMENTS)) if _is_demanded(one) and isinstance(one.get("key"), str)
    ]


def part_of(answers: Members, found: list[Json]) -> Members:
    """Those of the answers that the components ask for. Dots in a key make objects in each other."""
    part: Members = {}
    for key in keys(found):
        names = key.split(".")
        value = value_at(answers, names)
        if value is not None:
            _put(part, names, value)
    return part


def keys(found: list[Json]) -> Iterator[str]:
    """The keys of the components that hold an answer; what is inside a list or an object belongs to its answer."""
    for component in asked_inside(found):
        yield str(component["key"])


def asked_inside(found: list[Json]) -> Iterator[Members]:
    """The components that hold an answer, also those inside of what only arranges."""
    for component in objects(found):
        if component.get("type") in _PRESENTING:
            for inner in ("components", "columns", "rows"):
                yield from _within(component.get(inner))
        elif isinstance(component.get("key"), str):
            yield component


def leaves(answers: Members, above: str = "") -> Iterator[str]:
    """The dotted names of all answers, so that none is left behind."""
    for name, value in answers.items():
        if isinstance(value, dict):
            yield from leaves(value, f"{above}{name}.")
        else:
            yield f"{above}{name}"


def _within(value: Json) -> Iterator[Members]:
    if not isinstance(value, list):
        return
    for one in value:
        if isinstance(one, list):
            yield from _within(one)
        elif isinstance(one, dict) and "type" not in one and isinstance(one.get("components"), list):
            yield from _within(one["components"])
        elif isinstance(one, dict):
            yield from asked_inside([one])


def _is_demanded(statement: Members) -> bool:
    rules = statement.get("validate")
    return isinstance(rules, dict) and rules.get("required") is True


def value_at(answers: Members, names: list[str]) -> Json:
    """The answer that names lead to, one inside the other; None for none."""
    found: Json = answers
    for name in names:
        found = found.get(name) if isinstance(found, dict) else None
    return found


def _put(part: Members, names: list[str], value: Json) -> None:
    for name in names[:-1]:
        inner = part.setdefault(name, {})
        assert isinstance(inner, dict)
        part = inner
    part[names[-1]] = value
