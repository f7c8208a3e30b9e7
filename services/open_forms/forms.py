# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes one Form.io definition of an Open Forms form and its steps; refuses what an anonymous person cannot finish."""

import copy
import time
from collections.abc import Callable

from core.ids import FormId, Language
from services.boundary import Failed, Failure, unless_useful
from services.definition_forms import Source
from services.definitions import FORMIO
from services.documents import Json, Unreadable, read_json
from services.http import Headers, Http
from services.open_forms.conversation import Conversation
from services.open_forms.envelope import address, endpoint_of, shown_at
from services.open_forms.reading import object_of
from services.open_forms.rules import with_rules
from services.open_forms.steps import Members, components, objects, statements

MOST_STEPS = 50
DAY = 86_400
BACKEND = "requireBackendLogicEvaluation"
"""Where the server says that its rules need what only it knows."""


def source(http: Http, now: Callable[[], float] = time.time) -> Source:
    """GET of the form, then of each step. Anonymous people need no key.

    The rules of a form are told within a submission only, which is begun and left, once a day and whenever the form
    has changed: the server throws away what nobody completes. `now` is wall-clock seconds.
    """
    seen: dict[tuple[str, Language], tuple[Members, int, Members]] = {}

    def whole(at: str, form: Members, headers: Headers) -> Members | Failed:
        made = static(at, form, headers)
        if isinstance(made, Failed):
            return made
        language = Language(dict(headers).get("Accept-Language", ""))
        before, day = seen.get((at, language)), int(now() // DAY)
        if before is not None and before[:2] == (made, day):
            return before[2]
        ruled = _ruled(Conversation(http, endpoint_of(at), language), form, copy.deepcopy(made))
        if not isinstance(ruled, Failed):
            seen[at, language] = (made, day, ruled)
        return ruled

    def static(at: str, form: Members, headers: Headers) -> Members | Failed:
        closed = why_closed(form)
        if closed:
            return Failed(Failure.WRONG_TYPE, sent=True, detail=closed)
        panels: list[Json] = []
        for number, step in enumerate(objects(form.get("steps"))[:MOST_STEPS], start=1):
            read = _step(
                http, f"{endpoint_of(at)}/forms/{form.get('uuid')}/steps/{step.get('uuid')}", headers
            )
            if isinstance(read, Failed):
                return read
            panels.append(_panel(f"step-{number}", str(step.get("formDefinition") or ""), components(read)))
        declared: list[Json] = [*statements(form)]
        if declared:
            panels.append(_panel("statements", "", declared))
        return {"display": "wizard", "title": form.get("name"), "components": panels}

    return Source(FORMIO, address, lambda _: [("Accept", "application/json")], _is_form, whole)


def why_closed(form: Members) -> str:
    """Why nobody can do this form without signing in, paying or choosing a time; empty when anybody can."""
    for name, closing in (
        ("loginRequired", True),
        ("paymentRequired", True),
        ("maintenanceMode", True),
        ("submissionLimitReached", True),
        ("active", False),
    ):
        if form.get(name) is closing:
            return name
    if form.get("submissionAllowed", "yes") != "yes":
        return "submissionAllowed"
    return "" if form.get("type", "regular") == "regular" else "type"


def _is_form(value: Members) -> bool:
    return isinstance(value.get("uuid"), str) and isinstance(value.get("steps"), list)


def _ruled(talk: Conversation, form: Members, made: Members) -> Members | Failed:
    """The definition with the rules of the form in it, as a submission that is only begun is told them."""
    address = f"/forms/{form.get('uuid')}"
    wanted: Members = {"form": talk.endpoint + address, "anonymous": True}
    wanted["formUrl"] = shown_at(talk.endpoint, FormId(str(form.get("slug"))))
    if not isinstance(object_of(talk.get(address)), dict):
        return Failed(Failure.BAD_ANSWER, sent=True, detail="no session")
    begun = object_of(talk.post("/submissions", wanted))
    if not isinstance(begun, dict):
        return Failed(Failure.BAD_ANSWER, sent=True, detail="no submission")
    rules: list[Members] = []
    for step in objects(form.get("steps"))[:MOST_STEPS]:
        told = object_of(talk.get(f"/submissions/{begun.get('id')}/steps/{step.get('uuid')}"))
        if not isinstance(told, dict):
            return Failed(Failure.BAD_ANSWER, sent=True, detail="no step of a submission")
        # Forms that were never switched over have theirs worked out by the server, which tells none of them.
        if told.get(BACKEND) is True and form.get("newLogicEvaluationEnabled", True) is True:
            return Failed(Failure.WRONG_TYPE, sent=True, detail=BACKEND)
        rules.extend(objects(told.get("logicRules")))
    panels = made.get("components")
    refused = with_rules(panels, rules) if isinstance(panels, list) else ""
    return Failed(Failure.WRONG_TYPE, sent=True, detail=refused) if refused else made


def _step(http: Http, at: str, headers: Headers) -> Members | Failed:
    answer = http.get(at, headers)
    if isinstance(answer, Failed):
        return answer
    wrong = unless_useful(answer)
    if wrong is not None:
        return wrong
    value = read_json(answer.body)
    if isinstance(value, Unreadable) or not isinstance(value, dict) or not components(value):
        return answer.failed(Failure.BAD_ANSWER, "no step")
    return value


def _panel(key: str, title: str, inside: list[Json]) -> Members:
    return {"type": "panel", "key": key, "title": title, "components": inside}
