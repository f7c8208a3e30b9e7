# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Delivers reports to an Open311 city, and looks for them there instead of ever sending one twice."""

from datetime import UTC, datetime
from urllib.parse import parse_qs, urlencode

from core.following import NothingTold, Progress
from core.ports import Clock
from core.submission import (
    Delivery,
    NoAccess,
    NotFoundThere,
    NotSent,
    Outcome,
    Received,
    Refused,
    Submission,
    Unsure,
)
from services.access import Keys
from services.boundary import NETWORK_LOGIN, REDIRECTS, Answer, Failed, Failure, unless_useful
from services.documents import Unreadable
from services.http import Http
from services.open311.envelope import address, reference_mark
from services.open311.fields import DESCRIPTION
from services.open311.reading import error_words, read_answer
from services.open311.records import LONGEST_DESCRIPTION, Request, read_requests
from services.open311.status import TOKENS, endpoint_of, read_status
from services.open311.status import told_at as status_address
from services.open311.windows import Window, first_windows
from services.outside_text import plain

TAKEN = frozenset({200, 201})
TURNED_AWAY = frozenset({425, 429})
"""Declared as not processed (RFC 8470, 6585). 503 and 408 are not: gateways send them too early."""

MOST_QUESTIONS = 24
"""GETs of one look-up; a city that needs more is asked again later."""

FULL_PAGE, ROUND = 10, 5
"""So many rows, in a round number, may be an answer that was cut off. The known cities show 50 at least; how many
another shows nobody knows, and a cut list that is taken for a whole one sends the report twice."""


CUT_FROM = 100
"""Characters that two people do not write alike: a shorter beginning of a report may be somebody else's."""


class Open311Agency:
    """GeoReport v2 knows no repetition: what may have arrived is looked up by its description's mark."""

    def __init__(self, http: Http, keys: Keys, clock: Clock) -> None:
        self._http = http
        self._keys = keys
        self._clock = clock

    def deliver(self, submission: Submission) -> Outcome:
        """One POST of the envelope's bytes, after the machine's `api_key` where it has one."""
        envelope = submission.envelope
        key = self._keys.key(_endpoint(submission))
        body = (urlencode({"api_key": key}).encode() + b"&" if key else b"") + envelope.body
        headers = [*envelope.headers, ("Accept-Language", submission.language)]
        return self._outcome(self._http.post(envelope.url, headers, body), submission)

    def look_up(self, submission: Submission, since: float, told_at: str = "") -> Outcome:
        """Search the city's requests of this service from a day before `since` for our mark.

        NotFoundThere only when every request of that time could be seen with its whole description.
        """
        del told_at
        waiting = first_windows(min(since, submission.created), self._clock.wall())
        certain, written = True, _written(submission)
        for _ in range(MOST_QUESTIONS):
            if not waiting:
                return NotFoundThere() if certain else Unsure(Failure.BAD_ANSWER.value)
            window = waiting.pop()
            answer = self._http.get(_question(submission, window))
            if isinstance(answer, Failed):
                return NotSent(answer.kind.value, answer.wait)
            found = _requests(answer)
            if isinstance(found, Failed):
                return _cannot_look(found)
            ours = _ours(found, submission)
            if ours is not None:
                return _received(ours, submission)
            certain = certain and not any(_may_be_ours(one, written) for one in found)
            if _may_be_cut(answer, found):
                parts = window.halves()
                certain = certain and bool(parts)
                waiting.extend(parts)
        return Unsure(Failure.TOO_LARGE.value)

    def progress(self, delivery: Delivery) -> Progress:
        """GET Service Request, after GET service_request_id from a token where the city gave only that so far."""
        asked, name = delivery.told_at, delivery.reference
        if TOKENS in asked:
            named = self._only(asked)
            if isinstance(named, NothingTold):
                return named
            if not named.id or named.token not in ("", name):
                return NothingTold(Failure.BAD_ANSWER.value)
            asked, name = status_address(endpoint_of(asked), named), named.id
        shown = self._only(asked)
        return shown if isinstance(shown, NothingTold) else read_status(shown, name)

    def _only(self, asked: str) -> Request | NothingTold:
        answer = self._http.get(asked)
        if isinstance(answer, Failed):
            return NothingTold(answer.kind.value, answer.wait)
        found = _requests(answer)
        if isinstance(found, Failed):
            return NothingTold(found.kind.value, found.wait)
        return found[0] if len(found) == 1 else NothingTold(Failure.BAD_ANSWER.value)

    def _outcome(self, answer: Answer | Failed, submission: Submission) -> Outcome:
        if isinstance(answer, Failed):
            return Unsure(answer.kind.value) if answer.sent else NotSent(answer.kind.value, answer.wait)
        value = read_answer(answer.body)
        if answer.status in TAKEN:
            return self._receipt(answer, submission)
        if answer.status in (401, 403):
            return NoAccess(Failure.STATUS.value)
        if answer.status in TURNED_AWAY:
            return NotSent(Failure.STATUS.value, answer.wait)
        if answer.status in REDIRECTS:
            return Unsure(Failure.REDIRECT.value)
        if answer.status == NETWORK_LOGIN:
            return Unsure(Failure.PORTAL.value)
        words = "" if isinstance(value, Unreadable) else error_words(value)
        if 400 <= answer.status < 500 and answer.status != 408 and words:
            return self._refused(answer.status, words, submission)
        return Unsure(Failure.STATUS.value if answer.status >= 400 else Failure.BAD_ANSWER.value)

    def _refused(self, status: int, words: str, submission: Submission) -> Outcome:
        """A no in the city's own words. 'Duplicate' is no refusal: the report is there, and can be found."""
        if status != 400 or "duplicate" not in words.lower():
            return Refused(status, words)
        found = self.look_up(submission, submission.created)
        return found if isinstance(found, Received) else Unsure(Failure.STATUS.value)

    def _receipt(self, answer: Answer, submission: Submission) -> Outcome:
        """A receipt names one request by an id, or by a token for which the id is asked at once.

        A token whose id does not exist yet is the city's own number as well, and people can ask with it.
        """
        found = _requests(answer, statuses=TAKEN)
        if isinstance(found, Failed) or len(found) != 1:
            return Unsure((Failure.PORTAL if answer.is_page else Failure.BAD_ANSWER).value)
        token = found[0].token
        if found[0].id or not token.isalnum():
            return _received(found[0], submission)
        named = self._http.get(address(_endpoint(submission), f"tokens/{token}.json"))
        ids = named if isinstance(named, Failed) else _requests(named)
        known = () if isinstance(ids, Failed) else ids
        return _received(next((one for one in known if one.id), found[0]), submission)


