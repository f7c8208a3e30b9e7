# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes Open311 GeoReport v2 answers as JSON or XML from the same values; decides nothing."""

import json
from enum import Enum
from typing import Any
from xml.sax.saxutils import escape

from starlette.responses import Response

Value = dict[str, "Value"] | list["Value"] | str | int | float | bool | None


class Format(Enum):
    """The two formats of the standard, by the ending of the address."""

    JSON = "json"
    XML = "xml"


# What a member of each list is called in XML (GeoReport v2, the examples of each method).
MEMBERS = {
    "services": "service",
    "service_requests": "request",
    "errors": "error",
    "endpoints": "endpoint",
    "formats": "format",
    "attributes": "attribute",
    "values": "value",
}


def answer(wanted: Format, root: str, value: Any, *, status: int = 200, language: str = "en") -> Response:
    """One answer. In JSON the root element has no name, as the standard's examples show."""
    headers = {"Content-Language": language, "Vary": "Accept-Language"}
    if wanted is Format.JSON:
        text = json.dumps(value, ensure_ascii=False)
        return Response(text, status_code=status, media_type="application/json", headers=headers)
    text = f'<?xml version="1.0" encoding="utf-8"?>\n{_element(root, value)}\n'
    return Response(text, status_code=status, media_type="text/xml; charset=utf-8", headers=headers)


def refusal(wanted: Format, status: int, *sentences: str) -> Response:
    """The standard's error body: a list of code and description."""
    return answer(
        wanted, "errors", [{"code": status, "description": sentence} for sentence in sentences], status=status
    )


def _element(name: str, value: Any) -> str:
    if isinstance(value, dict):
        inner = "".join(_element(key, one) for key, one in value.items())
        return f"<{name}>{inner}</{name}>"
    if isinstance(value, list):
        inner = "".join(_element(MEMBERS[name], one) for one in value)
        return f"<{name}>{inner}</{name}>"
    return f"<{name}>{_text(value)}</{name}>"


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    # What XML 1.0 cannot carry is left out here; the records keep a description as it came.
    return escape("".join(sign for sign in str(value) if sign >= " " or sign in "\t\n\r"))
