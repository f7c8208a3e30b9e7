# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A list with thousands of answers: the letters that are written find a few of them, as fast as they are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from core.forms.plain_text import plain
from core.ids import Language
from core.text import is_in
from ui.present.letters import ALEF_FORMS

if TYPE_CHECKING:
    from core.forms.definition import Choice, Form
    from core.forms.message import Message
    from core.ids import QuestionPath

LONG: Final = 100
"""A list with more answers than this is not shown whole."""

SHOWN: Final = 4
"""Answers shown at once: a page has few things to press (UND-01)."""

_MOST_KEPT: Final = 8


@dataclass(frozen=True, slots=True)
class Found:
    """The first few choices that fit, and how many do."""

    choices: tuple[Choice, ...]
    count: int


@dataclass(slots=True)
class _Kept:
    """What is searched of one list in one language: each label folded, after a space."""

    form: Form
    choices: Sequence[Choice]
    folded: list[str] = field(repr=False)


_kept: dict[tuple[QuestionPath, Language], _Kept] = {}


def found(
    form: Form, path: QuestionPath, choices: Sequence[Choice], letters: str, language: Language
) -> Found:
    """The choices whose labels have words that begin with those written; all where none is written."""
    parts = folded(letters).split()
    if not parts:
        return Found(tuple(choices[:SHOWN]), len(choices))
    labels = _labels(form, path, choices, language)
    fitting: Sequence[int] = range(len(labels))
    for part in parts:
        fitting = [place for place in fitting if has(labels[place], part)]
    return Found(tuple(choices[place] for place in fitting[:SHOWN]), len(fitting))


def has(label: str, part: str) -> bool:
    """Whether a word begins so; where words are not set apart, a part of one is as good as its beginning."""
    return f" {part}" in label or (part in label and not label.isascii())


def folded(text: str) -> str:
    """The text without case, accents and vowel marks."""
    bare = _marks().sub("", unicodedata.normalize("NFKD", text.casefold()))
    return unicodedata.normalize("NFKC", bare).translate(ALEF_FORMS)


def _labels(form: Form, path: QuestionPath, choices: Sequence[Choice], language: Language) -> list[str]:
    kept = _kept.get((path, language))
    if kept is not None and kept.form is form and _same(kept.choices, choices):
        return kept.folded
    # One text for all of them is folded many times faster than each by itself.
    texts = "\n".join(_static(one.label, language) for one in choices)
    labels = [f" {line}" for line in folded(texts).split("\n")]
    while len(_kept) >= _MOST_KEPT:
        _kept.pop(next(iter(_kept)))
    _kept[(path, language)] = _Kept(form, choices, labels)
    return labels


def _same(one: Sequence[Choice], other: Sequence[Choice]) -> bool:
    return one is other or (len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True)))


def _static(message: Message, language: Language) -> str:
    """The words of a label, without what is computed in it."""
    versions = message.versions
    version = versions[0] if len(versions) == 1 else None
    if version is None:
        version = next((one for one in versions if is_in(one.language, language)), None) or message.best(
            language
        )
    parts = version.parts
    if len(parts) == 1 and isinstance(parts[0], str):
        return plain(parts[0]).replace("\n", " ")
    return plain(" ".join(part for part in parts if isinstance(part, str))).replace("\n", " ")


@cache
def _marks() -> re.Pattern[str]:
    """Every combining mark."""
    marks = (chr(code) for code in range(0x0300, 0x10000) if unicodedata.combining(chr(code)))
    return re.compile("[" + "".join(re.escape(one) for one in marks) + "]")
