# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""At home: the list of a person's own services, which one press empties."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.text import Phrase
from core.visit import events as e
from ui.page_frame import PageFrame
from ui.pages.reporting import Send, reports
from ui.pages.row_list import fill_list
from ui.pages.service_rows import service_row
from ui.parts.buttons import Button
from ui.present.own_list import OwnListContents


class OwnListPage(PageFrame):
    """As many services as there is room for, the rest below."""

    def __init__(
        self, look: Look, contents: OwnListContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        own = contents.language
        head = (Phrase(contents.heading, own), Phrase(contents.note, own))
        fill_list(self, look, head, [service_row(look, row, send) for row in contents.rows], contents.nothing)
        self.set_foot(
            [
                reports(Button(look, text, picture), f"foot.{name}", event, send)
                for text, picture, name, event in (
                    (contents.empty, "delete", "empty", e.OwnListEmptied()),
                    (contents.undo, "back", "undo", e.UndoPressed()),
                    (contents.other, "search", "other", e.AnotherThingPressed()),
                )
                if text
            ]
        )
