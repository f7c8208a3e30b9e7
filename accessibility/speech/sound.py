# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sound as samples: what every maker of sound gives, and how files and answers of programs become it."""

import array
import io
import sys
import wave
from dataclasses import dataclass
from typing import Final

LONGEST_BYTES: Final = 32_000_000
"""Of one file or answer: five minutes of the best that is read here."""

_FORMAT_BYTES: Final = 16
_PCM: Final = (1, 0xFFFE)


class SoundError(Exception):
    """What should be a sound cannot be read as one. The text says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Sound:
    """One voice, one channel. `samples` are signed 16-bit numbers, low byte first, `rate` of them a second."""

    rate: int
    samples: bytes

    @property
    def seconds(self) -> float:
        """How long it is."""
        return len(self.samples) / 2 / self.rate


def from_wave(data: bytes) -> Sound:
    """A RIFF/WAVE file of 16-bit PCM, one or two channels; two become one. Raises `SoundError`.

    Programs that write into a pipe cannot know the length beforehand: what is there counts, not what is claimed.
    """
    if len(data) > LONGEST_BYTES:
        raise SoundError("too long")
    if data[:4] != b"RIFF" or data[8:12] != b"WAVE":
        raise SoundError("not a WAV file")
    place, form = 12, b""
    while place + 8 <= len(data):
        name, size = data[place : place + 4], int.from_bytes(data[place + 4 : place + 8], "little")
        body = data[place + 8 : place + 8 + size]
        if name == b"fmt ":
            form = body
        elif name == b"data":
            return _sound(form, body)
        place += 8 + size + size % 2
    raise SoundError("no sound in it")


def to_wave(sound: Sound) -> bytes:
    """The same as a RIFF/WAVE file of 16-bit PCM, one channel."""
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(sound.rate)
        writer.writeframes(sound.samples)
    return file.getvalue()


def _sound(form: bytes, body: bytes) -> Sound:
    if len(form) < _FORMAT_BYTES:
        raise SoundError("no format")
    kind, channels = int.from_bytes(form[0:2], "little"), int.from_bytes(form[2:4], "little")
    rate, bits = int.from_bytes(form[4:8], "little"), int.from_bytes(form[14:16], "little")
    if kind not in _PCM or bits != 16 or channels not in (1, 2) or not 8_000 <= rate <= 96_000:
        raise SoundError("not 16-bit PCM of one or two channels")
    whole = body[: len(body) // (2 * channels) * 2 * channels]
    return Sound(rate, whole if channels == 1 else _one_channel(whole))


def _one_channel(both: bytes) -> bytes:
    samples = array.array("h", both)
    if sys.byteorder == "big":
        samples.byteswap()
    mixed = array.array(
        "h", ((left + right) // 2 for left, right in zip(samples[::2], samples[1::2], strict=True))
    )
    if sys.byteorder == "big":
        mixed.byteswap()
    return mixed.tobytes()
