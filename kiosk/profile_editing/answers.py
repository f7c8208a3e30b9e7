# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts the answers of the form back into the values of the file: what nobody changed stays as it is written there."""

import copy
from collections.abc import Mapping
from typing import Any

from core.forms.entry import Entry

Values = Mapping[str, Any]


def changed(values: Values, before: Entry, now: Entry) -> dict[str, Any]:
    """The values of the file once the answers are those of `now`. `before` is the form as the file filled it."""
    return _merged(values, _object(before.json()), _object(now.json()))


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _merged(values: Values, before: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = copy.deepcopy(dict(values))
    for key in dict.fromkeys((*before, *now)):
        old, new = before.get(key), now.get(key)
        if old == new and type(old) is type(new):
            continue
        if isinstance(old, dict) or isinstance(new, dict):
            inner = _merged(_table(found.get(key)), _object(old), _object(new))
            if inner:
                found[key] = inner
            else:
                found.pop(key, None)
        elif isinstance(old, list) or isinstance(new, list):
            found[key] = _list(found.get(key), old or [], new or [])
        elif new is None:
            # An empty text is an answer too: the default would come back in its place.
            found[key] = ""
        else:
            found[key] = new
    return found


def _table(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(given: object, before: list[Any], now: list[Any]) -> list[Any]:
    """A list: texts as they are answered now; tables with what nobody changed in them."""
    there = given if isinstance(given, list) else []
    if not any(isinstance(one, dict) for one in (*before, *now)):
        return copy.copy(now)
    left = dict(enumerate(before))
    found = []
    for place, one in enumerate(now):
        same = next((at for at, old in left.items() if old == one), place if place in left else -1)
        old = left.pop(same, {})
        table = there[same] if 0 <= same < len(there) and isinstance(there[same], dict) else {}
        found.append(_merged(table, _object(old), _object(one)))
    return found
