# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an answer lacks as a sentence of the program, for where the form has no words of its own."""

from datetime import date, time

from core.forms.verdict import Problem
from i18n import formats
from i18n.messages import Messages

DAY = "day"
"""The value that is a day (ISO 8601), for the sentences that name one."""

TIME = "time"
"""The value that is a time of the day (ISO 8601)."""


def problem_words(problem: Problem, texts: Messages) -> str:
    """The sentence. A day in it is written out, a time as its language writes it."""
    values = dict(problem.values)
    if DAY in values:
        values[DAY] = formats.date_long(date.fromisoformat(values[DAY]), texts.language)
    if TIME in values:
        values[TIME] = formats.time_short(time.fromisoformat(values[TIME]), texts.language)
    return texts.text(problem.key, **values)
