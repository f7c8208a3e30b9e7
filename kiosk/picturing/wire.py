# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said between a program and its process for pictures: pieces of bytes, each with its length before it."""

import struct
from collections.abc import Iterable
from typing import IO, Final

_LENGTH: Final = struct.Struct(">I")


def framed(pieces: Iterable[bytes]) -> bytes:
    """All pieces, one after the other."""
    return b"".join(_LENGTH.pack(len(one)) + one for one in pieces)


def unframed(source: IO[bytes], most: int) -> bytes | None:
    """The next piece; None at the end, and for one that is cut or longer than `most` bytes."""
    head = source.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    piece = source.read(length) if length <= most else b""
    return piece if len(piece) == length else None
