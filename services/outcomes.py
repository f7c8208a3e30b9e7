# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an answer to a POST proves whoever gave it (`reliability.md` B2): the part of it that JSON APIs share."""

from collections.abc import Set as AbstractSet

from core.submission import NoAccess, NotSent, Outcome, Unsure
from services.boundary import NETWORK_LOGIN, REDIRECTS, Answer, Failed, Failure

NO_ACCESS = frozenset({401, 403})


def without_content(answer: Answer | Failed, turned_away: AbstractSet[int]) -> Outcome | None:
    """The outcome where the status alone, or no answer at all, decides; None when the body has to be read.

    `turned_away` are the statuses that the API declares as not processed.
    """
    if isinstance(answer, Failed):
        return Unsure(answer.kind.value) if answer.sent else NotSent(answer.kind.value, answer.wait)
    if answer.status in NO_ACCESS:
        return NoAccess(Failure.STATUS.value)
    if answer.status in turned_away:
        return NotSent(Failure.STATUS.value, answer.wait)
    if answer.status in REDIRECTS:
        return Unsure(Failure.REDIRECT.value)
    if answer.status == NETWORK_LOGIN or (answer.status == 200 and answer.is_page):
        return Unsure(Failure.PORTAL.value)
    # 503 too: gateways say it for a server that is still at work.
    return Unsure(Failure.STATUS.value, answer.wait) if answer.status >= 500 else None
