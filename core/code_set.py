# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A file as a set of codes on a screen, read in any order by another machine: cut, numbered, put together, checked.

A code is text as on receipts (`core.base32`): a name, then a packet of the set's mark, its number, their count and its
piece. The mark is the beginning of the SHA-256 of the whole, which is looked at once all pieces are there; whether the
whole may be believed is said by its own signature.
"""

import hashlib
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from core.base32 import folded, packed, unpacked

BEGINS: Final = "$"
"""The first sign of every code, by which a machine knows that a scanner types one."""

NAME: Final = "CKS1"
PIECE: Final = 348
"""Bytes in one code: with them it has fewer signs than the scanner's and the receipt's 600."""

MOST_TYPED: Final = 600
MOST_CODES: Final = 60
"""More than anybody would scan; a profile has about ten."""

MOST_BYTES: Final = 200_000
"""Of the whole, once it is unpacked."""

_MARK_BYTES: Final = 6
_HEAD_BYTES: Final = _MARK_BYTES + 2


@dataclass(frozen=True, slots=True)
class Piece:
    """One code that was read: of which set it is, its number from 1, how many there are, and what it holds."""

    mark: bytes
    number: int
    count: int
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The codes of one set that were read so far; `missing` are the numbers of the others."""

    mark: bytes = b""
    count: int = 0
    pieces: Mapping[int, bytes] = field(default_factory=dict, repr=False)

    @property
    def read(self) -> int:
        """How many there are."""
        return len(self.pieces)

    @property
    def missing(self) -> tuple[int, ...]:
        """The numbers that nobody has shown yet."""
        return tuple(number for number in range(1, self.count + 1) if number not in self.pieces)

    @property
    def complete(self) -> bool:
        """Whether all have been read."""
        return self.count > 0 and not self.missing

    def with_code(self, text: str) -> "Gathered | None":
        """One more code, in any order and as often as somebody likes; a code of another set begins that one.

        None for what is no code of a set, or is torn: then nothing has changed.
        """
        piece = piece_of(text)
        if piece is None:
            return None
        if (piece.mark, piece.count) != (self.mark, self.count):
            return Gathered(piece.mark, piece.count, {piece.number: piece.content})
        return replace(self, pieces={**self.pieces, piece.number: piece.content})

    def whole(self) -> bytes | None:
        """The file, if its pieces fit together; None where they do not, or one is missing."""
        if not self.complete:
            return None
        joined = b"".join(self.pieces[number] for number in range(1, self.count + 1))
        opened = zlib.decompressobj()
        try:
            content = opened.decompress(joined, MOST_BYTES)
        except zlib.error:
            return None
        return content if opened.eof and _mark(content) == self.mark else None


def codes_of(content: bytes) -> tuple[str, ...]:
    """The codes of a file. ValueError for one that is too long to be shown in codes."""
    small = zlib.compress(content, 9)
    pieces = [small[at : at + PIECE] for at in range(0, len(small), PIECE)]
    if len(pieces) > MOST_CODES or len(content) > MOST_BYTES:
        raise ValueError(f"{len(content)} bytes are too many for codes")
    mark = _mark(content)
    return tuple(
        BEGINS + NAME + packed(mark + bytes((number, len(pieces))) + piece)
        for number, piece in enumerate(pieces, 1)
    )


def is_code(text: str) -> bool:
    """Whether this is meant to be a code of a set."""
    return folded(text, MOST_TYPED).startswith(NAME)


def piece_of(text: str) -> Piece | None:
    """What a code holds. Never raises for anything that somebody shows or types."""
    signs = folded(text, MOST_TYPED)
    body = unpacked(signs[len(NAME) :]) if signs.startswith(NAME) else None
    if body is None or len(body) <= _HEAD_BYTES:
        return None
    number, count = body[_MARK_BYTES], body[_MARK_BYTES + 1]
    if not 1 <= number <= count <= MOST_CODES:
        return None
    return Piece(body[:_MARK_BYTES], number, count, body[_HEAD_BYTES:])


def _mark(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()[:_MARK_BYTES]
