# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The form that a command was given. The command ends where there is none, or where nobody could fill it in."""

from core.forms.definition import Form
from core.forms.problems import FormProblems
from kiosk.authoring import form_file
from kiosk.authoring.form_file import Opened
from kiosk.authoring.problem_words import in_words
from kiosk.command_line.endings import Status, stop

MOST_PROBLEMS = 5
"""As many as one line tells of."""


def opened_or_stop(place: str, ui: str = "") -> Opened:
    """What stands at a path or an address, with its UI schema where that is told."""
    found = form_file.opened(place, ui)
    if isinstance(found, str):
        stop(found, Status.WRONG_USE)
    return found


def form_or_stop(found: Opened) -> Form:
    """The form in it."""
    if not isinstance(found.form, Form):
        stop(problems_line(found.form), Status.REFUSED)
    return found.form


def problems_line(problems: FormProblems) -> str:
    """Why a form cannot be opened, in one line."""
    return "; ".join(map(in_words, problems.problems[:MOST_PROBLEMS]))
