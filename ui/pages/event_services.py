# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of one life event: its services as rows."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.visit import events as e
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.reporting import Send, reports
from ui.pages.service_rows import service_row
from ui.parts.boxes import Column
from ui.parts.buttons import Button
from ui.parts.text import PlainText
from ui.present.event_services import EventServicesContents


class EventServicesPage(PageFrame):
    """As many services as there is room for, the rest below."""

    def __init__(
        self, look: Look, contents: EventServicesContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        large.head(self, look, contents.heading, picture="", hint=contents.note, large_role="title")
        if contents.rows:
            self.add(Column(look, [service_row(look, row, send) for row in contents.rows], gap="s2"))
        else:
            self.add(PlainText(look, contents.nothing))
            self.set_foot(
                [reports(Button(look, contents.person, "help-person"), "foot.person", e.HelpPressed(), send)]
            )
