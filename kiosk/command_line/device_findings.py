# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the doctor and the self-test say about what people touch, press and plug in (K-16)."""

import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from accessibility.hands.ways import Way
from core.staff.finding import Lack, Mend, Said, Topic
from kiosk.command_line.findings import Finding, Verdict, lacks, there
from kiosk.profile.model import KeySource, Profile
from kiosk.profile.voice_place import Private
from kiosk.session.jack_reading import READER, is_plugged, question

DEVICES: Final = Path("/sys/class/input")
"""What the kernel lists here can be seen inside the confined session too, which has no `/proc/bus` (ProcSubset=pid)."""
PATIENCE: Final = 5.0
UNSEEN: Final = "not to be seen from here; the self-test at the start of the machine tells"
DIRECT: Final = 1 << 1
"""INPUT_PROP_DIRECT of linux/input-event-codes.h: what is pressed is what is shown there."""
PRESSED: Final = sum(1 << key for key in (*range(1, 112), *range(183, 195)))
"""KEY_ESC to KEY_DELETE, and KEY_F13 to KEY_F24: what a keyboard, a keypad or a box for switches has at least one of.
The button that starts the machine has keys too, and nobody fills in a form with it."""
WORD: Final = 64
"""Bits of each word in the kernel's bit fields, the last word being the lowest."""


@dataclass(frozen=True, slots=True)
class Device:
    """Something that people press: what the kernel calls it, whether it is a screen, and whether it has keys."""

    name: str
    is_screen: bool
    has_keys: bool


def devices(listed: Path = DEVICES) -> tuple[Device, ...]:
    """Each device of the kernel's list; none where there is no such list."""
    return tuple(_device(one) for one in sorted(listed.glob("input*")))


def _device(folder: Path) -> Device:
    direct = bool(_bits(folder / "properties") & DIRECT)
    # A touch screen lists its one button among its keys, but that is none of a keyboard.
    return Device(_said(folder / "name"), direct, bool(_bits(folder / "capabilities" / "key") & PRESSED))


def _bits(file: Path) -> int:
    try:
        words = [int(word, 16) for word in _said(file).split()]
    except ValueError:
        return 0
    return sum(word << WORD * place for place, word in enumerate(reversed(words)))


def _said(file: Path) -> str:
    """What a file of the kernel says; nothing once its device is unplugged."""
    try:
        return file.read_text("utf-8", "replace").strip()
    except OSError:
        return ""


def is_wrong(profile: Profile) -> Verdict:
    """On a desk, where a kiosk is tried first, what is missing is only worth knowing."""
    return Verdict.BAD if profile.key is KeySource.CREDENTIAL else Verdict.NOTE


def look_at_touch(profile: Profile, listed: Path = DEVICES) -> Finding:
    """A screen that feels a finger, where visits begin with one."""
    needless = profile.at_home or profile.hands.way is not Way.TOUCH
    if not listed.exists() and not needless:
        return Finding("touch", Verdict.NOTE, UNSEEN, said=lacks(Topic.TOUCH, Lack.UNSEEN))
    screens = [one.name for one in devices(listed) if one.is_screen]
    said = there(Topic.TOUCH, ", ".join(screens), asked=not needless)
    if screens:
        return Finding("touch", Verdict.FINE, ", ".join(screens), said=said)
    if needless:
        return Finding("touch", Verdict.FINE, "no touch screen, and none is needed", said=said)
    mend = "plug its USB cable in, and let USBGuard know it"
    said = lacks(Topic.TOUCH, Lack.TOUCH_NONE, Mend.PLUG)
    return Finding("touch", is_wrong(profile), "no touch screen is plugged in", mend, said)


def look_at_keys(profile: Profile, listed: Path = DEVICES) -> Finding:
    """A device with keys, where the profile says that a keypad, switches or a keyboard stand there."""
    needed = [
        way.value for way in dict.fromkeys((profile.hands.way, *profile.beside)) if way is not Way.TOUCH
    ]
    if not profile.on_screen_keyboard and Way.KEYBOARD.value not in needed:
        needed.append(Way.KEYBOARD.value)
    if not needed:
        said = there(Topic.KEYS, asked=False)
        return Finding("keys", Verdict.FINE, "no keypad is named in the profile", said=said)
    if not listed.exists():
        return Finding("keys", Verdict.NOTE, UNSEEN, said=lacks(Topic.KEYS, Lack.UNSEEN))
    keyed = [one.name for one in devices(listed) if one.has_keys]
    if keyed:
        found = f"{', '.join(needed)}: {', '.join(keyed)}"
        return Finding("keys", Verdict.FINE, found, said=there(Topic.KEYS, ", ".join(keyed)))
    mend = "plug it in, or take it out of `way` and `beside` in [hands]"
    said = lacks(Topic.KEYS, Lack.KEYS_NONE, Mend.PLUG)
    found = f"nothing with keys is plugged in for {', '.join(needed)}"
    return Finding("keys", is_wrong(profile), found, mend, said)


def look_at_headphones(profile: Profile) -> Finding:
    """Whether it can be told that headphones are plugged in, where private answers wait for them."""
    voice = profile.voice
    if voice.private is not Private.JACK:
        heard = "everybody hears the voice" if voice.private is Private.NEVER else "a handset"
        return Finding("headphones", Verdict.FINE, heard, said=there(Topic.HEADPHONES, asked=False))
    setting = {"setting": "[voice] card, jack"}
    unseen = Said(Topic.HEADPHONES, Lack.JACK_UNSEEN, Mend.PROFILE, setting)
    lost = Said(Topic.HEADPHONES, Lack.JACK_MISSING, Mend.PROFILE, {"socket": voice.jack, **setting})
    mend = "name card and jack in [voice] as `amixer -c CARD controls` does, and install alsa-utils"
    try:
        asked = subprocess.run(
            (READER, *question(voice.card, voice.jack)), capture_output=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return Finding("headphones", Verdict.BAD, "nobody can tell whether they are plugged in", mend, unseen)
    if asked.returncode != 0 or b"values=" not in asked.stdout:
        return Finding("headphones", Verdict.BAD, f"{voice.card} has no control {voice.jack}", mend, lost)
    plugged = is_plugged(asked.stdout)
    found = "plugged in" if plugged else "the socket is there, and empty"
    return Finding(
        "headphones", Verdict.FINE, found, said=there(Topic.HEADPHONES, f"{voice.card} {voice.jack}")
    )
