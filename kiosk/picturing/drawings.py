# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells whether a drawing (SVG) is nothing but a drawing: no scripts, and nothing fetched from a file or an address."""

import re
from typing import Final

from lxml import etree

LARGEST: Final = 2_000_000
"""Bytes of one drawing."""

_LIMITED: Final = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
_BARRED: Final = frozenset(
    ["script", "foreignObject", "image", "feImage", "audio", "video", "iframe", "set", "handler"]
)
_ADDRESS: Final = re.compile(r"url\(\s*['\"]?(?!#)|@import", re.IGNORECASE)


def is_svg(content: bytes) -> bool:
    """Whether it begins as XML with an svg element does."""
    return content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and b"<svg" in content[:4_000]


def is_inert(content: bytes) -> bool:
    """Whether every reference in it leads to another place in it."""
    if len(content) > LARGEST or b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        return False
    try:
        root = etree.fromstring(content, _LIMITED)
    except etree.XMLSyntaxError:
        return False
    # An instruction to who reads it may name a style sheet.
    instructed = root.xpath("boolean(//processing-instruction())")
    return not instructed and all(_harmless(one) for one in root.iter(etree.Element))


def _harmless(element: etree._Element) -> bool:
    if element.tag.rpartition("}")[2] in _BARRED or _ADDRESS.search(element.text or ""):
        return False
    return all(_leads_nowhere(str(name), str(value)) for name, value in element.attrib.items())


def _leads_nowhere(name: str, value: str) -> bool:
    bare = name.rpartition("}")[2].lower()
    if bare == "href":
        return value.startswith("#")
    return not bare.startswith("on") and _ADDRESS.search(value) is None
