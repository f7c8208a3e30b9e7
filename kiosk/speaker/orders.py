# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a session tells the voice's process, and what that answers: lines of JSON, and lines of one word."""

import json
from dataclasses import asdict, dataclass
from typing import Final

READY: Final = b"ready"
AT: Final = b"at"
"""Followed by which utterance is heard now."""
ON: Final = b"on"
"""Said about twice a second, so that a stuck device is noticed."""
DONE: Final = b"done"
TROUBLE: Final = b"trouble"


@dataclass(frozen=True, slots=True)
class Sounding:
    """Where it sounds and from what: an ALSA name, and two folders. Empty for the default device, and for none.

    `prepare` is a language whose voice is slow to load, to be loaded while nobody waits. `trim_db` is how much softer
    than it could be everything is on this machine.
    """

    device: str = ""
    recorded: str = ""
    neural: str = ""
    prepare: str = ""
    trim_db: float = 0.0


@dataclass(frozen=True, slots=True)
class Saying:
    """What to say: texts, each with its language, `pace` in per cent, `volume` from -2 to 2.

    `added` are espeak-ng's names for the voices of languages that are not ours, by language.
    """

    texts: tuple[tuple[str, str], ...]
    pace: int
    volume: int
    added: dict[str, str]


@dataclass(frozen=True, slots=True)
class Playing:
    """A sound to play, a file of `size` bytes behind the descriptor that the process was given with this number."""

    descriptor: int
    size: int
    volume: int


def encode(order: Sounding | Saying | Playing) -> bytes:
    """One line."""
    return json.dumps(asdict(order), ensure_ascii=False).encode() + b"\n"


def sounding(line: bytes) -> Sounding:
    """Read a line of `encode`."""
    return Sounding(**json.loads(line))


def order(line: bytes) -> Saying | Playing:
    """Read a line of `encode`."""
    found = json.loads(line)
    if "descriptor" in found:
        return Playing(**found)
    texts = tuple((text, language) for text, language in found["texts"])
    return Saying(texts, found["pace"], found["volume"], found["added"])
