# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a form wants a text to be written, where its own window writes it so while somebody types.

Here nothing changes under a person's hands: it is written so when they go on.
"""

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

PATIENCE: Final = 0.05
"""Seconds in which a text is laid beside its mask; one that takes longer stays as it is."""

_SPACES: Final = re.compile(r"\s{2,}")


class Case(Enum):
    """Which letters a form wants, by the words of Form.io's `case`."""

    MIXED = "mixed"
    UPPER = "uppercase"
    LOWER = "lowercase"


@dataclass(frozen=True, slots=True)
class Writing:
    """`one_space`: none at the ends, and one where several were. `capitals` is the pattern of a mask whose groups `c`
    are the letters that it wants in capitals; empty where it wants none."""

    case: Case = Case.MIXED
    one_space: bool = False
    capitals: str = ""

    @property
    def is_wanted(self) -> bool:
        """Whether any text is written otherwise than it was typed."""
        return self.one_space or self.case is not Case.MIXED or bool(self.capitals)

    def of(self, text: str) -> str:
        """The text as the form wants it."""
        if self.one_space:
            text = _SPACES.sub(" ", text.strip())
        if self.case is not Case.MIXED:
            text = text.upper() if self.case is Case.UPPER else text.lower()
        return _with_capitals(text, self.capitals) if self.capitals else text


AS_WRITTEN: Final = Writing()


def _with_capitals(text: str, pattern: str) -> str:
    # Few forms have such masks, and every session would have the library in its memory.
    import regex

    try:
        found = regex.fullmatch(pattern, text, timeout=PATIENCE)
    except TimeoutError:
        return text
    if found is None:
        return text
    letters = list(text)
    for start, _ in found.spans("c"):
        # A letter with a capital of two letters has no place for both.
        if len(letters[start].upper()) == 1:
            letters[start] = letters[start].upper()
    return "".join(letters)
