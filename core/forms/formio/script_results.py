# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a script has worked out, as the text of an answer."""

from typing import assert_never

from core.forms.binds import Kind, Shape
from core.forms.expression.trouble import EvaluationError
from core.forms.formio.javascript_values import javascript_text


def text_of(shape: Shape, value: object) -> str | float:
    """A JSON value as a node of this shape holds it. Raises `EvaluationError` for one that it cannot hold."""
    if value is None or value == "":
        return ""
    match shape.kind:
        case Kind.TEXT | Kind.NUMBER if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        case Kind.TEXT | Kind.NUMBER if isinstance(value, str | bool):
            return javascript_text(value)
        case Kind.TRUTH if isinstance(value, bool) or value in ("true", "false"):
            return javascript_text(value)
        case Kind.CHOICE if isinstance(value, str | bool | int | float):
            return _tokens(shape, [value])
        case Kind.CHOICES if isinstance(value, list):
            return _tokens(shape, value)
        case Kind.BOXES if isinstance(value, dict):
            return _tokens(shape, [name for name, ticked in value.items() if ticked is True])
        case Kind.DAY if isinstance(value, str) and value.count("/") == 2:
            first, second, year = value.split("/")
            return f"{year}-{second}-{first}" if shape.day_first else f"{year}-{first}-{second}"
        case Kind.MIDNIGHT if isinstance(value, str):
            return value[:10]
        case (
            Kind.TEXT
            | Kind.NUMBER
            | Kind.TRUTH
            | Kind.CHOICE
            | Kind.CHOICES
            | Kind.BOXES
            | Kind.DAY
            | Kind.MIDNIGHT
            | Kind.CONSTANT
            | Kind.OBJECT
            | Kind.FILE
            | Kind.FILES
            | Kind.DATA_URL
            | Kind.ENCODED
            | Kind.DRAWN
            | Kind.POINT
            | Kind.LINE
            | Kind.AREA
        ):
            raise EvaluationError("program", f"its result is no {shape.kind.value}")
        case _:
            assert_never(shape.kind)


def _tokens(shape: Shape, wanted: list[object]) -> str:
    tokens = {javascript_text(value): token for token, value in shape.values.items()}
    shown = [javascript_text(one) for one in wanted]
    if not set(shown) <= tokens.keys():
        raise EvaluationError("program", "its result is none of the choices")
    return " ".join(tokens[one] for one in shown)
