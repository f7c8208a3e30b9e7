# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of one life event: its services as rows."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.visit import events as e
from ui.page_frame import PageFrame
from ui.pages.reporting import Send, reports
from ui.pages.row_list import fill_list
from ui.pages.service_rows import service_row
from ui.parts.buttons import Button
from ui.present.event_services import EventServicesContents


class EventServicesPage(PageFrame):
    """As many services as there is room for, the rest below."""

    def __init__(
        self, look: Look, contents: EventServicesContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        head = (contents.heading, contents.note)
        fill_list(self, look, head, [service_row(look, row, send) for row in contents.rows], contents.nothing)
        if not contents.rows:
            self.set_foot(
                [reports(Button(look, contents.person, "help-person"), "foot.person", e.HelpPressed(), send)]
            )
