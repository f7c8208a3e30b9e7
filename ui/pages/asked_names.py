# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the parts of a question are called: behind their names stands the question, where it shares its page."""

from typing import Final

_AT: Final = "@"
_PARTS: Final = "answer."
"""What the name of every part of an answer begins with."""


def name_on_page(name: str, path: str) -> str:
    """What something is called on a page with several questions."""
    return f"{name}{_AT}{path}" if name.startswith(_PARTS) and _AT not in name else name


def name_alone(name: str) -> str:
    """What it is called where its question has a page of its own."""
    return name.partition(_AT)[0] if name.startswith(_PARTS) else name
