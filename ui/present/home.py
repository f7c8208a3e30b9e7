# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The home page: what is happening in your life, with a way to search and a way to check an application.

At home, what was begun earlier and a person's own services take the place of doors.
"""

from dataclasses import dataclass

from core.catalogue import Catalogue, Event
from core.ids import EventId, Language
from core.text import Phrase
from core.visit.state import Visit
from i18n.direction import left_to_right
from i18n.messages import Messages
from ui.present import begun_forms, drawings, form_languages, outside
from ui.present.emphasis import Runs, plain, runs
from ui.present.own_list import OwnDoor, own_doors
from ui.present.reading import Item, Role, button, heading, quoted, sentence, shown
from ui.present.setting import Setting

LARGEST = 5
"""From this text step, while everything is slower too, one word is all that has room beside the heading."""

DOORS = 5
DOORS_ASSISTED = 3
OWN_DOORS = 2
OWN_DOORS_ASSISTED = 1


@dataclass(frozen=True, slots=True)
class Places:
    """How many of a person's own services, and how many life events, have a door."""

    own: int
    events: int


@dataclass(frozen=True, slots=True)
class DoorContents:
    """A life event's door."""

    event: EventId
    name: Phrase
    description: Phrase
    picture: str


@dataclass(frozen=True, slots=True)
class HomeContents:
    """`more_count` says how many life events have no door here, as in "+11"; empty shows no door to the rest.

    `go_on` leads to forms begun earlier. `own` are some of the person's own services, `mine` stands over them, and
    `all_mine` leads to all. `notice` is what the town wants everybody to know, and before it what may lie in the
    printer; `notice_language` says what it is in where that is not the page's language. `nothing` is said in place of
    the doors while the machine has no catalogue yet.
    """

    language: Language
    heading: str
    notice: Phrase
    notice_language: str
    search: str
    mine: str
    own: tuple[OwnDoor, ...]
    all_mine: str
    doors: tuple[DoorContents, ...]
    more: str
    more_note: str
    more_count: str
    go_on: str
    check: str
    danger: Runs
    nothing: str

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        return shown(
            heading(self.heading, self.language),
            quoted(self.notice),
            sentence(self.notice_language, self.language),
            button(self.search, self.language),
            button(self.go_on, self.language),
            sentence(self.nothing, self.language),
            heading(self.mine, self.language),
            (Item(door.name, Role.BUTTON) for door in self.own),
            button(self.all_mine, self.language),
            (item for door in self.doors for item in _door_items(door)),
            button(f"{self.more}, {self.more_count}" if self.more else "", self.language),
            sentence(self.more_note, self.language),
            sentence(plain(self.danger), self.language),
            button(self.check, self.language),
        )


def present_home(visit: Visit, texts: Messages, setting: Setting) -> HomeContents:
    """What the home page says: the profile's doors first, then the catalogue's own order."""
    events = _in_order(visit.catalogue, setting.featured)
    notice = _notice(visit, texts)
    go_on = begun_forms.go_on(visit, texts)
    mine = visit.own is not None and bool(visit.own.services())
    places = _places(assisted=setting.preferences.assisted, go_on=bool(go_on), mine=mine)
    own = own_doors(visit, places.own)
    room = places.own - len(own) + places.events
    brief = setting.one_button and setting.preferences.assisted and setting.preferences.text_step >= LARGEST
    # A door that would lead to one event alone is worth less than that event's own door.
    first = events if len(events) <= room + 1 else events[:room]
    rest = len(events) - len(first)
    return HomeContents(
        language=visit.language,
        heading=texts.text("home.heading"),
        notice=notice,
        notice_language=form_languages.of_notice(notice, texts),
        search=texts.text("home.search_brief" if brief else "home.search"),
        mine=texts.text("own.heading") if mine else "",
        own=own,
        all_mine=texts.text("own.all") if mine else "",
        doors=tuple(door(event, visit.language) for event in first),
        more=texts.text("home.more") if rest else "",
        more_note=texts.text("home.more_note", count=len(events)) if rest else "",
        more_count=left_to_right(f"+{rest}") if rest else "",
        go_on=go_on,
        check=texts.text("home.check"),
        danger=_danger(texts, setting.emergency),
        nothing="" if events else texts.text("home.nothing"),
    )


def _notice(visit: Visit, texts: Messages) -> Phrase:
    """What the town wants everybody to know; first what may lie in the printer, for the one visit that finds it there.

    A page has one notice, in one language: a town's in another one gives way for that visit.
    """
    town = outside.sentences(visit.notice, visit.language)
    if not visit.paper_left:
        return town
    paper = texts.text("home.paper")
    same = town.text and town.language == visit.language
    return Phrase(f"{paper} {town.text}" if same else paper, visit.language)


def _places(*, assisted: bool, go_on: bool, mine: bool) -> Places:
    """What waits and what is one's own take the place of doors, so that a page never holds more to press than seven
    things and, where there is neither, the way to check an application."""
    room = DOORS_ASSISTED if assisted else DOORS - (go_on or mine)
    room -= go_on + mine
    own = min(OWN_DOORS_ASSISTED if assisted else OWN_DOORS, room - 1) if mine else 0
    return Places(own, room - own)


def door(event: Event, language: Language) -> DoorContents:
    """One life event's door."""
    return DoorContents(
        event.id,
        outside.name(event.name, language),
        outside.name(event.description, language),
        drawings.of_event(event),
    )


def _danger(texts: Messages, number: str) -> Runs:
    if not number:
        return ()
    return runs(texts.text("home.danger", number=number), (texts.text("bar.help"), number))


def _in_order(catalogue: Catalogue, featured: tuple[str, ...]) -> tuple[Event, ...]:
    places = {name: place for place, name in enumerate(featured)}
    events = catalogue.events.values()
    return tuple(sorted(events, key=lambda event: places.get(event.pictogram, len(places))))


def _door_items(door: DoorContents) -> tuple[Item, Item]:
    return Item(door.name, Role.BUTTON), quoted(door.description)
