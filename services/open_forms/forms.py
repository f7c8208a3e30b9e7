# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes one Form.io definition of an Open Forms form and its steps; refuses what an anonymous person cannot finish."""

from services.boundary import Failed, Failure, unless_useful
from services.definition_forms import Source
from services.definitions import FORMIO
from services.documents import Json, Unreadable, read_json
from services.http import Headers, Http
from services.open_forms.envelope import address, endpoint_of
from services.open_forms.steps import Members, components, objects, statements

MOST_STEPS = 50


def source(http: Http) -> Source:
    """GET of the form, then of each step. Anonymous people need no key."""

    def whole(at: str, form: Members, headers: Headers) -> Members | Failed:
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
