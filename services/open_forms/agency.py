# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Replays a person's session with an Open Forms server, and says of it no more than its answers prove.

Nothing is filed before `_complete`: whatever fails earlier is certain. After it the session is forgotten, so that a
lost answer can never be found out, and a person decides.
"""

import json
import time
from collections.abc import Callable
from dataclasses import replace

from core.following import NothingTold, Progress
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
from services.boundary import NETWORK_LOGIN, REDIRECTS, Answer, Failed, Failure
from services.documents import Unreadable, read_json
from services.http import Http
from services.open_forms.conversation import Conversation
from services.open_forms.envelope import endpoint_of, shown_at
from services.open_forms.steps import Members, components, leaves, objects, part_of, statements
from services.outcomes import NO_ACCESS, without_content
from services.outside_text import one_line
from services.own_address import own_address
from services.problem_words import problem_words

POLLS = 20
POLL_SECONDS = 0.5
LATER = frozenset({408, 425, 429})
TURNED_AWAY = frozenset({425, 429})


class OpenFormsAgency:
    """Public API v2. `pause` waits for so many seconds between two questions how far the server has come."""

    def __init__(self, http: Http, pause: Callable[[float], None] = time.sleep) -> None:
        self._http = http
        self._pause = pause

    def deliver(self, submission: Submission) -> Outcome:
        """Form, session, steps, end: one whole conversation."""
        endpoint = endpoint_of(submission.envelope.url)
        talk = Conversation(self._http, endpoint, submission.language)
        form = _object(talk.get(submission.envelope.url.removeprefix(endpoint)))
        if not isinstance(form, dict):
            return form
        answers: Members = json.loads(submission.envelope.body)
        shared = _shared(talk, form, answers)
        if not isinstance(shared, list):
            return shared
        session: Members = {
            "form": f"{endpoint}/forms/{form.get('uuid')}",
            "formUrl": shown_at(endpoint, submission.form),
            "anonymous": True,
        }
        made = _object(talk.post("/submissions", session))
        if not isinstance(made, dict):
            return made
        path = f"/submissions/{made.get('id')}"
        for step, part in shared:
            stored = _object(talk.put(f"{path}/steps/{step}", {"data": part}))
            if not isinstance(stored, dict):
                return stored
        return self._complete(talk, path, part_of(answers, [*statements(form)]), submission)

    def look_up(self, submission: Submission, since: float, told_at: str = "") -> Outcome:
        """Ask how far the server has come with what it has acknowledged; everything else is beyond asking."""
        del since, submission
        if not told_at:
            return Unknowable(Failure.STATUS.value)
        return _read_status(self._http.get(told_at)) or Unsure(Failure.TIMEOUT.value)

    def progress(self, delivery: Delivery) -> Progress:
        """Once it has given its reference the server tells nothing more: the case goes on elsewhere."""
        del delivery
        return NothingTold(Failure.STATUS.value)

    def _complete(self, talk: Conversation, path: str, declared: Members, submission: Submission) -> Outcome:
        answer = talk.post(f"{path}/_complete", declared)
        decided = without_content(answer, TURNED_AWAY)
        if isinstance(answer, Failed) or isinstance(decided, NotSent | Unsure):
            return decided or Unsure(Failure.BAD_ANSWER.value)
        if decided is not None:
            # 403 is also what an ended session gets whose first `_complete` arrived.
            return Unsure(Failure.STATUS.value)
        value = read_json(answer.body)
        told = value.get("statusUrl") if isinstance(value, dict) else None
        status = own_address(told, submission.envelope.url) if isinstance(told, str) else ""
        if answer.status == 200 and status:
            return self._wait(status)
        words = problem_words(answer)
        if answer.status >= 400 and words:
            return Refused(answer.status, words)
        return Unsure((Failure.PORTAL if answer.is_page else Failure.BAD_ANSWER).value)

    def _wait(self, status: str) -> Outcome:
        """Ask for a while; whatever stays unsure carries the address, so that it outlives this process."""
        for _ in range(POLLS):
            outcome = _read_status(self._http.get(status))
            if isinstance(outcome, Unsure):
                return replace(outcome, told_at=status)
            if outcome is not None:
                return outcome
            self._pause(POLL_SECONDS)
        return Unsure(Failure.TIMEOUT.value, told_at=status)


def _read_status(answer: Answer | Failed) -> Outcome | None:
    """How far the server has come; None while it is still at work."""
    if isinstance(answer, Failed):
        return Unsure(answer.kind.value, answer.wait)
    value = read_json(answer.body)
    if answer.status != 200 or not isinstance(value, dict):
        return Unsure((Failure.PORTAL if answer.is_page else Failure.STATUS).value, answer.wait)
    if value.get("status") == "in_progress":
        return None
    reference = value.get("publicReference")
    if value.get("result") == "success" and isinstance(reference, str) and one_line(reference):
        return Received(one_line(reference, 80))
    # It has it, and something went wrong with it there; its staff can see what.
    return Unknowable(Failure.BAD_ANSWER.value)


def _shared(talk: Conversation, form: Members, answers: Members) -> list[tuple[str, Members]] | Outcome:
    """The answers that belong to each step, by the step's id."""
    parts: list[tuple[str, Members]] = []
    left = set(leaves(answers)) - set(leaves(part_of(answers, [*statements(form)])))
    for step in objects(form.get("steps")):
        name = str(step.get("uuid"))
        read = _object(talk.get(f"/forms/{form.get('uuid')}/steps/{name}"))
        if not isinstance(read, dict):
            return read
        part = part_of(answers, components(read))
        left -= set(leaves(part))
        parts.append((name, part))
    # Where answers are left the form is another one now. Nothing may be left behind: a person decides.
    return Unknowable(Failure.WRONG_TYPE.value) if left else parts


def _object(answer: Answer | Failed) -> Members | Outcome:
    """The JSON object of a good answer. Before the end nothing is filed, so everything else is certain."""
    if isinstance(answer, Failed):
        return NotSent(answer.kind.value, answer.wait)
    if answer.status in NO_ACCESS:
        return NoAccess(Failure.STATUS.value)
    if answer.status in REDIRECTS:
        return NotSent(Failure.REDIRECT.value)
    if answer.status == NETWORK_LOGIN or answer.is_page:
        return NotSent(Failure.PORTAL.value)
    if answer.status >= 500 or answer.status in LATER:
        return NotSent(Failure.STATUS.value, answer.wait)
    if answer.status >= 400:
        words = problem_words(answer)
        return Refused(answer.status, words) if words else NotSent(Failure.STATUS.value)
    value = read_json(answer.body)
    if isinstance(value, Unreadable) or not isinstance(value, dict):
        return NotSent(Failure.BAD_ANSWER.value)
    return value
