# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What keeps a profile from being saved and is no matter of one value: what is wrong, and where it is to be mended."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from core.ids import QuestionPath


class Wrong(Enum):
    """What is wrong with settings that are good each by itself, or with what no form can ask for."""

    GLASS = "glass"
    ORIGIN = "origin"
    ADDRESS = "address"
    VOICE = "voice"
    OFFICE = "office"
    JACK = "jack"
    LOUD = "loud"
    KEY = "key"
    FILE = "file"
    USER = "user"
    NOTHING_OFFERED = "nothing_offered"
    MISSING = "missing"
    SECTION = "section"
    TEXT = "text"
    RANGE = "range"
    CHOICE = "choice"
    LIST = "list"
    UNKNOWN = "unknown"
    MISSPELT = "misspelt"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Breach:
    """`values` fill the sentence that says so: what it is, what the limit is, what is safe."""

    path: QuestionPath
    wrong: Wrong
    values: Mapping[str, str] = field(default_factory=dict)
