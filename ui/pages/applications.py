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
from ui.parts.boxes import Column
from ui.parts.buttons import Button
from ui.parts.rows import ResultRow
from ui.parts.text import PlainText
from ui.present.applications import ApplicationRow, ApplicationsContents


class ApplicationsPage(PageFrame):
    """As many applications as there is room for, the rest below."""

    def __init__(
        self, look: Look, contents: ApplicationsContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        own = contents.language
        hint = Phrase(contents.note, own)
        large.head(self, look, Phrase(contents.heading, own), picture="", hint=hint, large_role="title")
        if contents.rows:
            self.add(Column(look, [_row(look, row, send) for row in contents.rows], gap="s2"))
        elif contents.nothing:
            self.add(PlainText(look, contents.nothing))
        number = Button(look, contents.number, "search")
        self.set_foot([reports(number, "foot.number", e.StatusOpened(), send)])


def _row(look: Look, row: ApplicationRow, send: Send) -> QWidget:
    facts = "" if large.is_very_large(look) else row.facts
    widget = ResultRow(look, row.picture, row.name.text, facts, language=row.name.language)
    name = f"application.{row.submission}"
    return reports(widget, name, e.ApplicationChosen(row.submission), send)
