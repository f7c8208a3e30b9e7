# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is packed into a file, for searches: members of zip archives, compressed streams, and the text of a PDF."""

import io
import struct
import subprocess
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

MOST: Final = 64 << 20
"""Bytes that are looked at of one packed piece."""

DEEPEST: Final = 3
"""A zip in a zip in a zip."""

ZIP, PDF, GZIP = b"PK\x03\x04", b"%PDF-", b"\x1f\x8b\x08"
HEAD, LENGTHS = 30, struct.Struct("<HH")
"""A member's own head, which ends with the lengths of its name and of what follows the name."""

STREAM: Final = (b"stream\r\n", b"stream\n")
PATIENCE: Final = 30.0


def unpacked(content: bytes, depth: int = DEEPEST) -> Iterator[bytes]:
    """Everything that is packed into it, at any place of it, and what is packed into that."""
    for one in (*_members(content), *_streams(content), *_texts(content)):
        yield one
        if depth:
            yield from unpacked(one, depth - 1)


def places(content: bytes, sign: bytes) -> Iterator[int]:
    """Where a sign begins in it."""
    at = content.find(sign)
    while at >= 0:
        yield at
        at = content.find(sign, at + 1)


def _members(content: bytes) -> Iterator[bytes]:
    """Of zip archives (APPNOTE 4.3.7): by their list where there is one, else by each member's own head."""
    if ZIP not in content:
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                with archive.open(name) as member:
                    yield name.encode() + b"\n" + member.read(MOST)
        return
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error, EOFError):
        # Cut off, encrypted, or not an archive at all.
        pass
    for at in places(content, ZIP):
        begin = (
            at
            + HEAD
            + sum(LENGTHS.unpack_from(content[at : at + HEAD].ljust(HEAD, b"\0"), HEAD - LENGTHS.size))
        )
        yield _inflated(content[begin:], -zlib.MAX_WBITS)


def _streams(content: bytes) -> Iterator[bytes]:
    for at in places(content, GZIP):
        yield _inflated(content[at:], zlib.MAX_WBITS + 16)
    if PDF in content:
        for word in STREAM:
            for at in places(content, word):
                yield _inflated(content[at + len(word) :], zlib.MAX_WBITS)


def _inflated(packed: bytes, window: int) -> bytes:
    try:
        return zlib.decompressobj(window).decompress(packed, MOST)
    except zlib.error:
        return b""


def _texts(content: bytes) -> Iterator[bytes]:
    """What a reader of a PDF reads: its letters are numbers of a font's own there, and no search finds them."""
    for at in places(content, PDF):
        read = subprocess.run(
            ("pdftotext", "-raw", "-", "-"),
            input=content[at:],
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
        yield read.stdout
