# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes plain, bounded text of what somebody else wrote; what a screen shows of it is decided elsewhere."""

import re

SENTENCE = 500
PARAGRAPH = 5_000

# Controls, lone surrogates, noncharacters, and the characters that turn the direction of neighbouring text.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufeff]"
)
_SPACES = re.compile(r"[ \t]+")


def plain(text: str, most: int = SENTENCE) -> str:
    """The text without invisible characters and outer spaces, at most `most` characters; lines are kept."""
    # Cut first: cleaning a hundred megabytes for 500 characters would be an attack that works.
    clean = _INVISIBLE.sub("", text[: most * 4].replace("\r\n", "\n").replace("\r", "\n"))
    lines = (_SPACES.sub(" ", line).strip() for line in clean.split("\n"))
    joined = "\n".join(line for line in lines if line)
    return joined if len(joined) <= most else joined[: most - 1].rstrip() + "…"


def one_line(text: str, most: int = SENTENCE) -> str:
    """The same on one line: ids, names, references."""
    return plain(" ".join(text[: most * 4].split()), most)
