# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The home page: a way to search, the doors of life events, and a way to check an application."""

from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from accessibility.speech.sentences import sentences
from accessibility.tokens import Space
from core.visit import events as e
from i18n.languages import Script, language_info
from ui.fields.left_out import leave_in
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.large_letters import as_lines
from ui.pages.reporting import Send, reports
from ui.parts.boxes import Column, Row
from ui.parts.buttons import Button
from ui.parts.doors import DoorCard
from ui.parts.grid import Grid
from ui.parts.leading import leading
from ui.parts.mark import Notice
from ui.parts.pictured import Sentence
from ui.parts.search import SearchBand
from ui.parts.text import PlainText
from ui.present.emphasis import plain
from ui.present.home import DoorContents, HomeContents

LAST_LINE = {"wide": (7, 3), "narrow": (6, 4), "portrait": (5, 4)}
"""How the last line is shared between the words about danger and the button."""

SEARCH_LINE = (1, 1)
"""How the first line is shared between the search and what was begun earlier."""


def doors_apart(look: Look) -> Space:
    """The room between doors: with the largest letters it would be what another door lacks on a part of the page."""
    return "s3" if as_lines(look) else "s4"


class Told(NamedTuple):
    """What the town says: its first sentence before the doors and the rest after them; or `whole` where there is room,
    which is never so with large letters."""

    whole: QWidget | None
    first: QWidget | None
    rest: QWidget


class HomePage(PageFrame):
    """No departments, no news: what is happening in a life."""

    def __init__(self, look: Look, contents: HomeContents, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.set_heading(contents.heading)
        search = reports(SearchBand(look, contents.search), "home.search", e.SearchOpened(), send)
        check = reports(Button(look, contents.check, "received"), "home.check", e.StatusOpened(), send)
        # Arabic lines are higher: on a low screen second lines give way, so that every door is seen. The words
        # about danger stand on the page that Help from a person opens as well.
        low = look.layout.kind == "narrow" and language_info(look.language).script is Script.ARABIC
        told = contents.danger and not low
        danger = Sentence(look, contents.danger, picture="emergency") if told else None
        self._told = self._tell(look, contents)
        if contents.go_on:
            go_on = reports(Button(look, contents.go_on, "edit"), "home.go_on", e.BegunPressed(), send)
            if large.is_large(look):
                # Side by side one would break the words of the other.
                self.add(search)
                self.add(go_on)
            else:
                self.add(Row(look, [search, go_on], gap="s3", stretch=SEARCH_LINE))
        else:
            self.add(search)
        self.awaits_news = bool(contents.nothing)
        if contents.nothing:
            if large.is_large(look):
                self.add(PlainText(look, contents.nothing, "strong", color="wait"))
            else:
                self.add(Notice(look, "wait", "offline", contents.nothing))
        if contents.mine:
            title = leading(PlainText(look, contents.mine, "strong"))
            services = Grid(look, _own_services(look, contents, send), look.layout.columns, "s3")
            self.add(Column(look, [title, services], gap="s1"))
        described = look.layout.descriptions and not low
        doors = [door_card(look, door, send, described=described) for door in contents.doors]
        if contents.more:
            doors.append(self._door_to_the_rest(look, contents, send, described=described))
        self._doors = doors if look.layout.kind == "narrow" and look.layout.columns > 1 else []
        if doors:
            self.add(Grid(look, doors, look.layout.columns, doors_apart(look), fill=True), grow=True)
        if self._told is not None:
            self.add(self._told.rest)
        if not large.is_large(look):
            share = LAST_LINE[look.layout.kind]
            self.set_note(
                Row(look, [danger, check], gap="s3", stretch=share) if danger else Row(look, [check])
            )
        else:
            # The last line takes no room from the doors: it is the end of the content.
            self.add(check)
            if danger:
                self.add(PlainText(look, plain(contents.danger)))

    def _tell(self, look: Look, contents: HomeContents) -> Told | None:
        """What the town wants everybody to know, before anything else."""
        notice = contents.notice
        if not notice.text:
            return None
        first, rest = _first_sentence(notice.text)
        if large.is_large(look):
            self.add(PlainText(look, first, "strong", language=notice.language))
            if contents.notice_language:
                self.add(PlainText(look, contents.notice_language))
            return (
                Told(None, None, PlainText(look, rest, "strong", language=notice.language)) if rest else None
            )
        whole = self.add(_panel(look, contents, notice.text, contents.notice_language))
        if rest and look.layout.kind == "narrow":
            return Told(
                whole,
                self.add(_panel(look, contents, first)),
                _panel(look, contents, rest, contents.notice_language),
            )
        return None

    def arrange(self) -> None:
        """On a low glass second lines give way where every door is seen at once without them; where that is not enough,
        what the town says after its first sentence comes after the doors."""
        self._part_notice(parted=False)
        for shortened in (False, True, False):
            for door in self._doors:
                door.shorten(shortened)
            super().arrange()
            if self.page_count == 1 or not self._doors:
                break
        if self.page_count > 1 and self._told is not None and self._doors:
            self._part_notice(parted=True)
            for door in self._doors:
                door.shorten(True)
            super().arrange()

    def _part_notice(self, *, parted: bool) -> None:
        """Show the first sentence of what the town says, and the others at the end; or all of it together."""
        told = self._told
        if told is not None and told.whole is not None and told.first is not None:
            leave_in(told.whole, shown=not parted)
            leave_in(told.first, shown=parted)
            leave_in(told.rest, shown=parted)

    def _door_to_the_rest(
        self, look: Look, contents: HomeContents, send: Send, *, described: bool
    ) -> DoorCard:
        note = contents.more_note if described else ""
        card = DoorCard(look, contents.more, note, outlined=True, count=contents.more_count)
        reports(card, "home.more", e.MoreEventsPressed(), send)
        return card


def _panel(look: Look, contents: HomeContents, words: str, language: str = "") -> Notice:
    """A panel with words of the town; `language` says what they are in, where that is another one."""
    return Notice(
        look,
        "plain",
        "calendar",
        words,
        language,
        language=contents.notice.language,
        text_language=contents.language,
    )


def _first_sentence(text: str) -> tuple[str, str]:
    """The first sentence of a text, and the others."""
    first = next(iter(sentences(text)))
    return first, text[len(first) :].strip()


def _own_services(look: Look, contents: HomeContents, send: Send) -> list[QWidget]:
    """Some of the person's own, each to press, and the way to all."""
    some: list[QWidget] = [
        reports(
            Button(look, door.name.text, door.picture, language=door.name.language, wide=True),
            f"service.{door.service}",
            e.ServiceChosen(door.service),
            send,
        )
        for door in contents.own
    ]
    every = Button(look, contents.all_mine, "forward", wide=True)
    return [*some, reports(every, "home.mine", e.OwnListOpened(), send)]


def door_card(look: Look, door: DoorContents, send: Send, *, described: bool) -> DoorCard:
    """The door of one life event."""
    card = DoorCard(
        look,
        door.name.text,
        door.description.text if described else "",
        door.picture,
        language=door.name.language,
    )
    reports(card, f"event.{door.event}", e.LifeEventChosen(door.event), send)
    return card
