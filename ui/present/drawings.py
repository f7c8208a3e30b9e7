# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Chooses the drawing for what a catalogue offers; a name without a drawing gets the plain papers."""

from core.catalogue import Catalogue, Event, PublicService

PLAIN = "documents"

LIFE_EVENTS = frozenset(
    {
        "birth",
        "business",
        "care",
        "death",
        "disability",
        "documents",
        "emergency",
        "family",
        "health",
        "learning",
        "money-taxes",
        "moving-home",
        "new-country",
        "report-problem",
        "travel",
        "wedding",
        "work",
    }
)
"""The life-event drawings of the visual language (look.md section 6), by their file names."""


def of_event(event: Event) -> str:
    """The drawing on a life event's door."""
    return event.pictogram if event.pictogram in LIFE_EVENTS else PLAIN


def of_service(catalogue: Catalogue, service: PublicService) -> str:
    """The drawing on a service's door: that of the first life event it belongs to."""
    for event_id in service.events:
        event = catalogue.events.get(event_id)
        if event is not None:
            return of_event(event)
    return PLAIN
