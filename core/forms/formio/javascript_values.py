# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How JavaScript compares and writes values (ECMA-262 section 7), as Form.io's conditions rely on it."""

import math


def truthy(value: object, *, logic: bool = False) -> bool:
    """Whether a value counts as true. JSON `logic` says that an empty list does not, JavaScript that it does."""
    if isinstance(value, list):
        return bool(value) if logic else True
    return value is not None and value not in ("", False, 0) and not _is_nan(value)


def javascript_text(value: object) -> str:
    """`String(value)`; a value that is not there is `undefined`."""
    match value:
        case None:
            return "undefined"
        case bool():
            return "true" if value else "false"
        case float() if math.isfinite(value) and value == int(value):
            return str(int(value))
        case float() if not math.isfinite(value):
            return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
        case list():
            return ",".join("" if one is None else javascript_text(one) for one in value)
        case dict():
            return "[object Object]"
        case _:
            return str(value)


def to_number(value: object) -> float:
    """`Number(value)`, but for what is not there, which is 0 as in the rules of JSON logic."""
    if value is None:
        return 0.0
    if isinstance(value, bool | int | float):
        try:
            return float(value)
        except OverflowError:
            return math.inf if value > 0 else -math.inf
    text = javascript_text(value).strip()
    if len(text) > 100 or "_" in text or text.lower().lstrip("+-")[:1] in ("n", "i"):
        return math.nan
    try:
        return float(text) if text else 0.0
    except ValueError:
        return math.nan


def equal(one: object, other: object, *, strict: bool = False) -> bool:
    """`===` when strict, else `==`."""
    numbers = (int, float)
    if one is None or other is None:
        return one is other
    if (isinstance(one, bool) and isinstance(other, bool)) or (
        isinstance(one, str) and isinstance(other, str)
    ):
        return one == other
    plain = not isinstance(one, bool) and not isinstance(other, bool)
    if plain and isinstance(one, numbers) and isinstance(other, numbers):
        return float(one) == float(other)
    if strict or (isinstance(one, dict | list) and isinstance(other, dict | list)):
        return False
    return to_number(one) == to_number(other)


def _is_nan(value: object) -> bool:
    return isinstance(value, float) and math.isnan(value)
