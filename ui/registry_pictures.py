# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures and a recording made up for the registry of screens: things in a street, of a few rectangles each."""

import struct
import zlib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from accessibility.speech.sound import Sound, to_wave

WIDE, HIGH = 240, 160

Colour = tuple[int, int, int]
Block = tuple[int, int, int, int, Colour]
"""Left, top, right, bottom in pixels, and the colour."""

_SKY: Final = (200, 222, 236)
_GROUND: Final = (120, 132, 110)
_METAL: Final = (58, 64, 72)
_WOOD: Final = (146, 94, 52)
_LIGHT: Final = (250, 214, 96)
_GREEN: Final = (40, 110, 78)


def drawn(*blocks: Block) -> bytes:
    """A picture (PNG) of blocks in front of sky and ground, later ones before earlier ones."""
    rows = bytearray()
    for y in range(HIGH):
        row = [_SKY if y < HIGH * 3 // 4 else _GROUND] * WIDE
        for left, top, right, bottom, colour in blocks:
            if top <= y < bottom:
                row[left:right] = [colour] * (right - left)
        rows += b"\0" + bytes(part for pixel in row for part in pixel)
    return png(WIDE, HIGH, rows)


def png(wide: int, high: int, rows: bytes | bytearray, palette: bytes = b"") -> bytes:
    """A picture of rows that begin with a 0 each: three bytes a pixel, or one where there is a palette."""
    header = struct.pack(">IIBBBBB", wide, high, 8, 3 if palette else 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
        if data or name != b"PLTE"
    )


def _silence() -> bytes:
    """A tenth of a second of nothing (WAV), which is all that a picture of a screen hears."""
    return to_wave(Sound(8_000, bytes(1_600)))


@cache
def street_files() -> Mapping[str, bytes]:
    """The files of the made-up form with pictures, by name."""
    lamp = drawn((116, 40, 124, 140, _METAL), (100, 28, 140, 40, _METAL), (104, 40, 136, 50, _LIGHT))
    bench = drawn(
        (50, 84, 190, 94, _WOOD),
        (50, 60, 190, 70, _WOOD),
        (60, 94, 68, 130, _METAL),
        (172, 94, 180, 130, _METAL),
    )
    bin_ = drawn((90, 60, 150, 136, _GREEN), (84, 50, 156, 60, _METAL))
    return MappingProxyType({"lamp.png": lamp, "bench.png": bench, "bin.png": bin_, "told.wav": _silence()})
