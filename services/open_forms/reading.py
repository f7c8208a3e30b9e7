# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what an Open Forms server answers on the way to the end of a session, where nothing is filed yet."""

from typing import Final

from core.submission import NoAccess, NotSent, Outcome, Refused
from services.boundary import NETWORK_LOGIN, REDIRECTS, Answer, Failed, Failure
from services.documents import Unreadable, read_json
from services.open_forms.steps import Members
from services.outcomes import NO_ACCESS
from services.problem_words import problem_words

_LATER: Final = frozenset({408, 425, 429})


def object_of(answer: Answer | Failed) -> Members | Outcome:
    """The JSON object of a good answer. Before the end nothing is filed, so everything else is certain."""
    if isinstance(answer, Failed):
        return NotSent(answer.kind.value, answer.wait)
    if answer.status in NO_ACCESS:
        return NoAccess(Failure.STATUS.value)
    if answer.status in REDIRECTS:
        return NotSent(Failure.REDIRECT.value)
    if answer.status == NETWORK_LOGIN or answer.is_page:
        return NotSent(Failure.PORTAL.value)
    if answer.status >= 500 or answer.status in _LATER:
        return NotSent(Failure.STATUS.value, answer.wait)
    if answer.status >= 400:
        words = problem_words(answer)
        return Refused(answer.status, words) if words else NotSent(Failure.STATUS.value)
    value = read_json(answer.body)
    if isinstance(value, Unreadable) or not isinstance(value, dict):
        return NotSent(Failure.BAD_ANSWER.value)
    return value
