# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Search: the citizen's own words, what they found, and three doors and a person when they found nothing."""

from dataclasses import dataclass

from core.text import Phrase
from core.visit.pages import Search
from core.visit.state import Visit
from i18n.direction import plain
from i18n.messages import Messages
from ui.present.home import DoorContents, present_home
from ui.present.reading import Item, Role, button, heading, sentence, shown
from ui.present.searching import SearchingContents
from ui.present.service_rows import ServiceRow, row, rows_items
from ui.present.setting import Setting

LARGE = 3
"""From this text step the heading does not repeat the words, which stand in the field above it."""

DOORS = 3
QUOTED = 60
"""Characters of the typed words that the heading repeats."""


@dataclass(frozen=True, slots=True)
class SearchContents(SearchingContents):
    """`rows` are the services found. `doors` are another way on, `person` one more when nothing was found."""

    rows: tuple[ServiceRow, ...]
    doors: tuple[DoorContents, ...]
    person: str

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        return shown(
            heading(self.heading, self.language),
            Item(Phrase(self.field, self.language), Role.FIELD, value=Phrase(self.words, self.language)),
            button(self.clear, self.language) if self.words else (),
            sentence(self.hint, self.language),
            rows_items(self.rows, self.language),
            (Item(one.name, Role.BUTTON) for one in self.doors),
            button(self.person, self.language),
        )


def present_search(visit: Visit, page: Search, texts: Messages, setting: Setting) -> SearchContents:
    """What the search page says for the words so far and the hits that belong to them."""
    found = tuple(service for hit in page.hits if (service := visit.service(hit)) is not None)
    asked = bool(page.words.strip()) and page.answered == page.words
    lost = asked and not found
    idle = not page.words.strip()
    rows = tuple(row(visit, service, texts) for service in found) if page.words.strip() else ()
    doors = (
        present_home(visit, texts, setting).doors[:DOORS] if lost or (idle and not setting.keyboard) else ()
    )
    show = texts.plural("search.show", len(found)) if found else texts.text("search.show_ways")
    return SearchContents(
        language=visit.language,
        heading=_heading(page, len(found), asked, texts, brief=_is_brief(setting)),
        field=texts.text("search.field"),
        words=page.words,
        clear=texts.text("search.clear"),
        hint=_hint(page, lost, texts),
        rows=rows,
        doors=doors,
        person=texts.text("search.person") if lost else "",
        show=show if rows or doors else "",
        keyboard=setting.keyboard,
    )


def _is_brief(setting: Setting) -> bool:
    """Whether the heading does without the words, which stand in the field above it: they would take the room of what
    was found, where letters are large or keys stand under it on an upright glass."""
    return setting.preferences.text_step >= LARGE or (setting.upright and setting.keyboard)


def _heading(page: Search, count: int, asked: bool, texts: Messages, *, brief: bool) -> str:
    if not page.words.strip():
        return texts.text("search.heading")
    if brief and count:
        return texts.plural("search.found_brief", count)
    if brief:
        return texts.text("search.nothing_brief") if asked else texts.text("search.looking_brief")
    words = plain(page.answered or page.words, QUOTED, lines=False)
    if not asked and not count:
        return texts.text("search.looking", words=words)
    if not count:
        return texts.text("search.nothing", words=words)
    return texts.plural("search.found", count, words=words)


def _hint(page: Search, lost: bool, texts: Messages) -> str:
    if lost:
        return texts.text("search.nothing_hint")
    return "" if page.words.strip() else texts.text("search.hint")
