# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Delivers JSON to a REST server that knows repetitions by their Idempotency-Key.

draft-ietf-httpapi-idempotency-key-header-07: the first answer again for the same key and content, 409 while the first
is still worked on, 422 for other content under a known key. Problems are RFC 9457's.
"""

from core.submission import Outcome, Received, Refused, Submission, Unknowable, Unsure
from services.access import Keys, bearer
from services.boundary import Answer, Failed, Failure
from services.documents import Json, Unreadable, read_json
from services.http import Http
from services.outcomes import without_content
from services.outside_text import one_line
from services.problem_words import problem_words

TAKEN = frozenset({200, 201, 202})
TURNED_AWAY = frozenset({408, 425, 429})
"""Declared as not processed: the server gave up before it looked at the content (RFC 9110, 8470, 6585)."""

OUTSTANDING = 409
OTHER_CONTENT = 422
_KEY = "idempotency"


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
        return _outcome(self._http.post(envelope.url, headers, envelope.body))

    def look_up(self, submission: Submission, since: float) -> Outcome:
        """Plain REST has no question for it, and the key may be forgotten: a person decides."""
        del submission, since
        return Unknowable(Failure.STATUS.value)


def _outcome(answer: Answer | Failed) -> Outcome:
    """What the answer to the POST proves (`reliability.md` B2, the table of statuses)."""
    decided = without_content(answer, TURNED_AWAY)
    if decided is not None or isinstance(answer, Failed):
        return decided or Unsure(Failure.BAD_ANSWER.value)
    if answer.status in TAKEN:
        reference = read_reference(answer)
        return Received(reference) if reference else Unsure(Failure.BAD_ANSWER.value)
    words = problem_words(answer)
    if answer.status == OUTSTANDING or not (answer.status >= 400 and words):
        return Unsure(Failure.STATUS.value, answer.wait)
    if answer.status == OTHER_CONTENT and _KEY in words.lower():
        # The server holds something else under our key. Neither is it refused nor can it ever arrive.
        return Unknowable(Failure.STATUS.value)
    return Refused(answer.status, words)


def read_reference(answer: Answer) -> str:
    """What the server calls the submission: its `reference`, otherwise its `id`; empty when it names none."""
    value = read_json(answer.body)
    members = {} if isinstance(value, Unreadable) or not isinstance(value, dict) else value
    return _name(members.get("reference")) or _name(members.get("id"))


def _name(value: Json) -> str:
    known = isinstance(value, str | int) and not isinstance(value, bool)
    return one_line(str(value), 80) if known else ""
