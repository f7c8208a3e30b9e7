# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The OpenRosa 1.0 server of all four agencies, in the key-in-path style of ODK Central's app users."""

import hmac
import mimetypes

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox import openrosa_answers as answers
from sandbox.form_files import FormFile
from sandbox.openrosa_auth import OpenRosaAuth
from sandbox.published_forms import PublishedForms
from sandbox.records import Records, Stored
from sandbox.submission_xml import Unreadable, read_envelope
from sandbox.town import Agency, Town
from sandbox.web import base_of, language_of, tagged

PROJECT = "/v1/key/{key}/projects/{project:int}"
OTHER_WAYS = "/{way}/v1/projects/{project:int}"
"""Without a key in the path; `way` says how the caller is asked who it is (`openrosa_auth`)."""

NO_VERSION = "An expected header field (X-OpenRosa-Version) did not match the expected format."
NO_RIGHT = "Could not authenticate with the provided credentials."
NOT_FOUND = "Could not find the resource you were looking for."
NO_FILE = "Required multipart POST field xml_submission_file missing."
CLOSED = (
    "This form is not currently accepting submissions. "
    "Please talk to your program staff if this is unexpected."
)
OTHER_CONTENT = "A submission already exists with this ID, but with different form data."
TOO_BIG = "The submission is larger than this server accepts."


class _RefusedError(Exception):
    """Carries a refusal out of the checks that every request passes."""

    def __init__(self, answer: Response) -> None:
        super().__init__(answer.status_code)
        self.answer = answer


