# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""At home, a person's settings are there again the next time: one small file, readable by them alone.

A kiosk has none: there everything goes back to the profile's settings at the end of a visit (PRV-05).
"""

import logging
import os
from pathlib import Path
from typing import Final

from accessibility.card import MOST_BYTES, Card, read_card, write_card
from accessibility.preferences import Preferences

log = logging.getLogger("kiosk.session")

NAME: Final = "settings.json"


class OwnSettings:
    """The file in `folder`, in the terms of `accessibility.card`; without a folder nothing is read or kept."""

    def __init__(self, folder: Path | None, usual: Preferences) -> None:
        self._path = folder / NAME if folder is not None else None
        self._usual = usual
        self._kept = ""

    def read(self) -> Card:
        """What was kept. The usual settings when nothing was, or when the file cannot be understood."""
        nothing = Card(self._usual, "")
        if self._path is None:
            return nothing
        try:
            with self._path.open("rb") as file:
                text = file.read(MOST_BYTES + 1).decode("utf-8", "replace")
        except FileNotFoundError:
            return nothing
        except OSError as problem:
            log.error("the settings could not be read: %s", problem.strerror)
            return nothing
        self._kept = text
        return read_card(text, self._usual) or nothing

    def keep(self, preferences: Preferences, language: str) -> None:
        """Write them down if they have changed. A disk that refuses costs no more than setting them again."""
        text = write_card(preferences, language, self._usual)
        if self._path is None or text == self._kept:
            return
        try:
            write_privately(self._path, text)
        except OSError as problem:
            log.error("the settings could not be kept: %s", problem.strerror)
        self._kept = text


def write_privately(path: Path, text: str) -> None:
    """Write a file that only its owner may read, whole or not at all. OSError from a disk that refuses."""
    part = path.with_suffix(".part")
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
    part.replace(path)
