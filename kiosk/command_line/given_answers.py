# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers from a file: which question one is for, and what it says in the form's own writing."""

from core.forms.definition import AnswerType
from core.forms.entry import Entry
from core.ids import QuestionPath
from core.visit import events as e
from core.visit.lists import around
from kiosk import handed_files
from kiosk.profile.model import FilePlaces


def given_to(entry: Entry, path: QuestionPath, given: str) -> e.Event:
    """An answer; for a question that takes a file, the file with that name."""
    question = entry.question(path)
    if question.type is AnswerType.UPLOAD and given:
        return handed_files.taken(path, given, question.media_type, FilePlaces().most)
    return e.AnswerGiven(path, _raw(entry, path, given))


def _raw(entry: Entry, path: QuestionPath, given: str) -> str:
    """An answer as the form takes it: forms in JSON number their choices, and people know what is sent for them."""
    question = entry.question(path)
    shape = entry.form.shapes.get(question.node)
    if shape is None or not shape.values:
        return given
    numbers = {str(value): number for number, value in shape.values.items()}
    return " ".join(numbers.get(one, one) for one in ([given] if given in numbers else given.split()))


def names(entry: Entry, path: QuestionPath) -> list[str]:
    """What the file of answers may call a question: its whole path, or an end of it such as `person[2]/name`.

    In an entry of a list the name alone (`name`) is none: it would fit every entry.
    """
    parts = path.split("/")
    ends = ["/".join(parts[start:]) for start in range(1, len(parts))]
    places = around(entry, path)
    if places:
        tail = path.removeprefix(places[0].entry)
        ends = [one for one in ends if len(one) > len(tail)]
    return [path, *ends]
