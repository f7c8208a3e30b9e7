# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Collects a body while it streams, unpacks gzip, stops at the cap: memory is bounded whatever is sent."""

import zlib
from collections.abc import Iterable

GZIP_WINDOW = 31
"""zlib's number for: gzip framing, the largest window (RFC 1952)."""


class BodyTooLargeError(Exception):
    """The body is larger than allowed, packed or unpacked."""


class BodyBrokenError(Exception):
    """The body is packed in a way that was not asked for, or damaged. `cut` when it only ended too early."""

    def __init__(self, cut: bool) -> None:
        super().__init__("cut" if cut else "damaged")
        self.cut = cut


def read_body(chunks: Iterable[bytes], encoding: str, most: int) -> bytes:
    """The unpacked body; `encoding` is the answer's Content-Encoding.

    Raises BodyTooLargeError beyond `most` bytes, packed or not, and BodyBrokenError for other encodings than
    gzip and for damaged data. `deflate` is refused on purpose: servers that send it disagree on what it is.
    """
    match encoding.strip().lower():
        case "" | "identity":
            return _plain(chunks, most)
        case "gzip" | "x-gzip":
            return _unpacked(chunks, most)
        case _:
            raise BodyBrokenError(cut=False)


def _plain(chunks: Iterable[bytes], most: int) -> bytes:
    body = bytearray()
    for chunk in chunks:
        if len(body) + len(chunk) > most:
            raise BodyTooLargeError
        body += chunk
    return bytes(body)


def _unpacked(chunks: Iterable[bytes], most: int) -> bytes:
    unpacker = zlib.decompressobj(GZIP_WINDOW)
    body, packed = bytearray(), 0
    for chunk in chunks:
        packed += len(chunk)
        if packed > most:
            raise BodyTooLargeError
        try:
            # One byte more than allowed tells 'exactly full' from 'too large'.
            body += unpacker.decompress(chunk, most + 1 - len(body))
        except zlib.error:
            raise BodyBrokenError(cut=False) from None
        if len(body) > most:
            raise BodyTooLargeError
        if unpacker.eof:
            break
    if packed and not unpacker.eof:
        raise BodyBrokenError(cut=True)
    return bytes(body)
