# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The home page: a way to search, the doors of life events, and a way to check an application."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from accessibility.tokens import Space
from core.visit import events as e
from i18n.languages import Script, language_info
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
        self._tell(look, contents)
        if contents.go_on:
            go_on = reports(Button(look, contents.go_on, "edit"), "home.go_on", e.BegunPressed(), send)
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

    def _tell(self, look: Look, contents: HomeContents) -> None:
        """What the town wants everybody to know, before anything else."""
        notice = contents.notice
        if not notice.text:
            return
        if large.is_large(look):
            self.add(PlainText(look, notice.text, "strong", language=notice.language))
            if contents.notice_language:
                self.add(PlainText(look, contents.notice_language))
            return
        panel = Notice(
            look,
            "plain",
            "calendar",
            notice.text,
            contents.notice_language,
            language=notice.language,
            text_language=contents.language,
        )
        self.add(panel)

    def arrange(self) -> None:
        """On a low glass second lines give way where every door is seen at once without them."""
        for shortened in (False, True, False):
            for door in self._doors:
                door.shorten(shortened)
            super().arrange()
            if self.page_count == 1 or not self._doors:
                break

    def _door_to_the_rest(
        self, look: Look, contents: HomeContents, send: Send, *, described: bool
    ) -> DoorCard:
        note = contents.more_note if described else ""
        card = DoorCard(look, contents.more, note, outlined=True, count=contents.more_count)
        reports(card, "home.more", e.MoreEventsPressed(), send)
        return card


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
