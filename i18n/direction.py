# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps each text in its own direction, and makes text from outside safe to set beside ours.

Unicode Standard Annex 9 (bidirectional algorithm) section 2.7: isolates; Unicode Technical Report 36 section
2.5: text whose controls reorder what stands around it.
"""

import re
import unicodedata

from i18n.languages import language_info

LEFT_TO_RIGHT_ISOLATE = "\u2066"
RIGHT_TO_LEFT_ISOLATE = "\u2067"
FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"
_ISOLATES = (LEFT_TO_RIGHT_ISOLATE, RIGHT_TO_LEFT_ISOLATE, FIRST_STRONG_ISOLATE)
NO_BREAK_SPACE = "\u00a0"
ELLIPSIS = "…"

_STRONG_RIGHT = frozenset({"R", "AL"})
_NUMBERS = frozenset({"EN", "AN"})
# Joiners shape Arabic, Persian and Indic letters and emoji; two others are places to break a word.
_KEPT_FORMATS = frozenset({"\u00ad", "\u200b", "\u200c", "\u200d"})
_SPACES = {"\t": " ", "\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\x0b": "\n", "\x0c": "\n"}
# A single common separator between digits belongs to the number (UAX 9, rule W4): no isolate is needed.
_ONE_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
# From one hour to another: who reads from the right begins with the hour on the right.
_HOURS = re.compile(r"\d{1,2}[:.]\d{2}\s*[-\u2013\u2014]\s*\d{1,2}[:.]\d{2}")
# A telephone or account number in groups: between Arabic letters the last group would stand first (UAX 9, rule W2).
_GROUPS = re.compile(r"(?<![\d\u2066])\+?\d+(?: \d+)+(?!\d)")
_DIGITS_OF_A_NUMBER = 6
_MARKS_IN_A_ROW = 8


def isolate(text: str, language: str | None = None) -> str:
    """The text, isolated: in its language's direction, or in that of its first strong letter."""
    if not text:
        return text
    if language is None:
        return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"
    opening = RIGHT_TO_LEFT_ISOLATE if language_info(language).is_right_to_left else LEFT_TO_RIGHT_ISOLATE
    return f"{opening}{text}{POP_ISOLATE}"


def left_to_right(text: str) -> str:
    """A number, a reference or an address, read from left to right wherever it stands."""
    return f"{LEFT_TO_RIGHT_ISOLATE}{text}{POP_ISOLATE}" if text else text


def within(text: str, language: str) -> str:
    """A value on its way into a sentence of `language`: isolated if it could otherwise disturb the order.

    A value with digits and without letters is a number, a phone or a reference: it runs from left to right. From one
    hour to another, it runs as the language does.
    """
    if text.startswith(_ISOLATES):
        return text
    classes = {unicodedata.bidirectional(character) for character in text}
    right_to_left = language_info(language).is_right_to_left
    rightward = bool(classes & _STRONG_RIGHT)
    leftward = "L" in classes
    if rightward:
        return text if right_to_left and not leftward and not classes & _NUMBERS else isolate(text)
    if not right_to_left:
        return text
    if leftward:
        return isolate(text)
    if _HOURS.fullmatch(text):
        return isolate(text, language)
    return left_to_right(text) if classes & _NUMBERS and not _ONE_NUMBER.fullmatch(text) else text


def with_numbers(text: str, language: str) -> str:
    """A text of `language` in which numbers written in groups run from left to right: nobody dials their end first."""
    if not language_info(language).is_right_to_left:
        return text
    return _GROUPS.sub(_in_order, text)


def _in_order(found: re.Match[str]) -> str:
    digits = sum(one.isdigit() for one in found[0])
    return left_to_right(found[0]) if digits >= _DIGITS_OF_A_NUMBER else found[0]


def strip_controls(text: str) -> str:
    """The text without what is invisible: controls, direction overrides and isolates, surrogates, tags.

    Line ends become `\\n`, tabs become spaces. Joiners and places to break a word stay. More than eight marks
    stacked on one letter are cut, because they draw over the lines around.
    """
    if text.isascii() and text.isprintable():
        return text
    kept: list[str] = []
    marks = 0
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    for character in (_SPACES.get(one, one) for one in lines):
        category = unicodedata.category(character)
        if category in ("Mn", "Me"):
            marks += 1
            if marks > _MARKS_IN_A_ROW:
                continue
        else:
            marks = 0
        if category[0] == "C" and character != "\n" and character not in _KEPT_FORMATS and category != "Co":
            continue
        kept.append(character)
    return "".join(kept)


def plain(text: str, limit: int, *, lines: bool = True) -> str:
    """Text from outside as it may be shown: no invisible controls, at most `limit` characters.

    What is cut ends with an ellipsis. Without `lines`, line ends become spaces.
    """
    if limit < 1:
        raise ValueError("a text needs room for one character at least")
    # Four times the room is enough for everything that may be dropped from an honest text.
    clean = strip_controls(text[: limit * 4 + 64])
    if lines:
        clean = "\n".join(" ".join(line.split(" ")).rstrip() for line in clean.split("\n")).strip("\n")
    else:
        clean = " ".join(clean.split())
    if len(clean) <= limit and len(text) <= limit * 4 + 64:
        return clean
    cut = clean[: limit - 1]
    while cut and unicodedata.combining(cut[-1]):
        cut = cut[:-1]
    return cut.rstrip() + ELLIPSIS
