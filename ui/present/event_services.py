# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The services of one life event, as a list."""

from dataclasses import dataclass

from core.ids import Language
from core.text import Phrase
from core.visit.pages import EventServices
from core.visit.state import Visit
from i18n.messages import Messages
from ui.present import outside
from ui.present.reading import Item, Role, button, quoted, sentence, shown
from ui.present.service_rows import ServiceRow, row, rows_items


@dataclass(frozen=True, slots=True)
class EventServicesContents:
    """`nothing` is said in place of rows when the catalogue has no service for the event."""

    language: Language
    heading: Phrase
    note: Phrase
    rows: tuple[ServiceRow, ...]
    nothing: str
    person: str

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        return shown(
            Item(self.heading, Role.HEADING),
            quoted(self.note),
            sentence(self.nothing, self.language),
            rows_items(self.rows, self.language),
            button(self.person, self.language),
        )


def present_event_services(visit: Visit, page: EventServices, texts: Messages) -> EventServicesContents:
    """What the page of one life event says. The event may have left the catalogue meanwhile."""
    event = visit.catalogue.events.get(page.event)
    rows = tuple(row(visit, service, texts) for service in visit.catalogue.of_event(page.event))
    unnamed = Phrase(texts.text("event_services.heading"), visit.language)
    name = outside.name(event.name, visit.language) if event is not None else unnamed
    nowhere = Phrase("", visit.language)
    return EventServicesContents(
        language=visit.language,
        heading=name if name.text else unnamed,
        note=outside.name(event.description, visit.language) if event is not None else nowhere,
        rows=rows,
        nothing="" if rows else texts.text("event_services.nothing"),
        person="" if rows else texts.text("search.person"),
    )
