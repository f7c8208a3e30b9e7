# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentences that tell people what to press name it as it is written there: "Press Continue" in every language."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from i18n.entries import Entry

CONTROLS: Final = (
    "bar.back",
    "bar.help",
    "bar.read",
    "bar.settings",
    "bar.language",
    "bar.finish",
    "service.start",
    "question.continue",
    "check.change",
    "list.add",
    "list.remove",
    "applications.number",
    "keyboard.delete",
    "said_back.yes",
)
"""The keys of what stands on buttons that sentences speak of."""

QUOTES: Final = {
    "ar": "«»",
    "fa": "«»",
    "hi": "“”",
    "ja": "「」",
    "ko": "“”",
    "ru": "«»",
    "uk": "«»",
    "zh-Hans": "“”",
    "zh-Hant": "「」",
}
"""Where letters are not large and small, and where words are bent, only quotes say that these words stand on a
button."""

DOES: Final = "brings|changes|makes|signs|takes"
"""What English sentences say of a button that they begin with."""

_NO_BREAK: Final = str.maketrans({"\u00a0": " ", "\u202f": " "})


def plain(text: str) -> str:
    """A sentence without what only keeps its words on one line."""
    return text.translate(_NO_BREAK)


def named(english: Mapping[str, Entry]) -> dict[str, tuple[str, ...]]:
    """The controls that each English sentence names, by the keys of both.

    A name stands in the middle of a sentence with its capital ("press Continue"), or does something ("Back brings
    you home").
    """
    labels = {plain(english[key].forms[0]): key for key in CONTROLS if key in english}
    some = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))
    if not some:
        return {}
    pattern = re.compile(rf"(?<=[a-z,] )[“]?({some})(?![a-z])|(?:^|(?<=[.:] ))({some})(?= (?:{DOES}) )")
    found: dict[str, tuple[str, ...]] = {}
    for key, entry in english.items():
        matches = pattern.finditer(plain(entry.forms[-1]))
        if keys := tuple(dict.fromkeys(labels[one[1] or one[2]] for one in matches)):
            found[key] = keys
    return found


def misnamed(
    sentence: Entry, controls: tuple[str, ...], own: Mapping[str, Entry], language: str
) -> Iterator[str]:
    """What a sentence calls otherwise than the button that it speaks of. `own` are the sentences of its language."""
    marks = QUOTES.get(language, "")
    for control in controls:
        if control not in own:
            continue
        label = plain(own[control].forms[0])
        wanted = f"{marks[:1]}{label}{marks[1:]}"
        for form in sentence.forms:
            if wanted not in plain(form):
                yield f"does not name the button that says {wanted}"
