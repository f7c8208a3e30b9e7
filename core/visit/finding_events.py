# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does to find a service: by a door of the home page, or in their own words."""

from dataclasses import dataclass

from core.ids import EventId, ServiceId
from core.visit.by_person import ByPerson


@dataclass(frozen=True, slots=True)
class LifeEventChosen(ByPerson):
    """A door was pressed."""

    event: EventId


@dataclass(frozen=True, slots=True)
class MoreEventsPressed(ByPerson):
    """All life events, please."""


@dataclass(frozen=True, slots=True)
class NewsPressed(ByPerson):
    """Look again: what is on this machine now?"""


@dataclass(frozen=True, slots=True)
class SearchOpened(ByPerson):
    """The search band was pressed."""


@dataclass(frozen=True, slots=True)
class WordsTyped(ByPerson):
    """The whole text of the search field now."""

    words: str


@dataclass(frozen=True, slots=True)
class ServiceChosen(ByPerson):
    """A service was pressed in a list."""

    service: ServiceId
