# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person means to answer, beside what stands in the fields of a question."""

import re

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from core.forms.definition import AnswerType, Question
from core.visit.state import Filling
from kiosk.gate.filling import answer_for
from ui.parts.field import TextField

SIGNED = "ana"
"""Whatever file is asked for, a name is written where one signs."""


def meant_for(filling: Filling, question: Question) -> str:
    """What is meant to be answered: what stands there already, else what is likely."""
    likely = stands(filling, question) or answer_for(filling.entry, question)
    return SIGNED if question.type is AnswerType.UPLOAD and likely else likely


def stands(filling: Filling, question: Question) -> str:
    """What is answered now; of a file that which its person calls it."""
    raw = filling.entry.raw(question.path)
    if question.type is not AnswerType.UPLOAD:
        return raw
    return next((one.said for one in filling.files if one.name == raw), "")


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
        case AnswerType.INTEGER | AnswerType.DECIMAL | AnswerType.RANGE:
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
