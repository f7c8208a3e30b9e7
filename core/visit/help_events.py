# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does to get help, and while somebody helps beside them."""

from dataclasses import dataclass

from core.visit.by_person import ByPerson


@dataclass(frozen=True, slots=True)
class HelpPressed(ByPerson):
    """Help from a person."""


@dataclass(frozen=True, slots=True)
class CallPressed(ByPerson):
    """Ask somebody to come."""


@dataclass(frozen=True, slots=True)
class CallBackPressed(ByPerson):
    """Nobody needs to come any more."""


@dataclass(frozen=True, slots=True)
class HelperPressed(ByPerson):
    """Somebody beside me helps; or helps no more."""


@dataclass(frozen=True, slots=True)
class UncoverPressed(ByPerson):
    """Show my answers, or cover them again, while somebody helps beside me."""


@dataclass(frozen=True, slots=True)
class HidePressed(ByPerson):
    """Hide the whole page from others, or show it again."""


@dataclass(frozen=True, slots=True)
class ActConfirmed(ByPerson):
    """Yes, I want that myself."""


@dataclass(frozen=True, slots=True)
class ActRefused(ByPerson):
    """No, not that."""
