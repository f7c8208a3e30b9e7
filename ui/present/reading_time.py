# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a page takes to read for somebody who reads slowly (accessibility.md TIM-04)."""

from ui.present.reading import Readable

WORDS_A_MINUTE = 100
"""TIM-04."""

SIGNS_A_MINUTE = 150
"""Chinese and Japanese are written without spaces: a word of theirs has about one and a half signs."""

_SIGNS = ((0x3040, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))
"""Kana and Han, which count sign by sign."""


def reading_time(page: Readable) -> float:
    """Seconds for everything visible on a page, with what stands in its fields."""
    return sum(
        seconds(item.phrase.text) + (seconds(item.value.text) if item.value is not None else 0.0)
        for item in page.items()
    )


def seconds(text: str) -> float:
    """Seconds for one text."""
    signs = sum(1 for character in text if _is_sign(character))
    rest = "".join(" " if _is_sign(character) else character for character in text)
    words = sum(1 for word in rest.split() if any(character.isalnum() for character in word))
    return 60.0 * (words / WORDS_A_MINUTE + signs / SIGNS_A_MINUTE)


def _is_sign(character: str) -> bool:
    code = ord(character)
    return any(first <= code <= last for first, last in _SIGNS)
