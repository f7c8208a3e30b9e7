# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The recordings of Form.io's engine, and what the definitions of their forms say of components beside their data."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

Recorded = Mapping[str, Any]


def recordings(corpora: Path) -> Iterator[Recorded]:
    """The recorded fillings, several for each form."""
    for file in sorted((corpora / "formio-golden").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def definition(corpora: Path, form: str, pointer: str) -> bytes:
    """The definition at a JSON pointer (RFC 6901) in a file."""
    part = json.loads((corpora / form).read_bytes())
    for step in pointer.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        part = part[int(name)] if isinstance(part, list) else part[name]
    return json.dumps(part).encode()


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


def types(part: object) -> dict[str, str]:
    """The types of the components of a definition, by their keys."""
    found: dict[str, str] = {}
    if isinstance(part, dict) and isinstance(part.get("key"), str):
        found[part["key"]] = str(part.get("type"))
    inner = [part.get(name) for name in INNER] if isinstance(part, dict) else part
    for one in inner if isinstance(inner, list) else ():
        found.update(types(one))
    return found


INNER: Final = ("components", "columns", "rows")
