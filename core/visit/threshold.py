# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A visit that has not begun: what its welcome page says depends on, and what can be pressed there.

The window's first picture needs no more than this of the core. The rest is loaded behind it.
"""

from dataclasses import dataclass

from core.ids import Language
from core.visit.by_person import ByPerson
from core.visit.delays import Delays


@dataclass(frozen=True, slots=True)
class Threshold:
    """The same names, with the same meaning, as in `core.visit.state.Visit` on its welcome page."""

    language: Language
    delays: Delays


@dataclass(frozen=True, slots=True)
class LanguageChosen(ByPerson):
    """A language was pressed; on the welcome page this begins the visit."""

    language: Language


@dataclass(frozen=True, slots=True)
class LanguagesPressed(ByPerson):
    """Language."""


@dataclass(frozen=True, slots=True)
class MachineOpened(ByPerson):
    """About this machine."""
