# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does with a form: begin it, answer and go on, look at what was answered, and send it."""

from dataclasses import dataclass

from core.ids import QuestionPath
from core.visit.by_person import ByPerson


@dataclass(frozen=True, slots=True)
class StartPressed(ByPerson):
    """Begin the form of the service shown, or go on with it where one was."""


@dataclass(frozen=True, slots=True)
class StartAfreshPressed(ByPerson):
    """Begin the form of the service shown anew. Asks first if answers would be lost."""


@dataclass(frozen=True, slots=True)
class AfreshConfirmed(ByPerson):
    """Begin anew, and forget what was answered in this form."""


@dataclass(frozen=True, slots=True)
class AnswerGiven(ByPerson):
    """The whole raw answer to a question now (XForms lexical form; whatever was typed is kept)."""

    path: QuestionPath
    raw: str


@dataclass(frozen=True, slots=True)
class ListSearched(ByPerson):
    """The whole text of the field that finds an answer in a long list, now."""

    letters: str


@dataclass(frozen=True, slots=True)
class SaidBeforePressed(ByPerson):
    """Use the answer that was given in this visit before; to `path`, where several questions share the page."""

    path: QuestionPath | None = None


@dataclass(frozen=True, slots=True)
class UndoPressed(ByPerson):
    """Put back what the last change on this page took away."""


@dataclass(frozen=True, slots=True)
class MorePressed(ByPerson):
    """Tell me more; or, under a few of many choices: none of these."""


@dataclass(frozen=True, slots=True)
class LaterPressed(ByPerson):
    """I do not have this answer now: on to the next question, and it is remembered on the check page."""


@dataclass(frozen=True, slots=True)
class SkipPressed(ByPerson):
    """Leave a question that does not succeed, and see all answers."""


@dataclass(frozen=True, slots=True)
class ContinuePressed(ByPerson):
    """On to the next question."""


@dataclass(frozen=True, slots=True)
class ChangePressed(ByPerson):
    """Change one answer from the check page; leads straight back."""

    path: QuestionPath


@dataclass(frozen=True, slots=True)
class SendPressed(ByPerson):
    """Send it, as checked."""


@dataclass(frozen=True, slots=True)
class StopPressed(ByPerson):
    """Stop, I changed my mind: nothing is sent."""
