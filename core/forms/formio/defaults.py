# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a question begins with, from the `defaultValue` of its component."""

from core.forms.binds import Kind, Shape
from core.forms.formio.javascript_values import javascript_text
from core.forms.formio.kinds import Asks


def default_text(kind: Asks, default: object, shape: Shape) -> str:
    """The text of a default value as a question of this kind holds it; empty for none, and for what does not fit."""
    if kind is Asks.DAY:
        parts = default.split("/") if isinstance(default, str) and default.count("/") == 2 else []
        if not parts or not all(part.isdecimal() and int(part) for part in parts):
            return ""
        first, second, year = parts
        return f"{year}-{second}-{first}" if shape.day_first else f"{year}-{first}-{second}"
    if isinstance(default, bool):
        return javascript_text(default) if kind is Asks.TRUTH else ""
    if default == 0:
        # Form.io begins with a default value only where JavaScript takes it for true (`Component.defaultValue`).
        return ""
    if shape.kind is Kind.MIDNIGHT:
        return default[:10] if isinstance(default, str) else ""
    return javascript_text(default) if isinstance(default, str | int | float) else ""
