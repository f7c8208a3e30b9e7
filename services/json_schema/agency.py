# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Delivers JSON to a REST server that knows repetitions by their Idempotency-Key.

draft-ietf-httpapi-idempotency-key-header-07: the first answer again for the same key and content, 409 while the first
is still worked on, 422 for other content under a known key. Problems are RFC 9457's.
"""

from core.following import Progress
from core.submission import Delivery, Outcome, Received, Refused, Submission, Unknowable, Unsure
from services.access import Keys, bearer
from services.boundary import Answer, Failed, Failure
from services.http import Http
from services.json_schema.envelope import JSON_TYPE
from services.json_schema.status import read_reference, read_status
from services.outcomes import without_content
from services.own_address import own_address
from services.problem_words import problem_words

TAKEN = frozenset({200, 201, 202})
TURNED_AWAY = frozenset({408, 425, 429})
"""Declared as not processed: the server gave up before it looked at the content (RFC 9110, 8470, 6585)."""

OUTSTANDING = 409
OTHER_CONTENT = 422
_KEY = "idempotency"
MOST_BYTES = 1_000_000


class JsonSchemaAgency:
    """Repeating is safe for as long as the server knows the key; afterwards nobody can be asked."""

    def __init__(self, http: Http, keys: Keys) -> None:
        self._http = http
        self._keys = keys

    def deliver(self, submission: Submission) -> Outcome:
        """One POST of exactly the envelope's bytes, with its key."""
        envelope = submission.envelope
        endpoint = envelope.url.rpartition("/")[0]
        language = ("Accept-Language", submission.language)
        headers = [*envelope.headers, language, *bearer(self._keys.key(endpoint))]
        return _outcome(self._http.post(envelope.url, headers, envelope.body), envelope.url)

    def look_up(self, submission: Submission, since: float, told_at: str = "") -> Outcome:
        """Plain REST has no question for it, and the key may be forgotten: a person decides."""
        del submission, since, told_at
        return Unknowable(Failure.STATUS.value)

    def progress(self, delivery: Delivery) -> Progress:
        """GET of the resource that the server named as the submission's own."""
        key = self._keys.nearest(delivery.told_at)
        answer = self._http.get(delivery.told_at, [("Accept", JSON_TYPE), *bearer(key)], most=MOST_BYTES)
        return read_status(answer, delivery.reference)


def _outcome(answer: Answer | Failed, url: str) -> Outcome:
    """What the answer to the POST proves (`reliability.md` B2, the table of statuses)."""
    decided = without_content(answer, TURNED_AWAY)
    if decided is not None or isinstance(answer, Failed):
        return decided or Unsure(Failure.BAD_ANSWER.value)
    if answer.status in TAKEN:
        reference = read_reference(answer)
        told_at = own_address(answer.header("location"), url)
        return Received(reference, told_at) if reference else Unsure(Failure.BAD_ANSWER.value)
    words = problem_words(answer)
    if answer.status == OUTSTANDING or not (answer.status >= 400 and words):
        return Unsure(Failure.STATUS.value, answer.wait)
    if answer.status == OTHER_CONTENT and _KEY in words.lower():
        # The server holds something else under our key. Neither is it refused nor can it ever arrive.
        return Unknowable(Failure.STATUS.value)
    return Refused(answer.status, words)
