# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets a Form.io definition in as plain JSON within limits, and reads its members whatever type they have."""

import math
from collections.abc import Iterator, Mapping

from core.forms.json_door import UnusableError, bounded, document_of
from core.forms.problems import FormProblem

DEEPEST = 120
"""Objects and lists inside each other. The deepest published form has 40."""

MOST_COMPONENTS = 20_000

Component = Mapping[str, object]


def read(source: bytes) -> Component:
    """The definition: an object with `components`, or Open Forms' `configuration`. Raises `UnusableError`."""
    document = document_of(source)
    bounded(document, DEEPEST, 100 * MOST_COMPONENTS, "#")
    if isinstance(document, dict) and "components" not in document:
        document = document.get("configuration")
    if not isinstance(document, dict) or not isinstance(document.get("components"), list):
        raise UnusableError(FormProblem("#", "form.not_a_form", {"missing": "components"}))
    return document


def word(component: Component, name: str) -> str:
    """A member that is a text; empty when it is none."""
    value = component.get(name)
    return value if isinstance(value, str) else ""


def table(component: Component, name: str) -> Component:
    """A member that is an object; empty when it is none."""
    value = component.get(name)
    return value if isinstance(value, dict) else {}


def items(component: Component, name: str) -> list[object]:
    """What is in a member that is a list; nothing where it is none."""
    value = component.get(name)
    return value if isinstance(value, list) else []


def listed(component: Component, name: str) -> list[Component]:
    """The objects in a member that is a list."""
    return [one for one in items(component, name) if isinstance(one, dict)]


def inner(component: Component) -> Iterator[Component]:
    """The components inside a component, whichever way it holds them."""
    yield from listed(component, "components")
    for column in listed(component, "columns"):
        yield from listed(column, "components")
    for row in items(component, "rows"):
        for cell in row if isinstance(row, list) else ():
            if isinstance(cell, dict):
                yield from listed(cell, "components")


def yes(component: Component, name: str) -> bool:
    """Whether a member says yes. Old forms write truths as texts."""
    return component.get(name) in (True, "true", 1)


def number(component: Component, name: str) -> float | None:
    """A member that is a finite number, or a text of one."""
    value = component.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        found = float(value)
    except (ValueError, OverflowError):
        return None
    return found if math.isfinite(found) else None
