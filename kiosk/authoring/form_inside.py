# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds a Form.io definition inside another document: exports of projects and of versions hold one or several."""

from collections.abc import Mapping
from typing import Final

DEEPEST: Final = 6
MOST: Final = 20
"""Parts of a list that are looked at."""


def inner_definition(document: Mapping[str, object]) -> str:
    """Where the first definition stands, as a JSON pointer (RFC 6901); empty where there is none, or all is one."""
    level: list[tuple[str, object]] = [("", document)]
    for _ in range(DEEPEST):
        for place, part in level:
            if place and isinstance(part, dict) and _is_definition(part):
                return f"#{place}"
        level = [inner for place, part in level for inner in _inside(place, part)]
    return ""


def _is_definition(part: Mapping[object, object]) -> bool:
    components = part.get("components")
    return isinstance(components, list) and any(
        isinstance(one, dict) and isinstance(one.get("type"), str) for one in components
    )


def _inside(place: str, part: object) -> list[tuple[str, object]]:
    if isinstance(part, dict):
        return [
            (f"{place}/{str(name).replace('~', '~0').replace('/', '~1')}", one) for name, one in part.items()
        ]
    if isinstance(part, list):
        return [(f"{place}/{number}", one) for number, one in enumerate(part[:MOST])]
    return []