def _received(row: Request, submission: Submission) -> Received:
    return Received(row.reference, status_address(_endpoint(submission), row))


def _endpoint(submission: Submission) -> str:
    """The endpoint as the catalogue has it, out of the address of the POST."""
    base, mark, arguments = submission.envelope.url.partition("?")
    return base.rpartition("/requests.")[0] + mark + arguments


def _question(submission: Submission, window: Window) -> str:
    """GET Service Requests of one service and time (RFC 3339 with a zone, as the standard wants it)."""
    base, _, arguments = address(_endpoint(submission), "requests.json").partition("?")
    asked = urlencode(
        {
            "service_code": submission.form,
            "start_date": _moment(window.start),
            "end_date": _moment(window.end),
        }
    )
    return f"{base}?{arguments}&{asked}" if arguments else f"{base}?{asked}"


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _requests(answer: Answer, statuses: frozenset[int] = frozenset({200})) -> tuple[Request, ...] | Failed:
    if answer.status not in statuses:
        return unless_useful(answer) or answer.failed(Failure.STATUS)
    value = read_answer(answer.body)
    if isinstance(value, Unreadable):
        return answer.failed(Failure.PORTAL if answer.is_page else Failure.BAD_ANSWER, value.reason)
    found = read_requests(value)
    return answer.failed(Failure.BAD_ANSWER, "rows without ids") if found is None else found


def _cannot_look(failed: Failed) -> Outcome:
    if failed.status in (401, 403):
        return NoAccess(Failure.STATUS.value)
    return NotSent(failed.kind.value, failed.wait)


def _ours(found: tuple[Request, ...], submission: Submission) -> Request | None:
    mark = reference_mark(submission.seal).lower()
    return next((one for one in found if mark in (one.description or "").lower()), None)


def _written(submission: Submission) -> str:
    """The description as we sent it, with its mark, in the form in which rows are read."""
    sent = parse_qs(submission.envelope.body.decode("ascii"))
    return plain(sent.get(DESCRIPTION, [""])[0], LONGEST_DESCRIPTION)


def _may_be_ours(row: Request, written: str) -> bool:
    """Whether a row without our mark can still be ours: its description is not shown, or was cut before the mark."""
    if row.description is None:
        return True
    shown = row.description.rstrip(" .…")
    return len(shown) >= CUT_FROM and written.startswith(shown)


def _may_be_cut(answer: Answer, found: tuple[Request, ...]) -> bool:
    """Whether the server may hold more than it showed: a round number of rows, or it says so (6aika)."""
    pages = answer.header("x-page-count")
    more = pages.isascii() and pages.isdigit() and int(pages[:9]) > 1
    return more or (len(found) >= FULL_PAGE and len(found) % ROUND == 0)
