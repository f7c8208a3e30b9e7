# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the question of one Form.io component: its kind, its choices, its rules and how it is written in JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from core.forms.binds import Bind, Check, DataType, Kind, Shape
from core.forms.built import TRUE, Built
from core.forms.clocks import USUAL, knows
from core.forms.definition import MASKED, AnswerType, Choice, Question
from core.forms.expression.tree import Call, Outside
from core.forms.formio.checks import checks_of, needs_yes, year_checks
from core.forms.formio.defaults import default_text
from core.forms.formio.documents import Component, table, word, yes
from core.forms.formio.file_limits import largest, media_types
from core.forms.formio.javascript_values import javascript_text
from core.forms.formio.judged import Judged
from core.forms.formio.kinds import Asks, asks, is_day_alone, plain_type
from core.forms.formio.number_checks import currency_of, small_scale
from core.forms.formio.outside_lists import choices_offered
from core.forms.formio.texts import text
from core.forms.formio.written import writing_of
from core.forms.message import Message

_SIMPLE: Final = {
    Asks.TEXT: (AnswerType.TEXT, DataType.TEXT, Kind.TEXT),
    Asks.NUMBER: (AnswerType.DECIMAL, DataType.DECIMAL, Kind.NUMBER),
    Asks.TRUTH: (AnswerType.TRUTH, DataType.TEXT, Kind.TRUTH),
    Asks.DATE: (AnswerType.DATE, DataType.DATE, Kind.TEXT),
    Asks.DATE_TIME: (AnswerType.DATE_TIME, DataType.DATE_TIME, Kind.TEXT),
    Asks.TIME: (AnswerType.TIME, DataType.TIME, Kind.TEXT),
    Asks.DAY: (AnswerType.DATE, DataType.DATE, Kind.DAY),
    Asks.FILE: (AnswerType.UPLOAD, DataType.TEXT, Kind.FILES),
    Asks.SIGNATURE: (AnswerType.UPLOAD, DataType.TEXT, Kind.DRAWN),
}


_DAY_ALONE: Final = (AnswerType.DATE, DataType.DATE, Kind.MIDNIGHT)
"""What a `datetime` without a time is: its window asks for a day and gives its first moment."""


@dataclass(frozen=True, slots=True)
class Value:
    """What one component holds: its answer, its texts in data and JSON, what it begins with."""

    answer: AnswerType
    type: DataType
    shape: Shape
    choices: tuple[Choice, ...] = ()
    default: str = ""
    checks: tuple[Check, ...] = ()
    hint: str = ""


def value_of(component: Component, node: int) -> Value | str:
    """The value of a component that asks for one; a text names what cannot be asked for here."""
    kept = component.get("clearOnHide") is False
    kind = asks(component)
    default = component.get("defaultValue")
    if kind in (Asks.CHOICE, Asks.BOXES):
        return _chosen(component, kind, kept, node)
    if kind is Asks.PLACE:
        return _place(component, kept)
    if kind is Asks.DAY and any(yes(table(table(component, "fields"), one), "hide") for one in _FIELDS):
        return _part_of_day(component, kept, node)
    answer, data, written = _DAY_ALONE if is_day_alone(component) else _SIMPLE[kind]
    clock = (word(component, "dataFormat") or USUAL) if kind is Asks.TIME else ""
    if clock and not knows(clock):
        return f"dataFormat {clock[:40]}"
    blank = _BLANKS.get(written)
    shape = Shape(written, day_first=yes(component, "dayFirst"), kept=kept, blank=blank, clock=clock)
    checks = checks_of(component, node)
    if kind is Asks.TRUTH:
        checks = needs_yes(component, node)
    if kind is Asks.DAY:
        checks = year_checks(component, node)
    return Value(answer, data, shape, default=default_text(kind, default, shape), checks=checks)


_PLACES: Final = (
    ("polygon", AnswerType.GEOSHAPE, DataType.PLACES, Kind.AREA),
    ("polyline", AnswerType.GEOTRACE, DataType.PLACES, Kind.LINE),
)


def _place(component: Component, kept: bool) -> Value:
    """A place, or a way or an area where the map of Open Forms (`interactions`) takes no place."""
    drawn = table(component, "interactions")
    for name, answer, data, written in _PLACES:
        if yes(drawn, name) and not yes(drawn, "marker"):
            return Value(answer, data, Shape(written, kept=kept))
    return Value(AnswerType.GEOPOINT, DataType.PLACE, Shape(Kind.POINT, kept=kept))


_BLANKS: Final[Mapping[Kind, object]] = {
    Kind.TEXT: "",
    Kind.TRUTH: False,
    Kind.DAY: "",
    Kind.MIDNIGHT: "",
    Kind.FILES: [],
    Kind.DRAWN: "",
}
"""What Form.io's window has where there is no answer yet. A number is not there at all."""

_FIELDS: Final = ("day", "month", "year")


