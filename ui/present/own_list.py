# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's own services (at home): the list of all, and the few that have a door on the home page."""

from dataclasses import dataclass, replace

from core.catalogue import PublicService
from core.ids import Language, ServiceId
from core.own_services import OwnServices
from core.text import Phrase
from core.visit.begun import waiting
from core.visit.pages import OwnList
from core.visit.state import Visit
from i18n.messages import Messages
from ui.present import drawings, outside
from ui.present.moments import day
from ui.present.reading import Item, button, heading, sentence, shown
from ui.present.service_rows import BETWEEN, ServiceRow, row, rows_items
from ui.present.setting import Setting


@dataclass(frozen=True, slots=True)
class OwnListContents:
    """`nothing` is said in place of rows. `undo` brings back what was emptied just now, `other` leads on to
    all services."""

    language: Language
    heading: str
    note: str
    rows: tuple[ServiceRow, ...]
    nothing: str
    empty: str
    undo: str
    other: str

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        return shown(
            heading(self.heading, self.language),
            sentence(self.note, self.language),
            sentence(self.nothing, self.language),
            rows_items(self.rows, self.language),
            button(self.empty, self.language),
            button(self.undo, self.language),
            button(self.other, self.language),
        )


@dataclass(frozen=True, slots=True)
class OwnDoor:
    """One of the services on the home page."""

    service: ServiceId
    name: Phrase
    picture: str


def present_own_list(visit: Visit, page: OwnList, texts: Messages, setting: Setting) -> OwnListContents:
    """What was added, then what was only used, each the latest first. A service may have left the catalogue."""
    own = visit.own or OwnServices()
    here = [visit.catalogue.offered(service) for service in own.services()]
    rows = tuple(_row(visit, own, service, texts, setting) for service in here if service is not None)
    emptied = page.emptied is not None and not own.services()
    return OwnListContents(
        language=visit.language,
        heading=texts.text("own.heading"),
        note=texts.text("own.note"),
        rows=rows,
        nothing="" if rows else texts.text("own.emptied" if emptied else "own.nothing"),
        empty=texts.text("own.empty") if own.services() else "",
        undo=texts.text("question.undo") if emptied else "",
        other="" if own.services() else texts.text("service.other"),
    )


def own_doors(visit: Visit, most: int) -> tuple[OwnDoor, ...]:
    """What was used last and what was added last, in turn. A form that waits has its own way on, and no door."""
    own = visit.own
    if own is None:
        return ()
    begun = {one.service for one in waiting(visit)} if visit.keeps else set[ServiceId]()
    used = [one.service for one in own.used]
    in_turn = [*used[:1], *own.added[:1], *used[1:], *own.added[1:]]
    found = (visit.catalogue.offered(service) for service in dict.fromkeys(in_turn) if service not in begun)
    here = [service for service in found if service is not None]
    return tuple(_door(visit, service) for service in here[:most])


def _door(visit: Visit, service: PublicService) -> OwnDoor:
    name = outside.name(service.name, visit.language)
    return OwnDoor(service.id, name, drawings.of_service(visit.catalogue, service))


def _row(
    visit: Visit, own: OwnServices, service: PublicService, texts: Messages, setting: Setting
) -> ServiceRow:
    used = own.used_at(service.id)
    added = texts.text("own.added") if service.id in own.added else ""
    when = texts.text("own.used_at", when=day(used, setting.now, texts)) if used is not None else ""
    # One reason is enough where words are few, and a row of five lines would not stand on one part.
    said = (added,) if added and setting.preferences.assisted else (added, when)
    return replace(row(visit, service, texts), facts=BETWEEN.join(one for one in said if one))
