# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Search: services that the citizen's own words found, and doors and a person where they found none."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.visit import events as e
from ui.keyboard.keyboards import Keyboards
from ui.page_frame import PageFrame
from ui.pages.home import door_card, doors_apart
from ui.pages.reporting import Send, reports
from ui.pages.searching import SearchingPage
from ui.pages.service_rows import service_row
from ui.parts.boxes import Column
from ui.parts.buttons import Button
from ui.parts.grid import Grid
from ui.present.search import SearchContents


class SearchPage(SearchingPage[SearchContents]):
    """The services, and what else there is to press."""

    def __init__(
        self,
        look: Look,
        contents: SearchContents,
        send: Send,
        keyboards: Keyboards | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, contents, send, _Services(look, send), keyboards, parent)


@dataclass(frozen=True, slots=True)
class _Services:
    look: Look
    send: Send

    def add_to(self, page: PageFrame, contents: SearchContents) -> None:
        """See `Found`."""
        look, send = self.look, self.send
        rows = [service_row(look, row, send) for row in contents.rows]
        if rows:
            page.add(Column(look, rows, gap="s2"))
        if contents.doors:
            doors = [door_card(look, door, send, described=False) for door in contents.doors]
            # One beside the other would be one too many to press, with the field and the foot (UND-01).
            columns = 1 if look.preferences.assisted else look.layout.columns
            page.add(Grid(look, doors, columns, doors_apart(look), fill=True), grow=True)

    def foot(self, contents: SearchContents) -> Sequence[QWidget]:
        """See `Found`."""
        if not contents.person:
            return ()
        person = Button(self.look, contents.person, "help-person")
        return (reports(person, "foot.person", e.HelpPressed(), self.send),)
