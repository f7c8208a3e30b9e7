# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Social Security Office's Open Forms server: public API v2 for people who do not sign in.

A session is a cookie and a CSRF token; it holds one submission until its end, and then forgets it.
"""

import json
import secrets
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from sandbox.applications import Applications
from sandbox.definition_files import Definition, load_definition
from sandbox.open_forms_parts import STATEMENT, AtWork, Session, Upload, described, faults, street
from sandbox.problems import problem
from sandbox.web import base_of, language_of

BASE = "/social-security/open-forms"
API = f"{BASE}/api/v2"
UPLOAD = f"{API}/formio/fileupload"
SERVICE = "open-forms"
FORMS = ("health-card", "market-stall")
TAKEN = ("application/pdf", "image/png")
SESSION = "openforms_sessionid"
CSRF = "X-CSRFToken"
POLLS_AT_WORK = 1
"""How often a new submission is said to be worked on before it is said to be done."""


class OpenFormsApi:
    """The form, its steps, a session, the end of it, and how far the server has come."""

    def __init__(self, applications: Applications) -> None:
        self._applications = applications
        files = [load_definition(one) for one in FORMS]
        self._files = {one.content[name]: one for one in files for name in ("slug", "uuid")}
        self._uploads: dict[str, Upload] = {}
        self._sessions: dict[str, Session] = {}
        self._at_work: dict[str, AtWork] = {}

    def routes(self) -> list[Route]:
        """Where the server answers."""
        submission = f"{API}/submissions/{{submission}}"
        return [
            Route(f"{API}/forms/{{form}}", self.form, methods=["GET"]),
            Route(f"{API}/forms/{{form}}/steps/{{step}}", self.step, methods=["GET"]),
            Route(f"{API}/submissions", self.begin, methods=["POST"]),
            Route(f"{submission}/steps/{{step}}", self.fill, methods=["PUT"]),
            Route(f"{submission}/steps/{{step}}", self.asked, methods=["GET"]),
            Route(UPLOAD, self.upload, methods=["POST"]),
            Route(f"{API}/geo/address-autocomplete", self.street, methods=["GET"]),
            Route(f"{submission}/_complete", self.complete, methods=["POST"]),
            Route(f"{submission}/{{token}}/status", self.status, methods=["GET"]),
        ]

    async def form(self, request: Request) -> Response:
        """The form without its questions; begins a session where there is none."""
        form = self._form(request)
        if form is None:
            return problem(404, "Not found.", code="not_found")
        name = request.cookies.get(SESSION, "")
        if name not in self._sessions:
            name = secrets.token_urlsafe(24)
            self._sessions[name] = Session()
        answer = self._answer(
            request,
            described(form, f"{base_of(request)}{API}/forms/{form['uuid']}"),
            token=self._sessions[name].token,
        )
        answer.set_cookie(SESSION, name, path=BASE, httponly=True, samesite="lax")
        return answer

    async def step(self, request: Request) -> Response:
        """The questions of one step, as a Form.io definition."""
        form = self._form(request)
        step = _step(form, request.path_params["step"]) if form is not None else None
        if step is None:
            return problem(404, "Not found.", code="not_found")
        upload = {"url": f"{base_of(request)}{UPLOAD}"}
        shown = [one | upload if one["type"] == "file" else one for one in step["components"]]
        configuration = {"display": "form", "components": shown}
        told = {
            "uuid": step["uuid"],
            "slug": step["slug"],
            "name": step["name"],
            "configuration": configuration,
        }
        return self._answer(request, told)

    async def begin(self, request: Request) -> Response:
        """A new submission in this session."""
        session = self._session(request)
        if session is None:
            return _who()
        wanted = await _object(request)
        shown = f"{base_of(request)}{BASE}/"
        form = self._files.get(str(wanted.get("form", "")).rpartition("/forms/")[2])
        if form is None:
            return problem(
                400, "", code="invalid", invalidParams=[{"name": "form", "reason": "Unknown form."}]
            )
        if not str(wanted.get("formUrl", "")).startswith(shown):
            reason = "This address is not on the allow-list."
            return problem(400, "", code="invalid", invalidParams=[{"name": "formUrl", "reason": reason}])
        session.submission, session.steps, session.form = secrets.token_hex(16), {}, form.content["slug"]
        told = {"id": session.submission, "form": wanted["form"], "submissionAllowed": "yes"}
        return self._answer(request, told, status=201)

    async def fill(self, request: Request) -> Response:
        """The answers of one step, judged by its rules."""
        session = self._session(request)
        if session is None or session.submission != request.path_params["submission"]:
            return _who()
        step = self._step_of(session, request)
        if step is None:
            return problem(404, "Not found.", code="not_found")
        wanted = await _object(request)
        data = wanted.get("data")
        wrong = faults(step, data if isinstance(data, dict) else {}, self._uploads, session.submission)
        if wrong:
            return problem(400, "", code="invalid", invalidParams=wrong)
        known = step["uuid"] in session.steps
        session.steps[step["uuid"]] = data if isinstance(data, dict) else {}
        return self._answer(request, {"slug": step["slug"], "data": data}, status=200 if known else 201)

    async def asked(self, request: Request) -> Response:
        """The questions of one step as this submission sees them, with the rules that a window carries out itself."""
        session = self._session(request, token=False)
        if session is None or session.submission != request.path_params["submission"]:
            return _who()
        step = self._step_of(session, request)
        if step is None:
            return problem(404, "Not found.", code="not_found")
        told = {
            "id": secrets.token_hex(8),
            "slug": step["slug"],
            "formStepUuid": step["uuid"],
            "data": None,
            "canSubmit": True,
            "configuration": {"display": "form", "components": step["components"]},
            "defaultConfiguration": None,
            "logicRules": step.get("logicRules", []),
            "requireBackendLogicEvaluation": False,
        }
        return self._answer(request, told)

    async def upload(self, request: Request) -> Response:
        """Keep a file for the caller's submission; its no is a plain text, as the real server's."""
        session = self._session(request)
        if session is None or not session.submission:
            return _who()
        async with request.form() as sent:
            file, claimed = sent.get("file"), sent.get("submission")
            if not isinstance(file, UploadFile) or not str(claimed).endswith(f"/{session.submission}"):
                return PlainTextResponse("This field is required.", status_code=400)
            name, kind, content = file.filename or "", file.content_type or "", await file.read()
        if kind not in TAKEN:
            return PlainTextResponse("The provided file is not a valid file type.", status_code=400)
        url = f"{base_of(request)}{API}/submissions/files/{secrets.token_hex(16)}"
        self._uploads[url] = Upload(session.submission, name, kind, content)
        return self._answer(request, {"url": url, "name": name, "size": len(content)})

    async def street(self, request: Request) -> Response:
        """The street of a house."""
        session = self._session(request, token=False)
        if session is None or not session.submission:
            return _who()
        asked = request.query_params
        return self._answer(request, street(asked.get("postcode", ""), asked.get("house_number", "")))

    async def complete(self, request: Request) -> Response:
        """File the submission; the session forgets it."""
        session = self._session(request)
        if session is None or session.submission != request.path_params["submission"]:
            return _who()
        declared = await _object(request)
        steps = self._files[session.form].content["steps"]
        missing = [step["slug"] for step in steps if step["uuid"] not in session.steps]
        if missing:
            return problem(
                400, "", code="invalid", invalidParams=[{"name": "steps", "reason": f"Missing: {missing}"}]
            )
        if declared.get(STATEMENT) is not True:
            reason = "You must accept the privacy policy."
            return problem(400, "", code="invalid", invalidParams=[{"name": STATEMENT, "reason": reason}])
        content = {"steps": session.steps, "declared": declared}
        reference = self._applications.add(SERVICE, session.form, content).reference
        token, submission = secrets.token_urlsafe(16), session.submission
        self._at_work[token] = AtWork(reference)
        session.submission, session.steps = "", {}
        status = f"{base_of(request)}{API}/submissions/{submission}/{token}/status"
        return self._answer(request, {**declared, "statusUrl": status})

    async def status(self, request: Request) -> Response:
        """Whether the submission is through, and its reference."""
        work = self._at_work.get(request.path_params["token"])
        if work is None:
            return problem(403, "Not allowed.", code="permission_denied")
        work.asked += 1
        if work.asked <= POLLS_AT_WORK:
            return self._answer(request, {"status": "in_progress", "result": "", "publicReference": ""})
        done = {"status": "done", "result": "success", "errorMessage": "", "publicReference": work.reference}
        return self._answer(request, done)

    def _form(self, request: Request) -> Definition | None:
        file = self._files.get(request.path_params["form"])
        return None if file is None else file.in_language(language_of(request))

    def _step_of(self, session: Session, request: Request) -> Definition | None:
        form = self._files[session.form].in_language(language_of(request))
        return _step(form, request.path_params["step"])

    def _session(self, request: Request, *, token: bool = True) -> Session | None:
        """The caller's session, when the token in the header is its own; who only reads needs none."""
        session = self._sessions.get(request.cookies.get(SESSION, ""))
        told = request.headers.get(CSRF, "")
        own = session is not None and (not token or secrets.compare_digest(told, session.token))
        return session if own else None

    def _answer(self, request: Request, content: Any, *, status: int = 200, token: str = "") -> Response:
        headers = {"Content-Language": language_of(request), "Cache-Control": "no-store"}
        return JSONResponse(content, status_code=status, headers=headers | ({CSRF: token} if token else {}))


def _step(form: Definition, name: str) -> Definition | None:
    found: Definition | None = next((one for one in form["steps"] if one["uuid"] == name), None)
    return found


async def _object(request: Request) -> dict[str, Any]:
    try:
        value = json.loads(await request.body())
    except (ValueError, RecursionError, ClientDisconnect):
        return {}
    return value if isinstance(value, dict) else {}


def _who() -> Response:
    return problem(403, "Authentication credentials were not provided.", code="not_authenticated")
