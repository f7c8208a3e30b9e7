# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make it comfortable: doors to the parts of the settings, and rows that act at once with a sample that shows it."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.text import Phrase
from core.visit import events as e
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.reporting import Send, reports
from ui.pages.sample import Sample
from ui.pages.setting_rows import setting_row
from ui.parts.boxes import Column
from ui.parts.buttons import PrimaryButton
from ui.parts.grid import Grid
from ui.parts.tiles import RowButton
from ui.present.comfort import ComfortContents, PartDoor


class ComfortPage(PageFrame):
    """The whole page is drawn anew at each change, so it is the largest sample itself."""

    def __init__(
        self, look: Look, contents: ComfortContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        large.keep_few(self, look)
        own = contents.language
        large.head(self, look, Phrase(contents.heading, own), picture="", hint=Phrase(contents.note, own))
        if contents.doors:
            doors = [self._door(look, door, send) for door in contents.doors]
            columns = large.columns_of_rows(look)
            self.add(Grid(look, doors, columns, gap="s2"))
        if contents.rows:
            self.add(Column(look, [setting_row(look, row, send) for row in contents.rows], gap="s1"))
        if contents.sample is not None and look.layout.aside == "beside":
            self.set_beside(Sample(look, contents.sample))
        done = PrimaryButton(look, contents.done, "check")
        self.set_foot([reports(done, "foot.primary", e.ContinuePressed(), send)])

    def _door(self, look: Look, door: PartDoor, send: Send) -> QWidget:
        note = "" if large.is_large(look) else door.note
        return reports(RowButton(look, door.picture, door.title, note), door.name, door.opens, send)
