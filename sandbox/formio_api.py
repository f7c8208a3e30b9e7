# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""City Works' Form.io project: forms by their path, their submissions below them, as Form.io's own server answers.

Nobody needs a key to read a form or to send; the submissions are shown to the project's API key only.
"""

import hmac
import json
import secrets
from pathlib import Path
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from sandbox.applications import Application, Applications
from sandbox.definition_files import DefinitionFile, definition_answer, load_definition
from sandbox.web import language_of

BASE = "/city-works/formio"
SERVICE = "formio"
FORMS = {"orders/bins": "order-bins"}
LISTS = {"bins": "bins"}
"""What the forms have to choose from, each at an address of its own (`dataSrc`)."""

MOST_BYTES = 1_000_000
FIRST = "submitted"
"""The state of whatever is sent without one; an office can make a `draft` of it again."""

KEPT = ("data", "owner", "access", "metadata")
"""What the server keeps of what is sent."""


class FormioApi:
    """One project. The same submission twice is two: the server has no way to tell."""

    def __init__(self, applications: Applications, token: str, folder: Path | None = None) -> None:
        self._applications = applications
        self._token = token
        self._forms = {path: _definition(name, folder) for path, name in FORMS.items()}
        self._lists = {path: _definition(name, folder) for path, name in LISTS.items()}

    def routes(self) -> list[Route]:
        """Where the project answers."""
        return [
            Route(f"{BASE}/{{form:path}}/submission", self.submit, methods=["POST"]),
            Route(f"{BASE}/{{form:path}}/submission", self.submissions, methods=["GET"]),
            Route(f"{BASE}/{{form:path}}/submission/{{id}}", self.submission, methods=["GET"]),
            Route(f"{BASE}/lists/{{name}}", self.choices, methods=["GET"]),
            Route(f"{BASE}/{{form:path}}", self.form, methods=["GET"]),
        ]

    async def form(self, request: Request) -> Response:
        """The definition, in the caller's language."""
        form = self._forms.get(request.path_params["form"])
        if form is None:
            return _unknown()
        return definition_answer(request, form.in_language(language_of(request)), "application/json")

    async def choices(self, request: Request) -> Response:
        """A list to choose from, in the caller's language."""
        found = self._lists.get(request.path_params["name"])
        if found is None:
            return _unknown()
        return definition_answer(request, found.in_language(language_of(request)), "application/json")

    async def submit(self, request: Request) -> Response:
        """Take one submission, when what has to be there is there."""
        path = request.path_params["form"]
        form = self._forms.get(path)
        if form is None:
            return _unknown()
        try:
            content: Any = json.loads((await request.body())[:MOST_BYTES])
        except (ValueError, RecursionError):
            return PlainTextResponse("Bad Request", status_code=400)
        except ClientDisconnect:
            return PlainTextResponse("Bad Request", status_code=400)
        data = content.get("data") if isinstance(content, dict) else None
        faults = _faults(form.in_language(language_of(request)), data if isinstance(data, dict) else {})
        if faults:
            return JSONResponse({"name": "ValidationError", "details": faults}, status_code=400)
        # Form.io's own numbers are those of its database: 24 hexadecimal digits.
        kept = {name: content[name] for name in KEPT if name in content} | {"_id": secrets.token_hex(12)}
        return JSONResponse(self._shown(self._applications.add(SERVICE, path, kept)), status_code=201)

    async def submissions(self, request: Request) -> Response:
        """The submissions whose members have the values that the query names (`metadata.reference=...`)."""
        if not self._lets_in(request):
            return PlainTextResponse("Unauthorized", status_code=401)
        wanted = {name: value for name, value in request.query_params.items() if "." in name}
        found = [
            self._shown(one)
            for one in self._applications.all(SERVICE)
            if one.form == request.path_params["form"]
            and all(_member(one.content, name) == value for name, value in wanted.items())
        ]
        most = int(request.query_params.get("limit", "10"))
        last = max(min(most, len(found)) - 1, 0)
        status = 200 if len(found) <= most else 206
        headers = {"Content-Range": f"0-{last}/{len(found)}" if found else "*/0"}
        return JSONResponse(found[:most], status_code=status, headers=headers)

    async def submission(self, request: Request) -> Response:
        """One submission by its `_id`, for the project's API key."""
        if not self._lets_in(request):
            return PlainTextResponse("Unauthorized", status_code=401)
        for one in self._applications.all(SERVICE):
            if (one.form, one.content["_id"]) == (request.path_params["form"], request.path_params["id"]):
                return JSONResponse(self._shown(one))
        return PlainTextResponse("Could not find submission", status_code=404)

    def _lets_in(self, request: Request) -> bool:
        return hmac.compare_digest(request.headers.get("x-token", "").encode(), self._token.encode())

    def _shown(self, one: Application) -> dict[str, Any]:
        state, _ = self._applications.state(one.reference, FIRST)
        return {**one.content, "created": one.received, "form": one.form, "state": state}


def _member(content: Any, name: str) -> str:
    for part in name.split("."):
        content = content.get(part) if isinstance(content, dict) else None
    return content if isinstance(content, str) else ""


def _faults(form: dict[str, Any], data: dict[str, Any]) -> list[dict[str, Any]]:
    """What is required and shown and not there, in the words of Form.io's validation."""
    return [
        {"message": f"{one['label']} is required", "level": "error", "path": [one["key"]]}
        for one in form["components"]
        if one.get("validate", {}).get("required")
        and _is_shown(one, data)
        and data.get(one["key"]) in (None, "", [])
    ]


def _is_shown(component: dict[str, Any], data: dict[str, Any]) -> bool:
    condition = component.get("conditional") or {}
    if not condition.get("when"):
        return True
    return (data.get(condition["when"]) == condition["eq"]) is bool(condition["show"])


def _unknown() -> Response:
    return PlainTextResponse("Could not find a form", status_code=404)


def _definition(name: str, folder: Path | None) -> DefinitionFile:
    """The town's own form, or the one of its name in a folder that somebody brought."""
    if folder is not None and (folder / f"{name}.json").is_file():
        return load_definition(name, folder)
    return load_definition(name)
