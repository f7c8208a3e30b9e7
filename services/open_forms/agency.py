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
    NotSent,
    Outcome,
    Received,
    Refused,
    Submission,
    Unknowable,
    Unsure,
)
from services.boundary import Answer, Failed, Failure
from services.documents import Json, read_json
from services.http import Http
from services.open_forms.addresses import with_streets
from services.open_forms.conversation import Conversation
from services.open_forms.envelope import endpoint_of, shown_at
from services.open_forms.reading import object_of
from services.open_forms.steps import Members, components, leaves, objects, part_of, statements
from services.open_forms.uploads import handed_over
from services.outcomes import without_content
from services.outside_text import one_line
from services.own_address import own_address
from services.problem_words import problem_words

POLLS = 20
POLL_SECONDS = 0.5
TURNED_AWAY = frozenset({425, 429})

Part = tuple[str, list[Json], Members]
"""A step's id, its components, and the answers that it asks for."""


class OpenFormsAgency:
    """Public API v2. `pause` waits for so many seconds between two questions how far the server has come."""

    def __init__(self, http: Http, pause: Callable[[float], None] = time.sleep) -> None:
        self._http = http
        self._pause = pause

    def deliver(self, submission: Submission) -> Outcome:
        """Form, session, steps, end: one whole conversation."""
        endpoint = endpoint_of(submission.envelope.url)
        talk = Conversation(self._http, endpoint, submission.language)
        form = object_of(talk.get(submission.envelope.url.removeprefix(endpoint)))
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
        made = object_of(talk.post("/submissions", session))
        if not isinstance(made, dict):
            return made
        path = f"/submissions/{made.get('id')}"
        for step, found, part in shared:
            whole = _completed(talk, f"{endpoint}{path}", found, part)
            if not isinstance(whole, dict):
                return whole
            stored = object_of(talk.put(f"{path}/steps/{step}", {"data": whole}))
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


def _completed(talk: Conversation, submission: str, found: list[Json], part: Members) -> Members | Outcome:
    """The answers of a step with what only its server can give them: where the files are, and streets."""
    told = with_streets(talk, found, part)
    return handed_over(talk, submission, told) if isinstance(told, dict) else told


def _shared(talk: Conversation, form: Members, answers: Members) -> list[Part] | Outcome:
    """The answers that belong to each step, by the step's id."""
    parts: list[Part] = []
    left = set(leaves(answers)) - set(leaves(part_of(answers, [*statements(form)])))
    for step in objects(form.get("steps")):
        name = str(step.get("uuid"))
        read = object_of(talk.get(f"/forms/{form.get('uuid')}/steps/{name}"))
        if not isinstance(read, dict):
            return read
        part = part_of(answers, components(read))
        left -= set(leaves(part))
        parts.append((name, components(read), part))
    # Where answers are left the form is another one now. Nothing may be left behind: a person decides.
    return Unknowable(Failure.WRONG_TYPE.value) if left else parts
