# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of all functions that a form may call. What is not here makes a form unusable, never half working."""

from collections.abc import Mapping
from types import MappingProxyType

from core.forms.expression import (
    functions_codes,
    functions_dates,
    functions_geo,
    functions_numbers,
    functions_sets,
    functions_text,
)
from core.forms.expression.calling import Function

FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        function.name: function
        for group in (
            functions_text,
            functions_numbers,
            functions_dates,
            functions_sets,
            functions_geo,
            functions_codes,
        )
        for function in group.FUNCTIONS
    }
)
"""Functions whose arguments are all evaluated first."""

SPECIAL: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "if": (3, 3),
        "once": (1, 1),
        "position": (0, 1),
        "last": (0, 0),
        "current": (0, 0),
        "instance": (1, 1),
        "indexed-repeat": (3, 7),
        "randomize": (1, 2),
        "pulldata": (4, 4),
        "version": (0, 0),
        "jr:choice-name": (2, 2),
        "jr:itext": (1, 1),
    }
)
"""Functions that the evaluator knows itself: they skip arguments, or ask where they stand."""

SIGNATURES: Mapping[str, tuple[int, int]] = MappingProxyType(
    {**{name: (one.least, one.most) for name, one in FUNCTIONS.items()}, **SPECIAL}
)
"""Least and most number of arguments of every function."""
