# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The six places of the fixed bar and what stands in them: now, and ever."""

from typing import Final, Literal

from accessibility.qt.look import Look
from ui.present.bar import BarContents

BarPlace = Literal["back", "help", "read", "settings", "language", "finish"]
PLACES: Final[tuple[BarPlace, ...]] = ("back", "help", "read", "settings", "language", "finish")

Words = dict[BarPlace, tuple[str, ...]]
"""The words that each place may show."""


def words_now(contents: BarContents, short: bool) -> dict[BarPlace, str]:
    """The words of the six places; an empty one has nothing to do on this page."""
    return {
        "back": contents.back,
        "help": contents.help_short if short else contents.help,
        "read": contents.read_short if short else contents.read,
        "settings": contents.settings,
        "language": contents.languages,
        "finish": contents.finish,
    }


def words_ever(look: Look, contents: BarContents) -> Words:
    """All words that each place may show in this look."""
    short = look.layout.short_words
    text, tail = look.texts.text, "_short" if short else ""
    keys: dict[BarPlace, tuple[str, ...]] = {
        "back": ("bar.back",),
        "help": (f"bar.help{tail}", f"bar.coming{tail}"),
        "read": (f"bar.read{tail}", f"bar.stop{tail}"),
        "settings": ("bar.settings",),
        "language": ("bar.language",),
        "finish": ("bar.finish",),
    }
    now = words_now(contents, short)
    return {
        place: tuple(
            dict.fromkeys([*(text(key) for key in keys[place]), *([now[place]] if now[place] else [])])
        )
        for place in PLACES
    }
