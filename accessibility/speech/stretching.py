# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes speech slower or faster with its pitch unchanged, and as loud as wished, through the library sonic.

sonic (libsonic, which espeak-ng itself brings) was written for this: speech for people who listen fast or slowly. It
works in one thread here and keeps nothing between two sounds.
"""

import ctypes
from typing import Final

from accessibility.speech.sound import Sound

LIBRARY: Final = "libsonic.so.0"
RATE: Final = 48_000
"""Samples a second of what comes out, whatever went in: what sound cards do by themselves."""

_AT_ONCE: Final = 65_536


class Stretcher:
    """OSError when the library is not installed."""

    def __init__(self) -> None:
        library = ctypes.CDLL(LIBRARY)
        self._create = library.sonicCreateStream
        self._create.argtypes, self._create.restype = [ctypes.c_int, ctypes.c_int], ctypes.c_void_p
        self._destroy = library.sonicDestroyStream
        self._destroy.argtypes, self._destroy.restype = [ctypes.c_void_p], None
        self._setters = [library.sonicSetSpeed, library.sonicSetRate, library.sonicSetVolume]
        for setter in self._setters:
            setter.argtypes, setter.restype = [ctypes.c_void_p, ctypes.c_float], None
        self._write = library.sonicWriteShortToStream
        self._write.argtypes, self._write.restype = (
            [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int],
            ctypes.c_int,
        )
        self._read = library.sonicReadShortFromStream
        self._read.argtypes, self._read.restype = (
            [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int],
            ctypes.c_int,
        )
        self._flush = library.sonicFlushStream
        self._flush.argtypes, self._flush.restype = [ctypes.c_void_p], ctypes.c_int

    def stretched(self, sound: Sound, pace: int, gain_db: float) -> bytes:
        """The samples at `RATE`, `pace` per cent as fast, and `gain_db` (at most 0) louder.

        MemoryError when the library has none.
        """
        stream = self._create(sound.rate, 1)
        if not stream:
            raise MemoryError("sonic")
        try:
            wishes = (pace / 100, sound.rate / RATE, 10 ** (min(gain_db, 0.0) / 20))
            for setter, wish in zip(self._setters, wishes, strict=True):
                setter(stream, wish)
            if not self._write(stream, sound.samples, len(sound.samples) // 2) or not self._flush(stream):
                raise MemoryError("sonic")
            return self._all(stream)
        finally:
            self._destroy(stream)

    def _all(self, stream: int) -> bytes:
        buffer = ctypes.create_string_buffer(_AT_ONCE * 2)
        found = bytearray()
        while number := self._read(stream, buffer, _AT_ONCE):
            found += buffer.raw[: number * 2]
        return bytes(found)