class OpenRosa:
    """The form list, the forms, their media, and the door for submissions."""

    def __init__(self, town: Town, forms: PublishedForms, records: Records, auth: OpenRosaAuth) -> None:
        self._town = town
        self._auth = auth
        self._forms = forms
        self._records = records

    def routes(self) -> list[Route]:
        """Where the agencies answer."""
        return [route for project in (PROJECT, OTHER_WAYS) for route in self._below(project)]

    def _below(self, project: str) -> list[Route]:
        return [
            Route(f"{project}/formList", self.form_list, methods=["GET"]),
            Route(f"{project}/forms/{{form}}.xml", self.form, methods=["GET"]),
            Route(f"{project}/forms/{{form}}/manifest", self.manifest, methods=["GET"]),
            Route(f"{project}/forms/{{form}}/attachments/{{filename}}", self.media, methods=["GET"]),
            # GET with HEAD: Starlette adds HEAD to GET; a GET here has nothing to show and is refused below.
            Route(f"{project}/submission", self.submission, methods=["HEAD", "POST"]),
        ]

    async def form_list(self, request: Request) -> Response:
        """Which forms the agency takes now (OpenRosa Form List API)."""
        try:
            agency = self._agency(request)
        except _RefusedError as refused:
            return refused.answer
        base = _project_of(request)
        forms = [form for form in map(self._forms.current, agency.forms) if form is not None]
        open_forms = [form for form in forms if not self._forms.state(form.id).closed]
        return answers.xml_answer(200, answers.form_list(open_forms, base))

    async def form(self, request: Request) -> Response:
        """One form's XML; its ETag is the hash of the form list."""
        try:
            form = self._form(request)
        except _RefusedError as refused:
            return refused.answer
        return tagged(request, form.xml, form.digest, "application/xml", answers.HEADERS)

    async def manifest(self, request: Request) -> Response:
        """The media files of one form, with their hashes."""
        try:
            form = self._form(request)
        except _RefusedError as refused:
            return refused.answer
        return answers.xml_answer(200, answers.manifest(form, _project_of(request)))

    async def media(self, request: Request) -> Response:
        """One media file of a form."""
        try:
            form = self._form(request)
        except _RefusedError as refused:
            return refused.answer
        for media in form.media:
            if media.filename == request.path_params["filename"]:
                kind = mimetypes.guess_type(media.filename)[0] or "application/octet-stream"
                digest = media.hash.removeprefix("md5:")
                return tagged(request, media.content, digest, kind, answers.HEADERS)
        return answers.refusal(404, NOT_FOUND)

    async def submission(self, request: Request) -> Response:
        """HEAD tells what is accepted; POST stores a submission (OpenRosa Form Submission API)."""
        try:
            agency = self._agency(request)
            if request.method == "HEAD":
                return Response(status_code=204, headers=answers.HEADERS | {"Content-Language": "en"})
            return await self._receive(request, agency)
        except _RefusedError as refused:
            return refused.answer

    async def _receive(self, request: Request, agency: Agency) -> Response:
        if int(request.headers.get("content-length", "0")) > answers.ACCEPTED_BYTES:
            return answers.refusal(413, TOO_BIG)
        xml, attachments = await _parts(request)
        envelope = read_envelope(xml)
        if isinstance(envelope, Unreadable):
            return answers.refusal(400, envelope.sentence)
        if envelope.form_id not in agency.forms:
            return answers.refusal(404, NOT_FOUND)
        if not self._forms.accepts_version(envelope.form_id, envelope.form_version):
            return answers.refusal(
                404,
                f"The form version specified in this submission '{envelope.form_version}' does not exist.",
            )
        known = self._records.submission(envelope.instance_id)
        # What was received before the form closed stays received: a client may have lost our answer.
        if self._forms.state(envelope.form_id).closed and (known is None or known.xml != xml):
            return answers.refusal(409, CLOSED)
        outcome, record = self._records.store(
            instance_id=envelope.instance_id,
            project=agency.project,
            form_id=envelope.form_id,
            form_version=envelope.form_version,
            replaces=envelope.deprecated_id,
            xml=xml,
            attachments=attachments,
        )
        if outcome is Stored.OTHER_CONTENT:
            return answers.refusal(409, OTHER_CONTENT)
        language = language_of(request)
        return answers.xml_answer(201, answers.receipt(record, language), language)

    def _agency(self, request: Request) -> Agency:
        """The agency whose project is asked for, once version and key are right."""
        if request.headers.get("x-openrosa-version") != "1.0":
            raise _RefusedError(answers.refusal(400, NO_VERSION))
        agency = self._town.by_project(request.path_params["project"])
        if "way" in request.path_params:
            return self._let_in(request, agency)
        key = request.path_params["key"].encode()
        known = [one for one in self._town.agencies if hmac.compare_digest(key, one.app_user_key.encode())]
        if not known:
            raise _RefusedError(answers.refusal(401, NO_RIGHT))
        if agency is None:
            raise _RefusedError(answers.refusal(404, NOT_FOUND))
        if agency not in known:
            raise _RefusedError(
                answers.refusal(403, "The authentication you provided does not have rights for this.")
            )
        return agency

    def _let_in(self, request: Request, agency: Agency | None) -> Agency:
        """The agency, for whoever has shown who it is by one of the other ways."""
        challenge = self._auth.challenge(request)
        if challenge is not None:
            refused = answers.refusal(401, NO_RIGHT)
            refused.headers.update(challenge)
            raise _RefusedError(refused)
        if agency is None:
            raise _RefusedError(answers.refusal(404, NOT_FOUND))
        return agency

    def _form(self, request: Request) -> FormFile:
        """The form that is asked for, as it is published now."""
        agency = self._agency(request)
        form = self._forms.current(request.path_params["form"])
        if form is None or form.id not in agency.forms:
            raise _RefusedError(answers.refusal(404, NOT_FOUND))
        return form


def _project_of(request: Request) -> str:
    """The address of the project under which the caller asks, key and all, so that links lead the same way."""
    project = f"/projects/{request.path_params['project']}"
    return base_of(request) + request.url.path.partition(project)[0] + project


async def _parts(request: Request) -> tuple[bytes, dict[str, bytes]]:
    """The XML and the other files of a multipart POST; refused when there is no XML."""
    try:
        async with request.form(max_files=100, max_fields=100) as form:
            xml = form.get("xml_submission_file")
            if isinstance(xml, UploadFile):
                content = await xml.read()
            elif isinstance(xml, str):
                content = xml.encode()
            else:
                raise _RefusedError(answers.refusal(400, NO_FILE))
            others = {
                part.filename or name: await part.read()
                for name, part in form.multi_items()
                if name != "xml_submission_file" and isinstance(part, UploadFile)
            }
    except HTTPException:
        # Starlette's word for a multipart body that it cannot read.
        raise _RefusedError(answers.refusal(400, NO_FILE)) from None
    return content, others
