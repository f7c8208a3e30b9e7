# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""At home: the list of everything that was sent from this computer."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.text import Phrase
from core.visit import events as e
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.reporting import Send, reports
from ui.pages.row_list import fill_list
from ui.parts.buttons import Button
from ui.parts.rows import ResultRow
from ui.present.applications import ApplicationRow, ApplicationsContents


class ApplicationsPage(PageFrame):
    """As many applications as there is room for, the rest below."""

    def __init__(
        self, look: Look, contents: ApplicationsContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        own = contents.language
        head = (Phrase(contents.heading, own), Phrase(contents.note, own))
        fill_list(self, look, head, [_row(look, row, send) for row in contents.rows], contents.nothing)
        number = Button(look, contents.number, "search")
        self.set_foot([reports(number, "foot.number", e.StatusOpened(), send)])


def _row(look: Look, row: ApplicationRow, send: Send) -> QWidget:
    facts = "" if large.is_very_large(look) else row.facts
    widget = ResultRow(look, row.picture, row.name.text, facts, language=row.name.language)
    name = f"application.{row.submission}"
    return reports(widget, name, e.ApplicationChosen(row.submission), send)
