# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which names there are for a Form.io script here; a script that uses another one is refused by that name."""

from typing import Final

_KEYWORDS: Final = (
    "break case catch class const continue default delete do else extends false finally for function get if in"
    " instanceof let new null of return set static switch throw true try typeof var void while"
)
KEYWORDS: Final = frozenset(_KEYWORDS.split())

_LANGUAGE: Final = (
    "Array Boolean Date Error Infinity JSON Map Math NaN Number Object RangeError RegExp Set String TypeError"
    " decodeURIComponent encodeURIComponent isFinite isNaN parseFloat parseInt undefined"
)
LANGUAGE: Final = frozenset(_LANGUAGE.split())
"""What of the language itself may be used: what gives the same for the same answers."""

_UNSTEADY: Final = (
    "toLocaleString toLocaleDateString toLocaleTimeString toLocaleUpperCase toLocaleLowerCase localeCompare"
    " random constructor __proto__ prototype"
)
UNSTEADY_MEMBERS: Final = frozenset(_UNSTEADY.split())
"""Members that depend on the machine's language or on chance, or that lead to what makes programs of texts."""

LODASH: Final = frozenset({"get", "some"})
"""What published forms call of lodash in scripts that could run here."""

ROOTS: Final = frozenset({"data", "row"})
"""Where the answers are."""

OF_COMPONENT: Final = frozenset({"key", "label", "type"})

VARIABLES: Final = frozenset({"value", "input", "show", "valid"})

_CHANGING: Final = "push pop shift unshift splice sort reverse fill copyWithin"
CHANGING: Final = frozenset(_CHANGING.split())
"""Methods of a list that change it."""

ASSIGNING: Final = frozenset(
    (
        "=",
        "+=",
        "-=",
        "*=",
        "/=",
        "%=",
        "**=",
        "<<=",
        ">>=",
        ">>>=",
        "&=",
        "|=",
        "^=",
        "&&=",
        "||=",
        "??=",
        "++",
        "--",
    )
)

DECLARING: Final = frozenset({"var", "let", "const", "function", "class"})
