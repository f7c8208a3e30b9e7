# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A setting of a profile on a page: what it is called, its value, what does not fit, and the way to change it."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.visit import events as e
from ui.page_frame import PageFrame
from ui.pages.large_letters import as_lines, notice
from ui.pages.reporting import Send, reports
from ui.parts.answer_row import AnswerRow
from ui.parts.boxes import Together
from ui.parts.buttons import Button
from ui.parts.leading import leading
from ui.parts.text import PlainText
from ui.present.profile import SayingContents
from ui.present.profile_rows import ProfileRow


def add_saying(page: PageFrame, look: Look, saying: SayingContents | None) -> None:
    """What is told above everything else."""
    if saying is None:
        return
    picture = "problem" if saying.kind == "error" else "check"
    for part in notice(look, saying.kind, picture, saying.title, saying.text):
        page.add(part)


def setting_row(look: Look, row: ProfileRow, send: Send) -> list[QWidget]:
    """Its parts, one under the other."""
    report = e.ChangePressed(row.path)
    wrong = notice(look, "error", "problem", row.wrong, "") if row.wrong else []
    if as_lines(look) or (look.layout.portrait and look.layout.one_button):
        title = leading(PlainText(look, row.title.text, language=row.title.language))
        value = leading(PlainText(look, row.value.text, "strong", language=row.value.language))
        change = Button(look, row.change, "edit", accessible_name=row.change_name)
        return [title, value, reports(change, f"change.{row.path}", report, send), *wrong]
    shown = AnswerRow(
        look,
        row.title.text,
        row.value.text,
        row.change,
        accessible_name=row.change_name,
        question_language=row.title.language,
        answer_language=row.value.language,
    )
    reports(shown.button, f"change.{row.path}", report, send)
    return [Together(look, [shown, *wrong], gap="s1")] if wrong else [shown]
