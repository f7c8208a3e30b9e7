# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells which answers of a long list fit the letters that somebody wrote."""

import unicodedata

_ALEF_FORMS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه"})


def fits(label: str, letters: str) -> bool:
    """Whether every word written begins a word of the label, or, where words are not set apart, is in it.

    Case, accents and vowel marks do not matter.
    """
    folded = _folded(label)
    words = folded.split()
    return all(
        any(word.startswith(part) for word in words) or (not folded.isascii() and part in folded)
        for part in _folded(letters).split()
    )


def _folded(text: str) -> str:
    bare = (
        sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign)
    )
    return unicodedata.normalize("NFKC", "".join(bare)).translate(_ALEF_FORMS)
