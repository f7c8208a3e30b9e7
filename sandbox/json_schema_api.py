# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Tax Office's REST service: a JSON Schema at an address that takes what fits it, once for each Idempotency-Key.

draft-ietf-httpapi-idempotency-key-header-07: 400 without a key, the first answer again for the same key and content,
409 while the first request is still worked on, 422 for other content. Keys are known for a day.
"""

import hashlib
import hmac
import json
import re
from typing import Any

from jsonschema import Draft202012Validator
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sandbox.applications import Application, Applications
from sandbox.definition_files import DefinitionFile, definition_answer, load_definition
from sandbox.problems import problem
from sandbox.web import base_of, language_of

BASE = "/tax-office/applications"
SERVICE = "json-schema"
FORMS = ("tax-number",)
MOST_BYTES = 1_000_000
FIRST = "accepted"
"""What an application is from the beginning (OGC API - Processes, statusInfo: taken, not begun)."""

_NOT_KEPT = {"Cache-Control": "no-store"}
KEY = re.compile(r'"([\x21\x23-\x5b\x5d-\x7e]{8,200})"')
"""A structured field's string (RFC 9651), without what would have to be escaped in it."""


class JsonSchemaApi:
    """Schemas, and the applications that fit them."""

    def __init__(self, applications: Applications, token: str) -> None:
        self._applications = applications
        self._token = token
        self._forms = {name: load_definition(name) for name in FORMS}
        self._working: set[str] = set()

    def routes(self) -> list[Route]:
        """Where the service answers."""
        return [
            Route(f"{BASE}/{{form}}", self.schema, methods=["GET"]),
            Route(f"{BASE}/{{form}}", self.apply, methods=["POST"]),
            Route(f"{BASE}/{{form}}/{{reference}}", self.progress, methods=["GET"]),
        ]

    async def schema(self, request: Request) -> Response:
        """The schema, in the caller's language."""
        form = self._forms.get(request.path_params["form"])
        if form is None:
            return problem(404, "There is no such form.")
        return definition_answer(request, form.in_language(language_of(request)), "application/schema+json")

    async def apply(self, request: Request) -> Response:
        """Take one application."""
        form = self._forms.get(request.path_params["form"])
        if form is None:
            return problem(404, "There is no such form.")
        if not self._lets_in(request):
            refused = problem(401, "This program may not send applications.")
            refused.headers["WWW-Authenticate"] = "Bearer"
            return refused
        key = KEY.fullmatch(request.headers.get("idempotency-key", ""))
        if key is None:
            return problem(400, "Idempotency-Key is missing.")
        if key[1] in self._working:
            return problem(409, "A request is outstanding for this Idempotency-Key.")
        self._working.add(key[1])
        try:
            return await self._take(request, form, key[1])
        except ClientDisconnect:
            return problem(400, "The request was not whole.")
        finally:
            self._working.discard(key[1])

    def _lets_in(self, request: Request) -> bool:
        told = request.headers.get("authorization", "").encode()
        return hmac.compare_digest(told, f"Bearer {self._token}".encode())

    async def _take(self, request: Request, form: DefinitionFile, key: str) -> Response:
        body = await request.body()
        if len(body) > MOST_BYTES:
            return problem(413, "The application is too large.")
        print_ = hashlib.sha256(request.url.path.encode() + b"\n" + body).hexdigest()
        known = self._applications.by_key(key)
        if known is not None and known[0] != print_:
            return problem(422, "This Idempotency-Key is already used for another request.")
        if known is not None:
            return _receipt(request, known[1])
        try:
            content: Any = json.loads(body)
        except (ValueError, RecursionError):
            return problem(400, "This is no JSON.")
        faults = list(Draft202012Validator(form.in_language("en")).iter_errors(content))
        if faults:
            places = [{"name": one.json_path, "reason": one.message} for one in faults[:10]]
            return problem(422, "The application does not fit the form.", errors=places)
        return _receipt(request, self._applications.add(SERVICE, form.name, content, key=key, print_=print_))

    async def progress(self, request: Request) -> Response:
        """The resource that `Location` named: how far the office is with one application."""
        if not self._lets_in(request):
            return problem(401, "Who is asking?")
        found = self._applications.find(request.path_params["reference"])
        if found is None or (found.service, found.form) != (SERVICE, request.path_params["form"]):
            return problem(404, "There is no such application.")
        status, words = self._applications.state(found.reference, FIRST)
        told = {"reference": found.reference, "received": found.received, "status": status}
        return JSONResponse(told | ({"message": words} if words else {}), headers=_NOT_KEPT)


def _receipt(request: Request, application: Application) -> Response:
    location = f"{base_of(request)}{request.url.path}/{application.reference}"
    return JSONResponse(
        {"reference": application.reference, "received": application.received},
        status_code=201,
        headers={"Location": location},
    )
