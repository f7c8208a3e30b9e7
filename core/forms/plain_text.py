# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes plain text of what form authors write: Markdown and HTML marks go, the words stay."""

import re

LONGEST = 20_000
"""Characters of one text of a form; what is longer is cut before it is looked through."""

_OUTPUT = re.compile("\x00(\\d+)\x00")

# The marks may be at most so far apart that looking for them stays cheap in a text that is full of them.
_STEPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<br\s*/?>", re.IGNORECASE), "\n"),
    (
        re.compile(
            r"</?(?:span|b|i|u|em|strong|p|div|font|small|big|sub|sup|a|h[1-6])(?:\s[^<>]{0,400})?>",
            re.IGNORECASE,
        ),
        "",
    ),
    (re.compile(r"!?\[([^\[\]]{0,400})\]\([^()\s]{0,2000}\)"), r"\1"),
    (re.compile(r"(?m)^#{1,6}[ \t]+"), ""),
    # A row of marks with a blank after it is a place to write on, as on paper.
    (re.compile(r"(?<![\\\w*])(\*\*|__)(?=[*_]?[^\s*_])(.{1,400}?)(?<=\S)\1(?![\w*])", re.DOTALL), r"\2"),
    (re.compile(r"(?<![\\\w*_])([*_])(?=[^\s*_])(.{1,400}?)(?<=[^\s*_\\])\1(?![\w*_])", re.DOTALL), r"\2"),
    (re.compile(r"\\([*_#\\])"), r"\1"),
    (re.compile(r"[ \t\r\f\v]*\n[ \t\r\f\v]*"), "\n"),
    (re.compile(r"[ \t\r\f\v]+"), " "),
    (re.compile(r"\n{3,}"), "\n\n"),
)

_MARKS = re.compile(r"[<\[*_#\\\n\r\t\f\v]|  ")
"""Without any of these nothing is to be done."""


def plain(text: str) -> str:
    """The text as it is to be read: the marks of XLSForm's Markdown subset and HTML tags taken out.

    Links keep their words; an address to tap is useless on paper and at a kiosk.
    """
    text = text[:LONGEST]
    if _MARKS.search(text) is None:
        return text.strip()
    for pattern, replacement in _STEPS:
        text = pattern.sub(replacement, text)
    return text.strip(" \n")


def mark(number: int) -> str:
    """Stands where the output with a number goes while the text around it is made plain. XML cannot contain it."""
    return f"\x00{number}\x00"


def parts(text: str) -> list[str | int]:
    """A plain text cut at its marks: texts and numbers of outputs, in order."""
    pieces = _OUTPUT.split(text)
    return [int(piece) if place % 2 else piece for place, piece in enumerate(pieces) if piece]
