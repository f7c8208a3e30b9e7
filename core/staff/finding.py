# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""One thing that a machine finds out about itself, as staff are told it: on a terminal in English, in the window in
their own language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Final


class Gravity(Enum):
    """How bad it is: fine, worth knowing, or not fit for people."""

    FINE = "ok"
    NOTE = "note"
    BAD = "bad"


class Topic(Enum):
    """What is looked at. `LOCKDOWN` and what follows it are told with the number of the requirement."""

    PROFILE = "profile"
    WINDOW = "window"
    DISPLAY = "display"
    REACH = "reach"
    FONTS = "fonts"
    VOICE = "voice"
    SOUND = "sound"
    HEADPHONES = "headphones"
    KEYS = "keys"
    TOUCH = "touch"
    SCANNER = "scanner"
    CAMERA = "camera"
    START = "start"
    TYPING = "typing"
    PACKS = "packs"
    PLACES = "places"
    SERVICES = "services"
    MAP = "map"
    EMBLEM = "emblem"
    KEY = "key"
    DISK = "disk"
    ZONE = "zone"
    PRINTER = "printer"
    MEMORY = "memory"
    LOCKDOWN = "lockdown"
    LOOK = "look"


DEVICES: Final = (
    *(Topic.DISPLAY, Topic.TOUCH, Topic.KEYS, Topic.SOUND, Topic.HEADPHONES),
    *(Topic.PRINTER, Topic.SCANNER, Topic.CAMERA),
)  # fmt: skip
"""What stands at the machine for people, in the order in which it is told."""


class Lack(Enum):
    """What is wrong, or worth knowing; each has a sentence in every language."""

    WINDOW_BROKEN = "window_broken"
    DISPLAY_NONE = "display_none"
    REACH_UNMEASURED = "reach_unmeasured"
    REACH_SIZELESS = "reach_sizeless"
    REACH_HIGH = "reach_high"
    REACH_LOW = "reach_low"
    FONTS_MISSING = "fonts_missing"
    VOICE_NONE = "voice_none"
    VOICE_STRANGE = "voice_strange"
    VOICE_BROKEN = "voice_broken"
    SOUND_NONE = "sound_none"
    JACK_UNSEEN = "jack_unseen"
    JACK_MISSING = "jack_missing"
    KEYS_NONE = "keys_none"
    TOUCH_NONE = "touch_none"
    SCANNER_NONE = "scanner_none"
    SCANNER_NAMELESS = "scanner_nameless"
    CAMERA_NONE = "camera_none"
    UNSEEN = "unseen"
    START_SILENT = "start_silent"
    START_NOT_RUN = "start_not_run"
    START_FOUND = "start_found"
    TYPING_NONE = "typing_none"
    PACKS_REFUSED = "packs_refused"
    PLACES_BROKEN = "places_broken"
    MAP_BROKEN = "map_broken"
    EMBLEM_BROKEN = "emblem_broken"
    SERVICES_UNKNOWN = "services_unknown"
    SERVICES_NONE = "services_none"
    KEY_IN_MEMORY = "key_in_memory"
    KEY_MISSING = "key_missing"
    KEY_RING = "key_ring"
    DISK_CLOSED = "disk_closed"
    DISK_FULL = "disk_full"
    ZONE_NONE = "zone_none"
    PRINTER_FOLDER = "printer_folder"
    PRINTER_NONE = "printer_none"
    PRINTER_NO_CUPS = "printer_no_cups"
    PRINTER_UNKNOWN = "printer_unknown"
    PRINTER_UNREAD = "printer_unread"
    PRINTER_KEEPS = "printer_keeps"
    SWAP_ON = "swap_on"
    SWAP_UNKNOWN = "swap_unknown"
    CAGE = "cage"
    FRAME = "frame"
    CONSOLES = "consoles"
    MACHINE_KEYS = "machine_keys"
    LOOSE = "loose"
    WATCHDOG = "watchdog"
    OUT_OF_ORDER = "out_of_order"
    ACCOUNT = "account"
    GROUPS = "groups"
    RIGHTS = "rights"
    PROGRAMS = "programs"
    USB = "usb"
    USB_SHUT = "usb_shut"
    DOORS = "doors"
    NETWORK_RULES = "network_rules"
    BOOT = "boot"
    DARK = "dark"
    DISPLAY_SERVER = "display_server"
    SLEEP = "sleep"
    CRASHES = "crashes"
    LOG = "log"
    SECURE_BOOT = "secure_boot"
    START_PASSWORD = "start_password"  # noqa: S105 - a word for what is wrong, no secret
    MEMORY_STAYS = "memory_stays"
    SYSTEM_WRITTEN = "system_written"
    SEALED_FLEETING = "sealed_fleeting"
    LOOK_FAILED = "look_failed"


class Mend(Enum):
    """What to do; where the same is to be done for several things, it is said in the same words."""

    COMMAND = "command"
    PACKAGE = "package"
    PROFILE = "profile"
    FILE = "file"
    LINE = "line"
    PLUG = "plug"
    USB = "usb"
    ROOM = "room"
    RULES = "rules"
    LOWER = "lower"
    HIGHER = "higher"
    FIRMWARE = "firmware"
    PARTITION = "partition"


@dataclass(frozen=True, slots=True)
class Said:
    """A finding for a sentence in any language: `values` fill that of the lack and that of what to do.

    Values are names, numbers and words of files and commands, the same in every language; those of `languages` are
    tags. `at_start` is of the self-test at the machine's start. Without a lack it is fine.
    """

    topic: Topic
    lack: Lack | None = None
    mend: Mend | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    at_start: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What was looked at, what was found, and, unless it is fine, what to do, as the terminal says it in English.

    `said` is the same for the window.
    """

    what: str
    gravity: Gravity
    found: str
    mend: str = ""
    said: Said | None = None
