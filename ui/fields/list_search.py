# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells which answers of a long list fit the letters that somebody wrote."""

from ui.present.long_list import folded


def fits(label: str, letters: str) -> bool:
    """Whether every word written begins a word of the label, or, where words are not set apart, is in it.

    Case, accents and vowel marks do not matter.
    """
    plain = folded(label)
    words = plain.split()
    return all(
        any(word.startswith(part) for word in words) or (not plain.isascii() and part in plain)
        for part in folded(letters).split()
    )
