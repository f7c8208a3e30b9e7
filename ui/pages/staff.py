# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages of those who work here: facts to read, rows to press, and one way out."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.text import Phrase
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.large_letters import notice
from ui.pages.reporting import Send, reports
from ui.pages.ticks import add_ticks, have_room
from ui.parts.asides import Facts
from ui.parts.buttons import PrimaryButton
from ui.parts.code_sheet import CodeSheet
from ui.parts.grid import Grid
from ui.parts.leading import sought
from ui.parts.text import PlainText
from ui.parts.tiles import RowButton
from ui.present.code_modules import code_modules
from ui.present.staff_contents import StaffContents
from ui.present.staff_rows import StaffRow


class StaffPage(PageFrame):
    """The same sizes, colours and keys as for everybody else."""

    def __init__(
        self, look: Look, contents: StaffContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        large.keep_few(self, look)
        own = contents.language
        # In large letters a code stands next to its number; what is said of it follows.
        later = bool(contents.code) and large.is_large(look)
        text = Phrase("" if later else contents.text, own)
        large.plain_head(self, look, Phrase(contents.heading, own), text)
        if contents.banner:
            for part in notice(look, "error", "clock", contents.banner, ""):
                self.add(part)
        if contents.told:
            for part in notice(look, "done", "check", contents.told, ""):
                self.add(part)
        if contents.problem:
            for part in notice(look, "error", "problem", contents.problem, ""):
                self.add(part)
        if contents.code:
            modules = code_modules(contents.code)
            self.add(sought(CodeSheet(look, modules, accessible_name=contents.heading)))
        if later:
            self.add(PlainText(look, contents.text, color="ink_soft"))
        if contents.ticks and have_room(look):
            add_ticks(self, look, contents.ticks)
        columns = large.columns_of_rows(look)
        if contents.rows:
            self.add(Grid(look, [_row(look, row, send) for row in contents.rows], columns, gap="s2"))
        self._add_facts(contents)
        foot = PrimaryButton(look, contents.foot.title, contents.foot.picture)
        self.set_foot([reports(foot, "foot.primary", contents.foot.event, send)])

    def _add_facts(self, contents: StaffContents) -> None:
        look = self.look
        if large.is_very_large(look):
            large.add_pairs(self, look, ((fact.title, fact.text) for fact in contents.facts))
        elif contents.facts:
            facts = [
                (fact.picture, fact.title, fact.text.text, fact.text.language) for fact in contents.facts
            ]
            self.add(Facts(look, facts, 1 if large.is_narrow(look) else 2))


def _row(look: Look, row: StaffRow, send: Send) -> QWidget:
    note = "" if large.is_very_large(look) else row.note
    return reports(RowButton(look, row.picture, row.title, note), row.name, row.event, send)
