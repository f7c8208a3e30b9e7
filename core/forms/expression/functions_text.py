# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The functions on text of XPath 1.0 (section 4.2) and ODK XForms ('XPath Functions'); pure computation."""

from uuid import UUID

from core.forms.expression.calling import MANY, TEXT_STEP, Calling, Function
from core.forms.expression.regular import matches
from core.forms.expression.values import NodeSet, Scalar, Value, to_number, to_text


def flattened(arguments: tuple[Value, ...]) -> list[Scalar]:
    """The arguments, with a node-set standing for the values of its nodes."""
    found: list[Scalar] = []
    for argument in arguments:
        if isinstance(argument, NodeSet):
            found.extend(argument.values())
        else:
            found.append(argument)
    return found


def _charged(calling: Calling, text: str) -> str:
    calling.charge(len(text) // TEXT_STEP)
    return text


def _concat(calling: Calling, arguments: tuple[Value, ...]) -> Value:
    return _charged(calling, "".join(to_text(one) for one in flattened(arguments)))


def _join(calling: Calling, arguments: tuple[Value, ...]) -> Value:
    return _charged(calling, to_text(arguments[0]).join(to_text(one) for one in flattened(arguments[1:])))


def _substr(_: Calling, arguments: tuple[Value, ...]) -> Value:
    """ODK `substr(text, start, end?)`: counted from 0, the end not included, negative from the end."""
    text = to_text(arguments[0])
    bounds = [to_number(one) for one in arguments[1:]]
    if any(bound != bound for bound in bounds):
        return ""
    limit = len(text)
    whole = [int(max(-limit, min(limit, bound))) for bound in bounds]
    start, end = whole[0], (whole[1] if len(whole) > 1 else limit)
    start, end = (limit + start if start < 0 else start), (limit + end if end < 0 else end)
    return text[start:end] if start < end else ""


def _substring(_: Calling, arguments: tuple[Value, ...]) -> Value:
    """XPath 1.0 `substring(text, start, length?)`: counted from 1, rounded bounds."""
    text = to_text(arguments[0])
    start = _xpath_round(to_number(arguments[1]))
    end = start + _xpath_round(to_number(arguments[2])) if len(arguments) > 2 else float("inf")
    return "".join(letter for place, letter in enumerate(text, 1) if start <= place < end)


def _xpath_round(number: float) -> float:
    return number if number != number or abs(number) == float("inf") else (number + 0.5) // 1


def _translate(calling: Calling, arguments: tuple[Value, ...]) -> Value:
    text, old, new = (to_text(one) for one in arguments)
    table: dict[str, str] = {}
    for place, letter in enumerate(old):
        table.setdefault(letter, new[place] if place < len(new) else "")
    calling.charge(len(old) // TEXT_STEP)
    return _charged(calling, "".join(table.get(letter, letter) for letter in text))


def _before(_: Calling, arguments: tuple[Value, ...]) -> Value:
    text, mark = to_text(arguments[0]), to_text(arguments[1])
    return text.partition(mark)[0] if mark and mark in text else ""


def _after(_: Calling, arguments: tuple[Value, ...]) -> Value:
    text, mark = to_text(arguments[0]), to_text(arguments[1])
    return text.partition(mark)[2] if mark else text


def _uuid(calling: Calling, arguments: tuple[Value, ...]) -> Value:
    """A random (version 4) UUID, or so many random letters and digits."""
    material = calling.random_bytes()
    if not arguments:
        return str(UUID(bytes=material[:16], version=4))
    wanted = to_number(arguments[0])
    length = int(max(0.0, min(wanted, 256.0))) if wanted == wanted else 0
    return (material.hex() * 8)[:length]


FUNCTIONS: tuple[Function, ...] = (
    Function("string", 1, 1, lambda _, a: to_text(a[0])),
    Function("concat", 0, MANY, _concat),
    Function("join", 1, MANY, _join),
    Function("string-length", 1, 1, lambda _, a: float(len(to_text(a[0])))),
    Function("substr", 2, 3, _substr),
    Function("substring", 2, 3, _substring),
    Function("substring-before", 2, 2, _before),
    Function("substring-after", 2, 2, _after),
    Function("contains", 2, 2, lambda _, a: to_text(a[1]) in to_text(a[0])),
    Function("starts-with", 2, 2, lambda _, a: to_text(a[0]).startswith(to_text(a[1]))),
    Function("ends-with", 2, 2, lambda _, a: to_text(a[0]).endswith(to_text(a[1]))),
    Function("translate", 3, 3, _translate),
    Function("normalize-space", 1, 1, lambda c, a: _charged(c, " ".join(to_text(a[0]).split()))),
    Function("regex", 2, 2, lambda _, a: matches(to_text(a[0]), to_text(a[1]))),
    Function("uuid", 0, 1, _uuid),
)
