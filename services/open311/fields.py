# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The names under which an Open311 report's fields stand in a form's instance, and the way back.

Attribute codes and choice keys may hold signs that XML names and XForms values cannot (spaces above all).
"""

import re
from enum import Enum
from typing import Final

DESCRIPTION: Final = "description"
ADDRESS: Final = "address_string"

_PLAIN = re.compile(r"[^A-Za-z0-9-]")
_ESCAPED = re.compile(r"_([0-9a-f]{1,6})_")


class Kind(Enum):
    """How an attribute's answer is written in the instance; the value begins the element's name."""

    TEXT = "t"
    DATE = "d"
    ONE = "c"
    MANY = "m"


def element_name(kind: Kind, code: str) -> str:
    """The element for an attribute."""
    return f"{kind.value}_{escaped(code)}"


def attribute_of(name: str) -> tuple[Kind, str] | None:
    """The attribute that an element stands for; None when it is no attribute's."""
    start, line, code = name.partition("_")
    if not line or start not in {kind.value for kind in Kind}:
        return None
    return Kind(start), unescaped(code)


def escaped(text: str) -> str:
    """The text in ASCII letters, digits and hyphens; every other sign as `_hex_`."""
    return _PLAIN.sub(lambda found: f"_{ord(found[0]):x}_", text)


def unescaped(text: str) -> str:
    """The text that `escaped` made this of."""
    return _ESCAPED.sub(lambda found: chr(min(int(found[1], 16), 0x10FFFF)), text)
