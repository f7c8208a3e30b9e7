# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person means to answer, beside what stands in the fields of a question."""

import re

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from core.forms.definition import AnswerType, Question
from ui.parts.field import TextField


def says(question: Question, now: str, meant: str) -> bool:
    """Whether an answer is what was meant; a date as it was typed is the same day."""
    if question.type in (AnswerType.DATE, AnswerType.TIME, AnswerType.DATE_TIME):
        parts = 3 if question.type is AnswerType.DATE else 2 if question.type is AnswerType.TIME else 5
        written, wanted = ([int(one) for one in re.findall(r"\d+", text)][:parts] for text in (now, meant))
        return written == wanted
    return now == meant


def text_of(widget: QWidget) -> str:
    if isinstance(widget, TextField):
        return widget.text()
    return widget.toPlainText() if isinstance(widget, QPlainTextEdit) else ""


def fields(question: Question, meant: str) -> dict[str, str]:
    """What is to stand in each field of a question; nothing in any for an answer that is left out."""
    date, _, time = meant.partition("T") if question.type is AnswerType.DATE_TIME else (meant, "", meant)
    found: dict[str, str] = {}
    match question.type:
        case AnswerType.INTEGER | AnswerType.DECIMAL:
            return {"answer.number": meant}
        case AnswerType.DATE | AnswerType.DATE_TIME | AnswerType.TIME:
            if question.type is not AnswerType.TIME:
                parts = date.split("-") if date else ["", "", ""]
                found |= {
                    f"answer.{one}": str(int(part)) if part else ""
                    for one, part in zip(("day", "month", "year"), reversed(parts), strict=True)
                }
            if question.type is not AnswerType.DATE:
                hour, minute = time.split(":")[:2] if time else ("", "")
                found |= {"answer.hour": hour, "answer.minute": minute}
            return found
        case _:
            return {"answer.text": meant}
