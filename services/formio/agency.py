# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Delivers submissions to a Form.io server, and looks for them there instead of ever sending one twice."""

from urllib.parse import quote, urlencode

from core.following import NothingTold, Progress, Told
from core.submission import (
    Delivery,
    DeliveryState,
    NoAccess,
    NotFoundThere,
    NotSent,
    Outcome,
    Received,
    Refused,
    Submission,
    Unknowable,
    Unsure,
)
from services.access import Keys
from services.boundary import Answer, Failed, Failure, unless_useful
from services.documents import Json, Unreadable, read_json
from services.formio.envelope import REFERENCE
from services.formio.forms import token
from services.http import Http
from services.outcomes import NO_ACCESS, without_content
from services.outside_text import one_line
from services.problem_words import problem_words

TAKEN = frozenset({200, 201})
LISTED = frozenset({200, 206})
"""206 with a Content-Range is how a list is answered that is longer than what was asked for."""

TURNED_AWAY = frozenset({425, 429})
STATES = {"submitted": DeliveryState.RECEIVED, "draft": DeliveryState.NEEDS_YOU}
"""What the server's own states prove. An office that makes a draft of it waits until somebody hands it in again."""

LOGIN_TIMEOUT = 440
"""The server's own status for a token that has run out."""


class FormioAgency:
    """Form.io knows no repetition: what may have arrived is looked up by the seal number in its metadata."""

    def __init__(self, http: Http, keys: Keys) -> None:
        self._http = http
        self._keys = keys

    def deliver(self, submission: Submission) -> Outcome:
        """One POST of the envelope's bytes."""
        envelope = submission.envelope
        headers = [*envelope.headers, ("Accept-Language", submission.language), *token(self._key(submission))]
        return self._outcome(self._http.post(envelope.url, headers, envelope.body), submission)

    def look_up(self, submission: Submission, since: float, told_at: str = "") -> Outcome:
        """Ask for the form's submissions with our seal number.

        Only an API key sees every submission; without one an empty list proves nothing, and a person decides.
        """
        del since, told_at
        key = self._key(submission)
        asked = urlencode({f"metadata.{REFERENCE}": submission.seal, "select": "_id,metadata", "limit": "10"})
        answer = self._http.get(f"{submission.envelope.url}?{asked}", token(key))
        if isinstance(answer, Failed):
            return NotSent(answer.kind.value, answer.wait)
        if answer.status in NO_ACCESS or answer.status == LOGIN_TIMEOUT:
            return NoAccess(Failure.STATUS.value) if key else Unknowable(Failure.STATUS.value)
        if answer.status not in LISTED:
            wrong = unless_useful(answer) or answer.failed(Failure.STATUS)
            return NotSent(wrong.kind.value, wrong.wait)
        value = read_json(answer.body)
        if not isinstance(value, list):
            return NotSent((Failure.PORTAL if answer.is_page else Failure.BAD_ANSWER).value)
        return self._found(value, submission, whole=bool(key))

    def progress(self, delivery: Delivery) -> Progress:
        """GET of the submission by its `_id`. The server itself knows two states: `submitted` and `draft`."""
        answer = self._http.get(delivery.told_at, token(self._keys.nearest(delivery.told_at)))
        if isinstance(answer, Failed):
            return NothingTold(answer.kind.value, answer.wait)
        if wrong := unless_useful(answer):
            return NothingTold(wrong.kind.value, wrong.wait)
        value = read_json(answer.body)
        state = STATES.get(str(value.get("state"))) if isinstance(value, dict) else None
        if isinstance(value, Unreadable) or _id(value) != delivery.reference or state is None:
            return NothingTold(Failure.BAD_ANSWER.value)
        return Told(state)

    def _key(self, submission: Submission) -> str:
        """The key of the project, which is the longest address above the form's that has one."""
        return self._keys.nearest(submission.envelope.url.removesuffix("/submission"))

    def _received(self, row: Json, submission: Submission) -> Received:
        """A receipt with where its state can be read, which is for who has the project's key only."""
        name, key = _id(row), self._key(submission)
        return Received(name, f"{submission.envelope.url}/{quote(name, safe='')}" if key else "")

    def _outcome(self, answer: Answer | Failed, submission: Submission) -> Outcome:
        decided = without_content(answer, TURNED_AWAY)
        if decided is not None or isinstance(answer, Failed):
            return decided or Unsure(Failure.BAD_ANSWER.value)
        if answer.status == LOGIN_TIMEOUT:
            return NoAccess(Failure.STATUS.value)
        if answer.status in TAKEN:
            return self._receipt(answer, submission)
        words = problem_words(answer)
        if answer.status < 400 or not words or answer.status == 408:
            return Unsure(Failure.STATUS.value)
        if "unique" in words.lower():
            # What must be there once only may be there because of us.
            found = self.look_up(submission, submission.created)
            if isinstance(found, Received):
                return found
        return Refused(answer.status, words)

    def _receipt(self, answer: Answer, submission: Submission) -> Outcome:
        """A receipt names the submission. Without an `_id` the form's actions ran, and nothing was kept.

        Looked for it would never be found, and sent again the actions would run again: a person decides.
        """
        value = read_json(answer.body)
        if isinstance(value, Unreadable):
            return Unsure((Failure.PORTAL if answer.is_page else Failure.BAD_ANSWER).value)
        return self._received(value, submission) if _id(value) else Unknowable(Failure.BAD_ANSWER.value)

    def _found(self, rows: list[Json], submission: Submission, *, whole: bool) -> Outcome:
        for row in rows:
            metadata = row.get("metadata") if isinstance(row, dict) else None
            if isinstance(metadata, dict) and metadata.get(REFERENCE) == submission.seal and _id(row):
                return self._received(row, submission)
        if rows:
            # The server did not look for what it was asked for.
            return Unknowable(Failure.BAD_ANSWER.value)
        return NotFoundThere() if whole else Unknowable(Failure.STATUS.value)


def _id(row: Json) -> str:
    name = row.get("_id") if isinstance(row, dict) else None
    return one_line(name, 80) if isinstance(name, str) else ""
