# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the C libraries that convert, and their dictionaries, where Debian puts them."""

import ctypes
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

MOST: Final = 120
"""Choices that are offered for one reading; what is rarer is found by a longer or a shorter one."""

PACKAGES: Final = {
    "zh-Hans": ("libpinyin15",),
    "zh-Hant": ("libchewing3", "libpinyin15", "libopencc1.1"),
    "ja": ("libanthy1",),
}
"""The Debian packages that each language needs; their dictionaries come with them."""


class AbsentError(Exception):
    """A library or its dictionary is not on this machine."""


def library(*names: str) -> ctypes.CDLL:
    """The first of these shared libraries that is there. AbsentError when none is."""
    for name in names:
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    raise AbsentError(names[0])


def declare(found: ctypes.CDLL, name: str, result: Any, *arguments: Any) -> Any:
    """A function of a library with its types, as its header has them."""
    function = getattr(found, name)
    function.restype, function.argtypes = result, arguments
    return function


def folder(places: Sequence[str], holding: str) -> Path:
    """The first of these folders, each a pattern below /usr, that holds a file. AbsentError when none does."""
    for pattern in places:
        for place in sorted(Path("/usr").glob(pattern)):
            if (place / holding).is_file():
                return place
    raise AbsentError(holding)
