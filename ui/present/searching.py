# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every page says on which something is looked for by words, whatever is found there."""

from dataclasses import dataclass

from core.ids import Language


@dataclass(frozen=True, slots=True)
class SearchingContents:
    """`words` are exactly what was typed.

    `keyboard` tells whether letters are shown on the screen; `show` then puts them away where they leave no room for
    what was found, and is empty where nothing was.
    """

    language: Language
    heading: str
    field: str
    words: str
    clear: str
    hint: str
    show: str
    keyboard: bool

    @property
    def called(self) -> str:
        """The page without the words that somebody seeks."""
        return self.field
