# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Delivers submissions to an OpenRosa server, and says of each attempt no more than its answer proves."""

from email.utils import formatdate

from core.following import NothingTold, Progress
from core.ports import Clock
from core.submission import (
    Delivery,
    NoAccess,
    NotSent,
    Outcome,
    Received,
    Refused,
    Submission,
    Unknowable,
    Unsure,
)
from services.access import Keys
from services.boundary import NETWORK_LOGIN, REDIRECTS, Answer, Failed, Failure
from services.http import Headers, Http
from services.openrosa.batches import batches
from services.openrosa.door import Door
from services.openrosa.envelope import VERSION_HEADER
from services.openrosa.response import read_response

TAKEN = frozenset({201, 202})
"""Only these say that a submission was taken; 200 is what network logins answer (ODK Collect's rule)."""

TRY_LATER = frozenset({408, 425, 429})
"""Declared as not processed: the server gave up before it looked at the content (RFC 9110, 8470, 6585)."""

NO_HEAD_HERE = frozenset({404, 405, 501})
"""Answers of servers that take a POST here and know no HEAD: the POST's own answer is the better reason."""


class OpenRosaAgency:
    """OpenRosa Form Submission API 1.0. Repeating is safe: the server knows it by its instanceID."""

    def __init__(self, http: Http, keys: Keys, clock: Clock) -> None:
        self._door = Door(http, keys)
        self._clock = clock

    def deliver(self, submission: Submission) -> Outcome:
        """HEAD, then POST of exactly the envelope's bytes, in several where the server takes less at once.

        The HEAD is the standard's own and tells, before one byte of a citizen's answers leaves, whether the
        agency is there, lets this machine in, and takes this size. Whatever it finds wrong is certain.
        """
        envelope = submission.envelope
        endpoint = envelope.url.removesuffix("/submission")
        language = [("Accept-Language", submission.language)]
        head = self._door.head(envelope.url, endpoint, [VERSION_HEADER, self._date(), *language])
        wrong = _wrong_before(head)
        if wrong is not None:
            return wrong
        parts = batches(envelope, _most(head))
        if not parts:
            return Refused(413, "")
        begun = False
        for part in parts:
            headers = [*envelope.headers, self._date(), *language]
            outcome = _outcome(self._door.post(envelope.url, endpoint, headers, part.body), submission)
            if not (part.more and isinstance(outcome, Received)):
                return _after_a_part(outcome) if begun else outcome
            begun = True
        raise AssertionError("the last part says that more follow")

    def look_up(self, submission: Submission, since: float, told_at: str = "") -> Outcome:
        """OpenRosa has no question for it; sending the same again asks, and changes nothing there."""
        del since, told_at
        return self.deliver(submission)

    def progress(self, delivery: Delivery) -> Progress:
        """The standard has no question for it, and ODK Central's own is for its staff, not for those who send."""
        del delivery
        return NothingTold(Failure.STATUS.value)

    def _date(self) -> tuple[str, str]:
        """The Date header, which OpenRosa asks clients for (OpenRosa HTTP request API)."""
        return ("Date", formatdate(self._clock.wall(), usegmt=True))


def _wrong_before(head: Answer | Failed) -> Outcome | None:
    """What makes a POST pointless; None when it may go. Nothing was sent yet, so all of it is certain."""
    if isinstance(head, Failed):
        return NotSent(head.kind.value, head.wait)
    if head.status in (401, 403):
        return NoAccess(Failure.STATUS.value)
    if head.status == NETWORK_LOGIN or (head.status == 200 and head.media_type == "text/html"):
        return NotSent(Failure.PORTAL.value, head.wait)
    if head.status in REDIRECTS:
        return NotSent(Failure.REDIRECT.value, head.wait)
    if 200 <= head.status < 300 or head.status in NO_HEAD_HERE:
        return None
    return NotSent(Failure.STATUS.value, head.wait)


def _most(head: Answer | Failed) -> int | None:
    """The bytes that the server takes at once; None when it does not say."""
    told = "" if isinstance(head, Failed) else head.header("x-openrosa-accept-content-length")
    return int(told[:18]) if told.isascii() and told.isdigit() else None


def _after_a_part(outcome: Outcome) -> Outcome:
    """What a later part's outcome means for the whole, of which the server holds the beginning."""
    match outcome:
        case NotSent(kind, wait):
            return Unsure(kind, wait)
        case NoAccess(kind):
            # Let in a moment ago, and holding all answers since: only what is repeated is refused.
            return Unsure(kind)
        case Refused():
            return Unknowable(Failure.STATUS.value)
        case _:
            return outcome


def _outcome(answer: Answer | Failed, submission: Submission) -> Outcome:
    """What the answer to the POST proves (`reliability.md` B2, the table of statuses)."""
    if isinstance(answer, Failed):
        return Unsure(answer.kind.value) if answer.sent else NotSent(answer.kind.value, answer.wait)
    if answer.status in TAKEN:
        return _receipt(answer, submission)
    if answer.status in (401, 403):
        return NoAccess(Failure.STATUS.value)
    if answer.status in TRY_LATER:
        return NotSent(Failure.STATUS.value, answer.wait)
    if answer.status == 503 and answer.wait is not None:
        # With a time to come back, it is the server's own overload answer and not a gateway's guess.
        return NotSent(Failure.STATUS.value, answer.wait)
    if answer.status in REDIRECTS:
        return Unsure(Failure.REDIRECT.value)
    if answer.status == NETWORK_LOGIN or (answer.status == 200 and answer.is_page):
        return Unsure(Failure.PORTAL.value)
    if 400 <= answer.status < 500:
        return _refusal(answer)
    return Unsure(Failure.STATUS.value if answer.status >= 500 else Failure.BAD_ANSWER.value)


def _receipt(answer: Answer, submission: Submission) -> Outcome:
    """A receipt is an OpenRosaResponse without an error that names this submission, or none (ODK Central).

    The reference is the agency's number in the message. Where it gives none the instanceID is what its staff
    finds the submission by, and so it is the number to keep.
    """
    response = read_response(answer.body)
    if response is None:
        return Unsure((Failure.PORTAL if answer.is_page else Failure.BAD_ANSWER).value)
    if response.instance not in ("", submission.id) or "error" in response.natures:
        return Unsure(Failure.BAD_ANSWER.value)
    return Received(response.reference or submission.id)


def _refusal(answer: Answer) -> Outcome:
    """A permanent no is only believed in the agency's own words: gateways answer 404 for a dead agency.

    409 is a closed form as well as other content under the same id; the server's words tell which.
    """
    response = read_response(answer.body)
    if response is None:
        return Unsure(Failure.STATUS.value)
    return Refused(answer.status, response.words)


def headers_for_reading(clock: Clock) -> Headers:
    """What every GET to an OpenRosa server carries; without the version, ODK Central answers 400."""
    return [VERSION_HEADER, ("Date", formatdate(clock.wall(), usegmt=True))]
