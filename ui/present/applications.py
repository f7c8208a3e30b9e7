# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""At home: everything that was sent from this computer, each with where it is now."""

from dataclasses import dataclass

from core.ids import Language, SubmissionId
from core.submission import Delivery
from core.text import Phrase
from core.visit.pages import Applications
from core.visit.state import Visit
from i18n.messages import Messages
from ui.present import offices, outside
from ui.present.moments import when_first
from ui.present.reading import Item, Role, button, heading, sentence, shown
from ui.present.sent import picture
from ui.present.service_rows import BETWEEN
from ui.present.setting import Setting


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """One application: its service, and in `facts` where it is and since when."""

    submission: SubmissionId
    picture: str
    name: Phrase
    facts: str


@dataclass(frozen=True, slots=True)
class ApplicationsContents:
    """`nothing` is said in place of rows; `number` leads to the field for a number from elsewhere."""

    language: Language
    heading: str
    note: str
    rows: tuple[ApplicationRow, ...]
    nothing: str
    number: str

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        return shown(
            heading(self.heading, self.language),
            sentence(self.note, self.language),
            sentence(self.nothing, self.language),
            (item for row in self.rows for item in _items(row, self.language)),
            button(self.number, self.language),
        )


def present_applications(
    visit: Visit, page: Applications, texts: Messages, setting: Setting
) -> ApplicationsContents:
    """What the list says; nothing yet while the outbox is being asked."""
    rows = tuple(_row(visit, one, texts, setting) for one in page.found or ())
    return ApplicationsContents(
        language=visit.language,
        heading=texts.text("applications.heading"),
        note=texts.text("applications.note") if rows else "",
        rows=rows,
        nothing=texts.text("applications.nothing") if page.found == () else "",
        number=texts.text("applications.number"),
    )


def _row(visit: Visit, delivery: Delivery, texts: Messages, setting: Setting) -> ApplicationRow:
    service = visit.service(delivery.service)
    office = offices.office(visit.catalogue, delivery.organisation, texts)
    name = outside.name(service.name, visit.language) if service is not None else Phrase("", visit.language)
    state = offices.begin(texts.text(f"sent.{delivery.state.value}.heading", name=office))
    return ApplicationRow(
        delivery.id,
        picture(delivery.state),
        name if name.text else Phrase(texts.text("status.unknown_service"), visit.language),
        f"{state}{BETWEEN}{when_first(delivery.changed, setting.now, texts)}",
    )


def _items(row: ApplicationRow, language: Language) -> tuple[Item, ...]:
    return Item(row.name, Role.BUTTON), sentence(row.facts, language)
