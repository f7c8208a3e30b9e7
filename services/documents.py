# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens XML and JSON that somebody else wrote: bounded in depth, without DTD, entities or network access."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

from lxml import etree

DEEPEST = 64
"""Levels of JSON that are read (`reliability.md` P19). XML ends at libxml2's own 256."""

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
"""A JSON value."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The bytes are not what they should be. `reason` is for the log."""

    reason: str


def read_xml(source: bytes) -> etree._Element | Unreadable:
    """The root element. A document type declaration is refused: it is how entities attack a reader."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(source, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        return Unreadable("not well-formed XML")
    if root.getroottree().docinfo.internalDTD is not None:
        return Unreadable("document type declaration")
    return root


def local_name(element: etree._Element) -> str:
    """The element's name without its namespace: servers differ in whether they give one."""
    # Not `QName`, which raises for a namespace with a brace in it, as a server may send one.
    return element.tag.rpartition("}")[2]


def text_of(element: etree._Element, child: str) -> str:
    """The text of the first child with this local name, stripped; empty when there is none."""
    for one in element:
        if local_name(one) == child:
            return "".join(str(part) for part in one.itertext()).strip()
    return ""


def read_json(source: bytes) -> Json | Unreadable:
    """The value; refused are NaN and Infinity, which JSON does not know, and more than `DEEPEST` levels."""
    try:
        value: Json = json.loads(source, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        return Unreadable("not JSON")
    if any(depth > DEEPEST for depth in _depths(value)):
        return Unreadable("JSON too deep")
    return value


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _depths(value: Json) -> Iterator[int]:
    waiting: list[tuple[Json, int]] = [(value, 1)]
    while waiting:
        one, depth = waiting.pop()
        yield depth
        if depth > DEEPEST:
            return
        if isinstance(one, dict):
            waiting.extend((inner, depth + 1) for inner in one.values())
        elif isinstance(one, list):
            waiting.extend((inner, depth + 1) for inner in one)