def _part_of_day(component: Component, kept: bool, node: int) -> Value:
    """A month and a year alone, or a year, are written as digits with strokes between.

    Data of older forms has all three parts, with zeros for those that are not asked.
    """
    fields = table(component, "fields")
    order = ("day", "month", "year") if yes(component, "dayFirst") else ("month", "day", "year")
    shown = [one for one in order if not yes(table(fields, one), "hide")]
    lengths = [4 if one == "year" else 2 for one in shown]
    hint = "/".join({"day": "DD", "month": "MM", "year": "YYYY"}[one] for one in shown)

    def fits(value: object) -> bool:
        parts = str(value).split("/")
        most = {"day": 31, "month": 12, "year": 9999}
        if len(parts) == len(order) != len(shown):
            return all(
                len(part) <= 4 and part.isdecimal() and int(part) <= most[one]
                for part, one in zip(parts, order, strict=True)
            )
        return len(parts) == len(shown) and all(
            len(part) == length and part.isdecimal() and 0 < int(part) <= most[one]
            for part, length, one in zip(parts, lengths, shown, strict=True)
        )

    check = Check("day", Outside(Judged(node, fits)), "rule.format")
    years = year_checks(component, node) if "year" in shown else ()
    shape = Shape(Kind.TEXT, kept=kept, blank="")
    return Value(AnswerType.TEXT, DataType.TEXT, shape, checks=(check, *years), hint=hint)


def _chosen(component: Component, kind: Asks, kept: bool, node: int) -> Value | str:
    """The choices are numbered: their values may be of any kind, and may have blanks in them."""
    offered = choices_offered(component)
    if isinstance(offered, str):
        return offered
    found = [one for one in offered if one.get("value") not in (None, "")]
    if not found:
        source = word(component, "dataSrc") or word(table(component, "openForms"), "dataSrc")
        return f"choices from {source[:20] if source not in ('', 'manual') else 'nothing'}"
    values = {str(place): _of_type(component, one.get("value")) for place, one in enumerate(found, 1)}
    choices = tuple(
        [
            Choice(str(place), text(word(one, "label") or javascript_text(one["value"])))
            for place, one in enumerate(found, 1)
        ]
    )
    several = kind is Asks.BOXES or yes(component, "multiple")
    written = Kind.BOXES if kind is Asks.BOXES else Kind.CHOICES if several else Kind.CHOICE
    unticked = {str(value): False for value in values.values()}
    blank: object = unticked if kind is Asks.BOXES else [] if several else ""
    default = component.get("defaultValue")
    if isinstance(default, dict) and kind is Asks.BOXES:
        wanted = [_of_type(component, name) for name, ticked in default.items() if ticked is True]
    else:
        wanted = [_of_type(component, one) for one in (default if isinstance(default, list) else [default])]
    return Value(
        AnswerType.SELECT_MULTIPLE if several else AnswerType.SELECT_ONE,
        DataType.CHOICES,
        Shape(written, values, kept=kept, blank=blank),
        choices,
        " ".join(token for token, one in values.items() if one in wanted),
        checks_of(component, node),
    )


def _of_type(component: Component, value: object) -> object:
    """A choice as Form.io stores it: numbers and truths by what they look like, or as `dataType` says."""
    kind = word(component, "dataType") or "auto"
    if plain_type(component) not in ("radio", "select") or not isinstance(value, str) or kind == "string":
        return value
    if kind in ("auto", "boolean") and value.lower() in ("true", "false"):
        return value.lower() == "true"
    if kind in ("auto", "number") and value.strip("-").replace(".", "", 1).isdecimal() and len(value) < 16:
        number = float(value)
        shown = javascript_text(number)
        if shown == value:
            return int(value) if number == int(number) else number
    return value


_APPEARANCES: Final = MappingProxyType(
    {"textarea": "multiline", "password": MASKED, "signature": "signature"}
)


def question_of(component: Component, found: Value, node: int, label: Message, built: Built) -> Question:
    """The question of a value, noted in what is built with its rules."""
    validate = table(component, "validate")
    own = text(word(validate, "customMessage") or word(table(component, "errors"), "required"))
    parts = table(component, "fields") if asks(component) is Asks.DAY else {}
    needed = yes(validate, "required") or any(yes(table(parts, one), "required") for one in _FIELDS)
    built.binds[node] = Bind(
        type=found.type,
        required=TRUE if needed else None,
        readonly=Call("true", ()) if yes(component, "disabled") else None,
        required_message=own,
        checks=found.checks,
    )
    question = Question(
        built.path(node),
        found.answer,
        label,
        text(word(component, "description") or word(component, "tooltip") or found.hint),
        found.choices,
        _APPEARANCES.get(plain_type(component), ""),
        node,
        media_type=media_types(component),
        largest=largest(component),
        scale=small_scale(component),
        currency=currency_of(component),
        guidance=text(word(component, "tooltip") if word(component, "description") else ""),
        writing=writing_of(component),
    )
    built.questions.append(question)
    return question


def hidden_value(component: Component) -> tuple[Shape, str]:
    """What a `hidden` component sends, and what it begins with."""
    default = component.get("defaultValue")
    if isinstance(default, dict | list) and default:
        return Shape(Kind.CONSTANT, constant=default), ""
    kept = component.get("clearOnHide") is False
    if isinstance(default, bool):
        return Shape(Kind.TRUTH, kept=kept, blank=False), javascript_text(default)
    if isinstance(default, int | float):
        return Shape(Kind.NUMBER, kept=kept), javascript_text(default)
    return Shape(Kind.TEXT, kept=kept, blank=""), word(component, "defaultValue")
