# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads recordings, one JSON object a line, whatever state they are in: what cannot be read is listed."""

import json
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from jsonschema.exceptions import SchemaError, UndefinedTypeCheck, UnknownType
from referencing.exceptions import Unresolvable

from core.forms.expression.trouble import ExpressionError
from replay.findings import Difference, Findings

Row = Mapping[str, Any]

BUGS: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    re.error,
    ExpressionError,
    SchemaError,
    UndefinedTypeCheck,
    UnknownType,
    Unresolvable,
)
"""What a program that is wrong raises. A replay of other people's files tells it and goes on with the next."""


def rows(folder: Path, known: frozenset[str], found: Findings) -> Iterator[tuple[str, Row]]:
    """The rows of all `.jsonl` files of a folder, each with its place. Members that are not `known` are listed once."""
    strange: set[str] = set()
    for file in sorted(folder.rglob("*.jsonl")):
        try:
            lines = file.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n")
        except OSError as error:
            found.unread[str(file)] = str(error)
            continue
        for number, line in enumerate(lines, 1):
            place = f"{folder.name}/{file.relative_to(folder).as_posix()}:{number}"
            if not line.strip():
                continue
            row = _row(line, place, found)
            if row is None:
                continue
            for name in sorted(row.keys() - known - strange):
                strange.add(name)
                found.unread[f"{place}: {name}"] = "a member that is not known here; it is not compared"
            yield place, row


def _row(line: bytes, place: str, found: Findings) -> Row | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        found.unread[place] = f"no JSON: {error}"[:300]
        return None
    if not isinstance(row, dict):
        found.unread[place] = "no object"
        return None
    return row


def lacking(row: Row, wanted: Mapping[str, type]) -> str:
    """What of a row is missing or of another kind; empty for nothing."""
    wrong = [name for name, kind in wanted.items() if not isinstance(row.get(name), kind)]
    return f"{', '.join(wrong)} missing or of another kind" if wrong else ""


def objects(value: object, *members: str) -> bool:
    """Whether something is a list of objects that have texts for these members."""
    return isinstance(value, list) and all(
        isinstance(one, dict) and all(isinstance(one.get(name), str) for name in members) for one in value
    )


def inside(corpora: Path, name: str) -> Path:
    """A file that a recording names. Raises `OSError` for a name that leads out of the folder; where a link of the
    folder leads is its owner's affair."""
    whole = os.path.abspath(corpora)
    file = Path(os.path.normpath(os.path.join(whole, name)))
    if not file.is_relative_to(whole):
        raise FileNotFoundError(f"{name} is outside the folder")
    return file


@contextmanager
def told(found: Findings, form: str, place: str) -> Iterator[None]:
    """List an exception of ours as a difference: the reference engine came to an end here."""
    try:
        yield
    except BUGS as error:
        said = f"{type(error).__name__}: {error}"[:500]
        found.note(Difference(form, "exception", place, "", said), same=False)
