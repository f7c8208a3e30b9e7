# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The settings in the groups and in the order in which people look for them, whatever the file's tables are called."""

from typing import Final

from core.ids import QuestionPath
from core.visit.editing_state import GroupOfSettings

ROOT: Final = "/data"
"""Where the questions of the form begin (`core.forms.json_schema.loading.ROOT`)."""


def _group(name: str, picture: str, *keys: str) -> GroupOfSettings:
    return GroupOfSettings(name, picture, tuple(f"{ROOT}/{key}" for key in keys))


GROUPS: Final = (
    _group("place", "counter", "town"),
    _group("services", "documents", "services"),
    _group("languages", "language", "languages", "office_language", "language_packs"),
    _group("screen", "larger-slower", "screen", "start"),
    _group("delays", "clock", "delays"),
    _group("hands", "way-five-keys", "hands"),
    _group("voice", "read-aloud", "voice"),
    _group("paper", "print", "paper"),
    _group(
        "agencies",
        "network",
        "catalogue",
        "origins",
        "access",
        "forms",
        "refresh_seconds",
        "settle_seconds",
        "probe",
    ),
    _group("scanner", "card", "scanner"),
    _group("files", "documents", "files"),
    _group("staff", "help-person", "staff"),
    _group("bundle", "register", "bundle"),
    _group("telemetry", "register", "telemetry"),
    _group("store", "lock", "store"),
)

ORDERED: Final = QuestionPath(f"{ROOT}/languages")
"""Citizens see the languages in their order; of no other list does the order mean anything."""

ORDER: Final = tuple(key.removeprefix(f"{ROOT}/") for group in GROUPS for key in group.begins)
"""The keys of the file's first level, in that order."""

WHOLE: Final = frozenset(
    {
        "screen.distance_mm",
        "screen.width",
        "screen.height",
        "screen.floor_mm",
        "screen.reach_mm",
        "start.text_step",
        "hands.scan_rounds",
        "voice.volume",
        "voice.speed",
        "files.most_megabytes",
    }
)
"""Numbers of which the program takes no parts."""

SECRET: Final = frozenset({"access.key"})
"""What is not shown beside other settings."""

UNITS: Final = {
    "seconds": "duration-second",
    "mm": "length-millimeter",
    "megabytes": "digital-megabyte",
    "pixels": "graphics-pixel",
    "days": "duration-day",
    "pixels per inch": "graphics-pixel-per-inch",
}
"""The names that CLDR has for the units of a profile; any other is written as it is."""
