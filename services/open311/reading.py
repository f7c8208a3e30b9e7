# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads Open311 answers, JSON and XML alike, into rows; knows what servers do otherwise than the standard.

GeoReport v2. Deviations met in recorded answers: integer ids, booleans as text, null, wrapper objects, other
root elements (`requests`), a row where a list belongs, errors nested in objects or as one sentence.
"""

from lxml import etree

from services.documents import Json, Unreadable, local_name, read_json, read_xml
from services.outside_text import one_line, plain

Row = dict[str, Json]

MOST_ROWS = 20_000
_LISTS = frozenset(
    {"services", "service_requests", "requests", "errors", "attributes", "values", "endpoints", "formats"}
)
_WRAPPERS = ("service_requests", "requests", "services", "service_definition", "discovery", "data", "results")


def read_answer(body: bytes) -> Json | Unreadable:
    """The value of an answer. XML becomes what the JSON form would be; the first sign tells which it is."""
    if body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        root = read_xml(body)
        if isinstance(root, Unreadable):
            return root
        if local_name(root).lower() == "html":
            return Unreadable("a web page")
        return {local_name(root): _value(root)}
    return read_json(body)


def rows(value: Json) -> list[Row]:
    """The rows of an answer, out of whatever it is wrapped in; a single row counts as a list of one."""
    match value:
        case list():
            return [one for one in value[:MOST_ROWS] if isinstance(one, dict)]
        case dict():
            for name in _WRAPPERS:
                if name in value:
                    return rows(value[name])
            return [value]
        case _:
            return []


def word(row: Row, name: str) -> str:
    """A value on one line; ids may come as numbers, and 0 is one. Empty when absent or null."""
    value = row.get(name)
    match value:
        case bool():
            return "true" if value else "false"
        case str() | int() | float():
            return one_line(str(value))
        case _:
            return ""


def words(row: Row, name: str, most: int = 5_000) -> str:
    """A value as plain text with its lines."""
    value = row.get(name)
    return plain(value, most) if isinstance(value, str) else word(row, name)


def truth(row: Row, name: str, otherwise: bool = False) -> bool:
    """A boolean, also where it is written as text or as 0 and 1."""
    match word(row, name).lower():
        case "true" | "1" | "yes":
            return True
        case "false" | "0" | "no":
            return False
        case _:
            return otherwise


def number(row: Row, name: str) -> int:
    """A whole number; 0 when it is none."""
    written = word(row, name)
    return (
        int(written) if written.isascii() and written.removeprefix("-").isdigit() and len(written) < 10 else 0
    )


def listed(row: Row, name: str) -> list[Row]:
    """The rows of a member that is a list."""
    value = row.get(name)
    return rows(value) if isinstance(value, list) else []


def error_words(value: Json) -> str:
    """The sentences of an error body, one a line, each once; empty when it is no error body.

    The standard has a list of `code` and `description`; 6aika nests `detail`, San Francisco has one sentence.
    """
    if isinstance(value, dict):
        for name in ("errors", "error", "detail"):
            if name in value:
                return "\n".join(dict.fromkeys(_sentences(value[name])))
        for name in _WRAPPERS:
            if name in value:
                return error_words(value[name])
    listed_rows = [row for row in rows(value) if "description" in row and "code" in row]
    if not listed_rows or any("service_request_id" in row or "service_code" in row for row in listed_rows):
        return ""
    return "\n".join(dict.fromkeys(sentence for row in listed_rows for sentence in _sentences(row)))


def _sentences(value: Json) -> list[str]:
    match value:
        case dict():
            return [one for name, inner in value.items() if name != "code" for one in _sentences(inner)]
        case list():
            return [one for inner in value[:20] for one in _sentences(inner)]
        case str():
            sentence = plain(value)
            return [sentence] if sentence else []
        case _:
            return []


def _value(element: etree._Element) -> Json:
    children = list(element)
    if not children:
        text = (element.text or "").strip()
        return [] if local_name(element) in _LISTS and not text else text or None
    names = [local_name(child) for child in children]
    if _is_list(element, names):
        return [_value(child) for child in children]
    members: Row = {}
    for name, child in zip(names, children, strict=True):
        members.setdefault(name, _value(child))
    return members


def _is_list(element: etree._Element, names: list[str]) -> bool:
    """Whether XML means a list: it says so, or has the name of one and children of one kind."""
    if element.get("type") == "array" or element.get("is_array") == "true":
        return True
    return local_name(element) in _LISTS and len(set(names)) == 1
