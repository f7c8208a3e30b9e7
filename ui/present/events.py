# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""All life events by name, for the citizen whose event has no door on the home page."""

from dataclasses import dataclass

from core.ids import Language
from core.visit.state import Visit
from i18n.messages import Messages
from ui.present.home import DoorContents, door
from ui.present.reading import Item, Role, heading, shown


@dataclass(frozen=True, slots=True)
class EventsContents:
    """Every life event has a door, in the catalogue's order."""

    language: Language
    heading: str
    doors: tuple[DoorContents, ...]

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        return shown(
            heading(self.heading, self.language),
            (Item(one.name, Role.BUTTON) for one in self.doors),
        )


def present_events(visit: Visit, texts: Messages) -> EventsContents:
    """What the page of all life events says."""
    return EventsContents(
        language=visit.language,
        heading=texts.text("events.heading"),
        doors=tuple(door(event, visit.language) for event in visit.catalogue.events.values()),
    )
