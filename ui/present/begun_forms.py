# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""At home: the forms that wait to be gone on with, and what is said when an office has changed one meanwhile."""

from dataclasses import dataclass, replace

from core.ids import Language
from core.text import Phrase
from core.visit.begun import waiting
from core.visit.delays import DRAFT_DAYS
from core.visit.state import Filling, Visit
from i18n.direction import plain, within
from i18n.messages import Messages
from ui.present import outside
from ui.present.moments import when
from ui.present.reading import Item, Role, button, heading, quoted, sentence, shown
from ui.present.service_rows import ServiceRow, row, rows_items
from ui.present.setting import Setting

MOST_SHOWN = 400
"""Letters of a question, and of an answer, that are not asked any more."""


@dataclass(frozen=True, slots=True)
class BegunFormsContents:
    """`nothing` is said once every form was sent or forgotten; `other` then leads on."""

    language: Language
    heading: str
    note: str
    rows: tuple[ServiceRow, ...]
    nothing: str
    other: str

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        return shown(
            heading(self.heading, self.language),
            sentence(self.note, self.language),
            sentence(self.nothing, self.language),
            rows_items(self.rows, self.language),
            button(self.other, self.language),
        )


@dataclass(frozen=True, slots=True)
class FormChangedContents:
    """`lost` are questions that are not asked any more, each with the answer that was given."""

    language: Language
    name: Phrase
    heading: str
    text: str
    lost_title: str
    lost: tuple[tuple[Phrase, Phrase], ...]
    go_on: str

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        return shown(
            heading(self.heading, self.language),
            Item(self.name, Role.TEXT),
            sentence(self.text, self.language),
            heading(self.lost_title, self.language) if self.lost else (),
            (quoted(part) for pair in self.lost for part in pair),
            button(self.go_on, self.language),
        )


def go_on(visit: Visit, texts: Messages) -> str:
    """What leads from the home page to what was begun; empty where no form waits."""
    begun = waiting(visit) if visit.keeps else ()
    if not begun:
        return ""
    if len(begun) > 1:
        return texts.plural("begun.several", len(begun))
    name = within(_name(visit, begun[0]).text, visit.language)
    return texts.text("begun.one", name=name) if name else texts.text("begun.heading")


def present_begun_forms(visit: Visit, texts: Messages, setting: Setting) -> BegunFormsContents:
    """The forms, the latest first, each with when it was last put away."""
    found = (_row(visit, one, texts, setting) for one in waiting(visit))
    rows = tuple(one for one in found if one is not None)
    return BegunFormsContents(
        language=visit.language,
        heading=texts.text("begun.heading"),
        note=texts.text("begun.note", days=texts.days(DRAFT_DAYS)),
        rows=rows,
        nothing="" if rows else texts.text("begun.nothing"),
        other="" if rows else texts.text("service.other"),
    )


def present_form_changed(visit: Visit, texts: Messages) -> FormChangedContents:
    """What became of the answers to a form that the office has changed."""
    filling = visit.filling
    returned = filling.returned if filling is not None else None
    return FormChangedContents(
        language=visit.language,
        name=_name(visit, filling) if filling is not None else Phrase("", visit.language),
        heading=texts.text("changed.heading"),
        text=texts.text("changed.text"),
        lost_title=texts.text("changed.lost"),
        lost=tuple((_bounded(asked), _bounded(said)) for asked, said in returned.lost) if returned else (),
        go_on=texts.text("service.go_on"),
    )


def _row(visit: Visit, filling: Filling, texts: Messages, setting: Setting) -> ServiceRow | None:
    service = visit.service(filling.service)
    if service is None:
        return None
    saved = filling.returned.saved if filling.returned is not None else None
    moment = when(saved, setting.now, texts) if saved is not None else ""
    said = texts.text("begun.changed_at", when=moment) if moment else texts.text("begun.in_this_visit")
    return replace(row(visit, service, texts), facts=said)


def _name(visit: Visit, filling: Filling) -> Phrase:
    service = visit.service(filling.service)
    return outside.name(service.name, visit.language) if service is not None else Phrase("", visit.language)


def _bounded(words: Phrase) -> Phrase:
    """As much of somebody else's words as is shown here: a question of a million letters is not laid out."""
    return Phrase(plain(words.text, MOST_SHOWN), words.language)
