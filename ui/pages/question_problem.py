# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What does not fit yet, on the page of its question: on top, and at the field."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from i18n.direction import isolate
from ui.pages.large_letters import notice
from ui.parts.mark import Notice, Problem
from ui.present.question_contents import ProblemContents


def on_top(look: Look, problem: ProblemContents) -> QWidget:
    """The notice over the page."""
    return Notice(look, "error", "problem", problem.title, isolate(problem.text.text))


def at_field(look: Look, problem: ProblemContents, *, once: bool) -> list[QWidget]:
    """What is said at the field; all of it where large letters leave room to say it `once`."""
    if once:
        return notice(look, "error", "problem", problem.title, isolate(problem.text.text))
    return [Problem(look, problem.text.text, language=problem.text.language)]
