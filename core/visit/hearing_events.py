# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does with the voice: have a page read, again, with a pause, or letter by letter."""

from dataclasses import dataclass

from core.visit.by_person import ByPerson


@dataclass(frozen=True, slots=True)
class ReadAloudPressed(ByPerson):
    """Read this page aloud, or stop."""


@dataclass(frozen=True, slots=True)
class RepeatPressed(ByPerson):
    """Read this page aloud from its beginning."""


@dataclass(frozen=True, slots=True)
class PausePressed(ByPerson):
    """Wait with reading, or go on."""


@dataclass(frozen=True, slots=True)
class SpellPressed(ByPerson):
    """Spell what I am at."""
