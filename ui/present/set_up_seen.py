# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the machine saw during a first set-up, as rows: what answers, what comes, and the services by life event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.ids import Language
from core.staff.finding import Gravity
from core.text import FALLBACK, Phrase
from core.visit.guiding import featured
from core.visit.guiding_state import STEPS, Guided, Seen, SetUpStep
from i18n.direction import plain
from i18n.messages import Messages
from ui.present import drawings, outside
from ui.present.finding_words import title, words
from ui.present.reading import Item, Role, quoted, sentence
from ui.present.set_up_words import words_of

if TYPE_CHECKING:
    from core.forms.entry import Entry

LONGEST = 120
MOST_NAMES = 4
"""Names of what an address offers that are shown; how many there are is said."""

BETWEEN = " · "
PICTURES = {Gravity.FINE: "check", Gravity.NOTE: "clock", Gravity.BAD: "problem"}


@dataclass(frozen=True, slots=True)
class SeenRow:
    """One thing that was looked at: what it is, and how it stands. `key` is a button for who has its key."""

    picture: str
    name: str
    text: Phrase
    endpoint: str = ""
    key: str = ""

    def items(self, own: Language) -> tuple[Item, ...]:
        """In reading order."""
        return (sentence(self.name, own), quoted(self.text))


@dataclass(frozen=True, slots=True)
class EventRow:
    """A life event, whether it is shown first, and the services that belong to it."""

    picture: str
    drawing: str
    name: Phrase
    chosen: bool
    services: Phrase

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        return (Item(self.name, Role.SOME_OF, chosen=self.chosen), quoted(self.services))


def seen(guided: Guided, step: SetUpStep, texts: Messages) -> tuple[SeenRow, ...]:
    """What was seen at a step."""
    return tuple(_row(one, step, texts) for one in guided.seen.get(step, ()))


def _row(one: Seen, step: SetUpStep, texts: Messages) -> SeenRow:
    if one.found is not None:
        return SeenRow(PICTURES[one.gravity], title(one.found, texts), words(one.found, texts))
    name = plain(one.name, LONGEST, lines=False) or words_of(step, texts).heading
    said = _said(one, texts)
    names = BETWEEN.join(plain(each, LONGEST, lines=False) for each in one.also[:MOST_NAMES])
    key = texts.text("profile.title.access.key")
    return SeenRow(
        PICTURES[one.gravity],
        name,
        # What is said without a key comes from the terminal's words, which are English.
        Phrase(f"{said} {names}".strip(), Language(texts.language) if one.key else FALLBACK),
        one.endpoint,
        texts.text("set_up.key_for", title=key, name=name) if one.endpoint else "",
    )


def _said(one: Seen, texts: Messages) -> str:
    values = dict(one.values)
    n = values.pop("n", None)
    standard = values.pop("standard", "")
    if isinstance(n, int):
        said = texts.plural(one.key, n)
        return f"{standard}: {said}." if standard else said
    return texts.text(one.key, **values) if one.key else ""


def summary(guided: Guided, texts: Messages) -> tuple[SeenRow, ...]:
    """The steps at which something is still to be mended, by their names."""
    return tuple(
        SeenRow(
            PICTURES[Gravity.BAD],
            words_of(step, texts).heading,
            Phrase(texts.text("profile.to_mend"), Language(texts.language)),
        )
        for step in STEPS
        if step is not SetUpStep.DONE
        and (
            guided.said.get(step) is False
            or any(one.gravity is Gravity.BAD for one in guided.seen.get(step, ()))
        )
    )


def events(guided: Guided, entry: Entry, texts: Messages) -> tuple[EventRow, ...]:
    """Every life event of the town's list that has a picture and services, those shown first before the others."""
    language = Language(texts.language)
    first = featured(entry)
    rows: dict[str, EventRow] = {}
    for event in guided.catalogue.events.values():
        offered = guided.catalogue.of_event(event.id)
        if not event.pictogram or not offered or event.pictogram in rows:
            continue
        names = [outside.name(one.name, language) for one in offered]
        tag = names[0].language
        rows[event.pictogram] = EventRow(
            event.pictogram,
            drawings.of_event(event),
            outside.name(event.name, language),
            event.pictogram in first,
            Phrase(BETWEEN.join(one.text for one in names), tag),
        )
    return tuple(rows.values())
