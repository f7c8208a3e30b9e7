# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the question of one value: its kind, its choices, its rules and how it is written in JSON."""

from typing import assert_never

from core.forms.binds import Bind, DataType, Kind, Shape
from core.forms.built import TRUE, Built
from core.forms.definition import AnswerType, Choice, Question, Scale
from core.forms.expression.tree import Call
from core.forms.json_schema import parts
from core.forms.json_schema.checks import checks_of
from core.forms.json_schema.documents import Schema
from core.forms.json_schema.formats import is_checked
from core.forms.json_schema.parts import Asks
from core.forms.json_schema.rules import FORMATS
from core.forms.language_names import UNDETERMINED
from core.forms.message import Message, MessageVersion
from core.forms.plain_text import plain
from core.forms.problems import Fate
from core.forms.scales import whole_numbers

_MOMENTS = {
    "date": (AnswerType.DATE, DataType.DATE),
    "time": (AnswerType.TIME, DataType.TIME),
    "date-time": (AnswerType.DATE_TIME, DataType.DATE_TIME),
}

DATA_URL = "data-url"
"""The format of a text that is a file (react-jsonschema-form)."""

BASE64 = "base64"
"""The encoding of a text that is a file's content, whose kind stands beside it (`contentMediaType`)."""

_LONG = 200
"""From so many characters on a text is asked for in several lines."""


_CENT = 0.01
_GROUPED = "thousands-sep"
"""The appearance (XLSForm) of an amount of money: a schema has no word for one but that cents are counted."""


def text(shown: str) -> Message:
    """A message in the schema's own language, which it does not tell."""
    made = plain(" ".join(shown.split()))
    return Message((MessageVersion(UNDETERMINED, (made,)),)) if made else Message()


def question_of(
    schema: Schema, kind: Asks, node: int, needed: bool, label: Message, built: Built
) -> Question:
    """The question, noted in what is built with its rules and its shape."""
    answer, data, shape = _kinds(schema, kind)
    choices = _choices(schema, kind)
    if choices:
        shape = Shape(shape.kind, {choice.value: option.value for choice, option in choices})
    default = _default_choice(schema, shape) if choices else built.nodes[node].default
    built.default(node, default)
    built.shapes[node] = shape
    built.binds[node] = Bind(
        type=data,
        required=TRUE if needed else None,
        readonly=Call("true", ()) if schema.get("readOnly") is True else None,
        checks=checks_of(schema, node, built.dialect),
    )
    form = schema.get("format")
    if kind is Asks.TEXT and isinstance(form, str) and not is_checked(form, FORMATS):
        built.note(node, f"format {' '.join(form.split())[:40]}", Fate.NOT_CHECKED)
    longest = schema.get("maxLength")
    several = isinstance(longest, int) and longest > _LONG and kind is Asks.TEXT
    question = Question(
        built.path(node),
        answer,
        label,
        text(str(schema.get("description") or "")),
        tuple([choice for choice, _ in choices]),
        "multiline" if several else _GROUPED if schema.get("multipleOf") == _CENT else "",
        node,
        scale=_small_scale(schema, kind),
        media_type=str(schema.get("contentMediaType") or "") if shape.kind is Kind.ENCODED else "",
    )
    built.questions.append(question)
    return question


def _kinds(schema: Schema, kind: Asks) -> tuple[AnswerType, DataType, Shape]:
    match kind:
        case Asks.CHOICE:
            return AnswerType.SELECT_ONE, DataType.CHOICES, Shape(Kind.CHOICE)
        case Asks.CHOICES:
            return AnswerType.SELECT_MULTIPLE, DataType.CHOICES, Shape(Kind.CHOICES)
        case Asks.TRUTH:
            return AnswerType.TRUTH, DataType.TEXT, Shape(Kind.TRUTH)
        case Asks.INTEGER:
            return AnswerType.INTEGER, DataType.INTEGER, Shape(Kind.NUMBER)
        case Asks.NUMBER:
            return AnswerType.DECIMAL, DataType.DECIMAL, Shape(Kind.NUMBER)
        case Asks.TEXT if schema.get("format") == DATA_URL:
            return AnswerType.UPLOAD, DataType.TEXT, Shape(Kind.DATA_URL)
        case Asks.TEXT if schema.get("contentEncoding") == BASE64 and schema.get("contentMediaType"):
            return AnswerType.UPLOAD, DataType.TEXT, Shape(Kind.ENCODED)
        case Asks.TEXT:
            answer, data = _MOMENTS.get(str(schema.get("format")), (AnswerType.TEXT, DataType.TEXT))
            return answer, data, Shape(Kind.TEXT)
        case Asks.OBJECT | Asks.LIST | Asks.CONSTANT | Asks.NOTHING | Asks.UNKNOWN:
            raise ValueError(f"{kind.value} is no value to ask for")
        case _:
            assert_never(kind)


def _small_scale(schema: Schema, kind: Asks) -> Scale | None:
    """The whole numbers between the ends of an `integer`, where every one of them fits."""
    if kind is not Asks.INTEGER or schema.get("multipleOf", 1) != 1:
        return None
    return whole_numbers(schema.get("minimum"), schema.get("maximum"))


def _choices(schema: Schema, kind: Asks) -> list[tuple[Choice, parts.Option]]:
    """The choices are numbered: their values may be of any kind, and may have blanks in them."""
    items = schema.get("items")
    source = items if kind is Asks.CHOICES and isinstance(items, dict) else schema
    found = parts.options(source) if kind in (Asks.CHOICE, Asks.CHOICES) else []
    return [(Choice(str(place), text(option.title)), option) for place, option in enumerate(found, 1)]


def _default_choice(schema: Schema, shape: Shape) -> str:
    value = schema.get("default")
    several = value if isinstance(value, list) else [value]
    if value is None:
        return ""
    return " ".join(token for one in several for token, given in shape.values.items() if given == one)


def default_of(schema: Schema) -> str:
    """What the answer to a value's schema begins with, as it is written; empty for nothing."""
    value = schema.get("default")
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, str | int | float) else ""
