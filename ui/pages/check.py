# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check your answers: one row for each, who gets them, and the button that names the act."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.visit import events as e
from ui.page_frame import PageFrame
from ui.pages.large_letters import as_lines, notice
from ui.pages.reporting import Send, reports
from ui.parts.answer_row import AnswerRow
from ui.parts.boxes import Column, Together
from ui.parts.buttons import Button, PrimaryButton
from ui.parts.leading import leading
from ui.parts.pictured import Sentence
from ui.parts.progress import Progress
from ui.parts.text import PlainText
from ui.present.check import CheckContents, CheckRow

FEW_WORDS_FROM = 3
"""From this text step on, a row does not say where its answer came from: everything here was given by the person."""


class CheckPage(PageFrame):
    """Every answer can be changed from here; Send is reached after the last of them."""

    def __init__(
        self, look: Look, contents: CheckContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._contents = contents
        progress = contents.progress
        self.set_eyebrow(Progress(look, progress.position, progress.total, progress.words, progress.lead))
        self.set_heading(contents.heading)
        hide = Button(look, contents.hide, "hide")
        reports(hide, "foot.hide", e.HidePressed(), send)
        if contents.hides_first:
            self.add(hide)
        if contents.missing:
            for part in notice(look, "wait", "problem", contents.missing, contents.missing_text):
                self.add(part)
        if contents.later:
            for part in notice(look, "wait", "sealed", contents.later, ""):
                self.add(part)
        if as_lines(look) or (look.layout.portrait and look.layout.one_button):
            for part in (part for row in contents.rows for part in _lines(look, row, send)):
                self.add(part)
        else:
            self.add(Column(look, [_under_group(look, row, send) for row in contents.rows], gap="s1"))
        said, picture = (contents.waiting, "clock") if contents.waiting else (contents.goes_to, "register")
        last = Sentence(look, [(said, bool(contents.waiting))], picture=picture)
        if look.layout.one_button:
            self.add(last)
        else:
            self.set_note(last)
        primary = _primary(look, contents, send)
        self.set_foot([primary] if contents.hides_first else [primary, hide])
        self.hold_back(primary, contents.send_later)

    def refresh(self, contents: object) -> bool:
        """The page stands as long as it says the same."""
        return contents == self._contents


def _primary(look: Look, contents: CheckContents, send: Send) -> QWidget:
    """What goes on: to the answers that follow, or out of the machine."""
    if contents.go_on:
        return reports(PrimaryButton(look, contents.go_on), "foot.primary", e.ContinuePressed(), send)
    return reports(PrimaryButton(look, contents.send, "leaving"), "foot.primary", e.SendPressed(), send)


def _group(look: Look, row: CheckRow) -> list[QWidget]:
    """What stands above the rows of an entry in a list."""
    return [leading(PlainText(look, row.group, "strong", color="ink_soft"))] if row.group else []


def _under_group(look: Look, row: CheckRow, send: Send) -> QWidget:
    shown = _row(look, row, send)
    return Together(look, [*_group(look, row), shown], gap="s1") if row.group else shown


def _row(look: Look, row: CheckRow, send: Send) -> QWidget:
    shown = AnswerRow(
        look,
        row.question.text,
        row.answer.text,
        row.change,
        accessible_name=row.change_name,
        source="" if look.preferences.text_step >= FEW_WORDS_FROM else row.source,
        source_picture=row.source_picture,
        question_language=row.question.language,
        answer_language=row.answer.language,
    )
    if not row.change:
        shown.button.hide()
    else:
        reports(shown.button, f"change.{row.path}", e.ChangePressed(row.path), send)
    return shown


def _lines(look: Look, row: CheckRow, send: Send) -> list[QWidget]:
    """A row as lines, for letters so large that it would not fit on a page. They are close to each other, so that as
    many rows as can be have room on one."""
    answer = PlainText(look, row.answer.text, "strong", language=row.answer.language)
    question = leading(PlainText(look, row.question.text, language=row.question.language))
    told = Column(look, [question, answer])
    told.gap = 0
    lines: list[QWidget] = [told]
    if row.change:
        leading(answer)
        change = Button(look, row.change, "edit", accessible_name=row.change_name)
        lines.append(reports(change, f"change.{row.path}", e.ChangePressed(row.path), send))
    return [*_group(look, row), Column(look, lines, gap="s1")]
