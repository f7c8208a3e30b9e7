# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says what it is told, sentence by sentence, and reports how far it is. One order, then the end.

To be silent it is killed, with everything that it started. That is quicker and surer than asking, and nothing of what
was said stays in anybody's memory.
"""

import ctypes
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from accessibility.speech.making import Voices
from accessibility.speech.pace import USUAL, unmeasured
from accessibility.speech.player import DeviceError, Player
from accessibility.speech.sound import SoundError, from_wave
from accessibility.speech.stretching import RATE, Stretcher
from accessibility.speech.volume import gain_db
from kiosk.hardening import harden
from kiosk.speaker import orders

PR_SET_PDEATHSIG: Final = 1
"""prctl(2): the signal that comes when the process that started this one ends."""

PIECE: Final = RATE
"""Bytes of half a second."""

PAUSE_SECONDS: Final = 0.5
"""Between two sentences, at the usual pace (accessibility.md section 5, 5)."""
QUIET: Final = 40
"""Samples below this are silence: the rest that voices leave at a sentence's end."""


def main() -> None:
    """Read where to sound, get ready, read what to say, say it."""
    _die_with_parent()
    harden()
    lines = iter(sys.stdin.buffer)
    first = next(lines, None)
    if first is None:
        return
    place = orders.sounding(first)
    recorded, neural = _folder(place.recorded), _folder(place.neural)
    voices = Voices(recorded, neural)
    if place.prepare and voices.speaks(place.prepare):
        _warm(voices, place.prepare)
    _tell(orders.READY)
    second = next(lines, None)
    if second is not None:
        order = orders.order(second)
        if isinstance(order, orders.Playing):
            _tell(_play(place, order))
            return
        if order.added:
            voices = Voices(recorded, neural, {tag: unmeasured(name) for tag, name in order.added.items()})
        _tell(_say(voices, place, order))


def _say(voices: Voices, place: orders.Sounding, saying: orders.Saying) -> bytes:
    try:
        stretcher = Stretcher()
        gain = gain_db(saying.volume, place.trim_db)
        player = Player(place.device)
        for number, (text, language) in enumerate(saying.texts):
            sound = voices.sound(text, language)
            samples = stretcher.stretched(sound, saying.pace, gain)
            _tell(orders.AT + b" %d" % number)
            for piece in _pieces(_with_pause(samples, saying.pace)):
                player.play(piece)
                _tell(orders.ON)
        player.finish()
    except (DeviceError, SoundError, KeyError, OSError):
        return orders.TROUBLE
    return orders.DONE


def _play(place: orders.Sounding, order: orders.Playing) -> bytes:
    """The sound as it is: nobody speaks slower in it than they did."""
    try:
        with os.fdopen(order.descriptor, "rb") as file:
            sound = from_wave(file.read(order.size))
        samples = Stretcher().stretched(sound, USUAL, gain_db(order.volume, place.trim_db))
        player = Player(place.device)
        _tell(orders.AT + b" 0")
        for piece in _pieces(samples):
            player.play(piece)
            _tell(orders.ON)
        player.finish()
    except (DeviceError, SoundError, OSError):
        return orders.TROUBLE
    return orders.DONE


def _with_pause(samples: bytes, pace: int) -> bytes:
    """Every voice leaves another silence at the end; people hear the same one."""
    end = len(samples)
    while end >= 2 and abs(int.from_bytes(samples[end - 2 : end], "little", signed=True)) < QUIET:
        end -= 2
    return samples[:end] + bytes(2 * int(RATE * PAUSE_SECONDS * 100 / pace))


def _pieces(samples: bytes) -> Iterator[bytes]:
    return (samples[at : at + PIECE] for at in range(0, len(samples), PIECE))


def _warm(voices: Voices, language: str) -> None:
    try:
        voices.sound("1", language)
    except SoundError:
        # Whoever asks for it is told then.
        return


def _tell(line: bytes) -> None:
    os.write(sys.stdout.fileno(), line + b"\n")


def _folder(path: str) -> Path | None:
    return Path(path) if path else None


def _die_with_parent() -> None:
    parent = os.getppid()
    prctl = ctypes.CDLL(None).prctl
    prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        sys.exit(0)
