# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of all life events."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.page_frame import PageFrame
from ui.pages.home import door_card
from ui.pages.reporting import Send
from ui.parts.grid import Grid
from ui.present.events import EventsContents


class EventsPage(PageFrame):
    """One door for each life event, as many at once as there is room for."""

    def __init__(
        self, look: Look, contents: EventsContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.set_heading(contents.heading)
        doors = [door_card(look, door, send, described=False) for door in contents.doors]
        self.add(Grid(look, doors, look.layout.columns, fill=True), grow=True)
