# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds what a reference in a schema leads to, within the document alone: by pointer, anchor, or the id of a part."""

from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import unquote, urldefrag, urljoin

Schema = Mapping[str, object]

_VALUES: Final = frozenset({"enum", "const", "default", "examples"})
"""Members that hold values, in which nothing is a schema."""


class References:
    """The places of one document that have an address (JSON Schema 2020-12 core, section 8.2)."""

    def __init__(self, document: Schema) -> None:
        self._document = document
        self._ids = ("$id", "id") if "draft-04" in str(document.get("$schema") or "") else ("$id",)
        self._bases: dict[int, str] = {}
        self._resources: dict[str, object] = {"": document}
        self._anchors: dict[tuple[str, str], object] = {}
        self._several: set[str] = set()
        for part, base in _parts(document, self._ids):
            self._bases[id(part)] = base
            self._resources.setdefault(base, part)
            self._name(part, base)

    def _name(self, part: Schema, base: str) -> None:
        names = [part.get("$anchor"), part.get("$dynamicAnchor"), *(part.get(name) for name in self._ids)]
        for name in names:
            if isinstance(name, str) and name:
                self._anchors.setdefault((base, name.removeprefix("#")), part)
        dynamic = part.get("$dynamicAnchor")
        if isinstance(dynamic, str):
            known = self._anchors.setdefault(("", f"dynamic {dynamic}"), part)
            if known is not part:
                self._several.add(dynamic)

    def target(self, part: Schema, reference: str) -> object:
        """What the reference that stands in a part leads to; None for nothing."""
        base = self._bases.get(id(part), "")
        try:
            address, name = urldefrag(urljoin(base, reference))
        except ValueError:
            return None
        if reference.startswith("#"):
            address = base
        resource = self._resources.get(address)
        if resource is None:
            # An id that is no address is found as it is written.
            return self._anchors.get((base, reference)) or self._anchors.get(("", reference))
        if name and not name.startswith("/"):
            return self._anchors.get((address, unquote(name)))
        for step in name.split("/")[1:]:
            resource = _inside(resource, unquote(step).replace("~1", "/").replace("~0", "~"))
        return resource

    def reference_in(self, part: Schema) -> str | None:
        """The reference in a part; an empty text for one that depends on the way to it and has several ends."""
        plain = part.get("$ref")
        if isinstance(plain, str):
            return plain
        dynamic = part.get("$dynamicRef", part.get("$recursiveRef"))
        if not isinstance(dynamic, str):
            return None
        try:
            name = urldefrag(dynamic)[1]
        except ValueError:
            # No address at all; who follows it finds nothing there and says so.
            return dynamic
        return "" if name in self._several else dynamic


def _parts(document: Schema, ids: tuple[str, ...]) -> Iterator[tuple[Schema, str]]:
    """All objects of a document with the addresses that references in them start from."""
    waiting: list[tuple[object, str, bool]] = [(document, "", True)]
    while waiting:
        part, base, is_schema = waiting.pop()
        if isinstance(part, dict):
            for name in ids if is_schema else ():
                own = part.get(name)
                if isinstance(own, str) and own and not own.startswith("#"):
                    base = _joined(base, own)
            yield part, base
            # A member that is called `$id` is none.
            inner = [(key, value) for key, value in part.items() if not (is_schema and key in _VALUES)]
            waiting.extend((value, base, key not in _NAMING or not is_schema) for key, value in inner)
        elif isinstance(part, list):
            waiting.extend((one, base, True) for one in part)


_NAMING: Final = frozenset({"properties", "patternProperties", "$defs", "definitions", "dependentSchemas"})
"""Members whose own members are named by the author."""

_DIGITS: Final = 9
"""Of a place in a list: no file that is read here holds so long a one."""


def _joined(base: str, own: str) -> str:
    try:
        return urldefrag(urljoin(base, own))[0]
    except ValueError:
        return base


def _inside(found: object, step: str) -> object:
    if isinstance(found, dict):
        return found.get(step)
    # Longer ones count past every list, and `int` refuses some (4,300 digits and more).
    if isinstance(found, list) and step.isdecimal() and len(step) <= _DIGITS and int(step) < len(found):
        return found[int(step)]
    return None
