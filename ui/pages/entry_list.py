# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of a list that people add to: a row for each entry, a large button for one more, and Continue."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.visit import events as e
from i18n.direction import isolate
from ui.page_frame import PageFrame
from ui.pages.large_letters import as_lines, notice
from ui.pages.reporting import Send, reports
from ui.parts.boxes import Column
from ui.parts.buttons import Button, PrimaryButton
from ui.parts.entry_row import EntryRow
from ui.parts.leading import leading
from ui.parts.progress import Progress
from ui.parts.text import PlainText
from ui.present.entry_list import EntryListContents, EntryRowContents

MOST_DOORS = 16
"""A longer form shows where one is in words only."""


class EntryListPage(PageFrame):
    """Built anew whenever the list has changed: nothing is written on it."""

    def __init__(
        self, look: Look, contents: EntryListContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._contents = contents
        progress = contents.progress
        if progress.total > MOST_DOORS:
            shown = progress.line if look.layout.eyebrow_service else progress.words
            self.set_eyebrow(PlainText(look, shown, color="ink_soft"))
        else:
            self.set_eyebrow(Progress(look, progress.position, progress.total, progress.words, progress.lead))
        self.set_heading(contents.heading.text, language=contents.heading.language, hint=contents.told)
        if contents.problem is not None:
            told = isolate(contents.problem.text.text)
            for part in notice(look, "error", "problem", contents.problem.title, told):
                self.add(part)
        if as_lines(look):
            for part in (part for row in contents.rows for part in _lines(look, row, send)):
                self.add(part)
        elif contents.rows:
            self.add(Column(look, [_row(look, row, send) for row in contents.rows], gap="s1"))
        if contents.others:
            self.add(reports(Button(look, contents.others, "more"), "list.others", e.MorePressed(), send))
        if contents.add:
            self.add(reports(Button(look, contents.add, "add"), "list.add", e.AddPressed(), send))
        go_on = PrimaryButton(look, contents.go_on)
        foot = [reports(go_on, "foot.primary", e.ContinuePressed(), send)]
        if contents.undo:
            undo = reports(Button(look, contents.undo, "back"), "foot.undo", e.UndoPressed(), send)
            if look.layout.one_button:
                self.add(undo)
            else:
                foot.append(undo)
        self.set_foot(foot)

    def refresh(self, contents: object) -> bool:
        """The page stands as long as it says the same."""
        return contents == self._contents


def _buttons(look: Look, row: EntryRowContents, send: Send) -> list[QWidget]:
    found = []
    if row.first is not None:
        change = Button(look, row.change, "edit", accessible_name=row.change_name)
        found.append(reports(change, f"list.change.{row.number}", e.ChangePressed(row.first), send))
    remove = Button(look, row.remove, "delete", accessible_name=row.remove_name)
    return [*found, reports(remove, f"list.remove.{row.number}", e.RemovePressed(row.number), send)]


def _row(look: Look, row: EntryRowContents, send: Send) -> QWidget:
    return EntryRow(look, row.name.text, _buttons(look, row, send), language=row.name.language)


def _lines(look: Look, row: EntryRowContents, send: Send) -> list[QWidget]:
    """A row as lines, for letters so large that it would not fit on a page."""
    name = PlainText(look, row.name.text, "strong", language=row.name.language)
    *others, last = _buttons(look, row, send)
    return [*(leading(one) for one in (name, *others)), last]
