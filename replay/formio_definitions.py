# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The recordings of Form.io's engine, and what the definitions of their forms say of components beside their data."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from core.forms.formio.composed import COMPOSED
from core.forms.formio.kinds import TYPES, Asks
from replay.findings import Findings
from replay.rows import Row, inside, lacking, objects, rows

Recorded = Row
MEMBERS: Final = frozenset({"form", "pointer", "sample", "has_js", "input", "errors", "hidden", "data"})
_WANTED: Final = {"form": str, "input": dict, "errors": list, "hidden": list, "data": dict}


def recordings(corpora: Path, found: Findings | None = None) -> Iterator[Recorded]:
    """The recorded fillings, several for each form. What is no recording is listed in what was `found`."""
    found = Findings("Form.io") if found is None else found
    for place, row in rows(corpora / "formio-golden", MEMBERS, found):
        wrong = lacking(row, _WANTED)
        if not wrong and not objects(row["errors"], "path", "rule"):
            wrong = "errors without path or rule"
        if not wrong and not all(isinstance(one, str) for one in row["hidden"]):
            wrong = "hidden are no paths"
        if wrong:
            found.unread[place] = wrong
        else:
            pointer = row.get("pointer")
            yield {"sample": 0, **row, "pointer": pointer if isinstance(pointer, str) else ""}


def definition(corpora: Path, form: str, pointer: str) -> bytes:
    """The definition at a JSON pointer (RFC 6901) in a file. Raises `OSError`, or `LookupError` where nothing is."""
    content = inside(corpora, form).read_bytes()
    if not pointer:
        return content
    part = json.loads(content)
    for step in pointer.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        if isinstance(part, list) and name.isdecimal():
            part = part[int(name)]
        elif isinstance(part, dict):
            part = part[name]
        else:
            raise LookupError(f"nothing at {pointer}")
    return json.dumps(part).encode()


def definitions(corpora: Path, found: Findings | None = None) -> Iterator[tuple[str, str]]:
    """All definitions of forms in the folder's `formio`: their files, and the pointers to them in these. What cannot be
    read is listed in what was `found`, unless it was met before."""
    for file in sorted((corpora / "formio").rglob("*.json")):
        name = file.relative_to(corpora).as_posix()
        try:
            content = json.loads(file.read_bytes())
        except (OSError, ValueError, RecursionError) as error:
            if found is not None and name not in found.refused:
                found.unread.setdefault(name, f"no JSON: {error}"[:300])
            continue
        for pointer in _pointers(content, "", 4):
            yield name, pointer


def _pointers(part: object, here: str, deeper: int) -> Iterator[str]:
    if isinstance(part, dict) and objects(part.get("components"), "type"):
        yield here
        return
    if deeper and isinstance(part, dict | list):
        inner = part.items() if isinstance(part, dict) else enumerate(part[:20])
        for name, one in inner:
            step = str(name).replace("~", "~0").replace("/", "~1")
            yield from _pointers(one, f"{here}/{step}", deeper - 1)


Around = Mapping[str, list[frozenset[str]]]
"""The keys of the components around a component, by its key; several when several have the key."""


def around(part: object, above: frozenset[str] = frozenset()) -> dict[str, list[frozenset[str]]]:
    """What is around each component of a definition; layouts have no place in the data, only in this."""
    found: dict[str, list[frozenset[str]]] = {}
    inside = above
    if isinstance(part, dict) and isinstance(part.get("key"), str):
        found[part["key"]] = [above]
        inside = above | {part["key"]}
    inner = [part.get(name) for name in INNER] if isinstance(part, dict) else part
    for one in inner if isinstance(inner, list) else ():
        for key, keys in around(one, inside).items():
            found[key] = [*found.get(key, []), *keys]
    return found


def types(part: object) -> dict[str, frozenset[str]]:
    """The types of the components of a definition, by their keys; several when several have the key."""
    found: dict[str, frozenset[str]] = {}
    if isinstance(part, dict) and isinstance(part.get("key"), str):
        found[part["key"]] = frozenset({str(part.get("type"))})
    inner = [part.get(name) for name in INNER] if isinstance(part, dict) else part
    for one in inner if isinstance(inner, list) else ():
        for key, names in types(one).items():
            found[key] = found.get(key, frozenset()) | names
    return found


def whole_of(place: str, of_keys: Mapping[str, frozenset[str]]) -> str:
    """The place of the one component that a question is a part of, by the types of the keys; empty for its own."""
    way = ""
    for step in place.split(".")[:-1]:
        way = f"{way}.{step}" if way else step
        # What only arranges, and has its key from the same word, holds no data.
        names = {name.lower() for name in of_keys.get(step.partition("[")[0], ())} - ARRANGING
        # The engine goes into an address of Form.io itself.
        if names and names <= COMPOSED - {"address"}:
            return way
    return ""


def is_named(note: str, hidden: str) -> bool:
    """Whether a path of the engine's names this note: it puts keys of layouts before the place, and no others."""
    if hidden == note:
        return True
    before, ends, _ = hidden.rpartition(f".{note}")
    return bool(ends) and set(before.split(".")) <= set(note.split("."))


INNER: Final = ("components", "columns", "rows")
ARRANGING: Final = frozenset(name for name, kind in TYPES.items() if kind is Asks.LAYOUT)
