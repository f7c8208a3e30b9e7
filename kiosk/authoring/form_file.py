# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens a form from a file or an address, by the door of its standard, with the files that lie beside it."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Final

from core.forms import xforms
from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.formio import loading as formio
from core.forms.json_schema import loading as json_schema
from core.forms.json_schema.wrapped import parted, together
from core.forms.problems import FormProblem, FormProblems
from core.forms.submission_json import to_formio, to_json
from core.forms.submission_xml import to_xml
from core.forms.xforms_external_selects import FILE as EXTERNAL_SELECTS
from core.ids import FormId
from core.ports import CachedForm
from kiosk.authoring.form_beside import files_beside
from kiosk.authoring.form_inside import inner_definition
from kiosk.authoring.form_lists import with_lists
from kiosk.scripting.process import ScriptProcess
from services.boundary import Failed, Failure, unless_useful
from services.http import Http
from services.openrosa.encrypted import encrypted, public_key
from services.openrosa.media import LARGEST_FILE
from services.origins import Origins


class Standard(Enum):
    """The standard that a form is written in."""

    XFORMS = "ODK XForms"
    JSON_SCHEMA = "JSON Schema"
    FORM_IO = "Form.io"


@dataclass(frozen=True, slots=True)
class Opened:
    """A form, or the reasons against it, and how it is sent. `source` is what it was read from, with its `files`.

    `kept` is the form as a courier has kept it, where it comes from there.
    """

    standard: Standard
    form: Form | FormProblems
    source: bytes = field(default=b"", repr=False)
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    kept: CachedForm | None = field(default=None, repr=False)

    def submission(self, entry: Entry, finished: datetime) -> bytes:
        """The answers as they would be sent at the local moment `finished`."""
        match self.standard:
            case Standard.XFORMS:
                return to_xml(entry, finished)
            case Standard.JSON_SCHEMA:
                return to_json(entry)
            case Standard.FORM_IO:
                return to_formio(entry)

    def sealed(self, entry: Entry, finished: datetime) -> dict[str, object]:
        """How an encrypted form's answers would be sent: the manifest in their place, and the files beside it.

        The key and so the bytes differ each time. Empty for a form that is sent as it is.
        """
        key = public_key(entry.form.public_key) if entry.form.public_key else None
        if key is None:
            return {}
        instance, form = self.submission(entry, finished), entry.form
        manifest, files = encrypted(
            instance, form.id, form.version, entry.submission_id, key, secrets.token_bytes
        )
        return {"encrypted": manifest.decode(), "files": {name: len(body) for name, body in files.items()}}


_SPREADSHEETS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""How Excel's newer and older files begin; nothing that is a form does."""

_WHY: Final[Mapping[Failure, str]] = {
    Failure.NO_NAME: "no server has this name",
    Failure.NO_CONNECTION: "no server answers there",
    Failure.TIMEOUT_CONNECTING: "no server answers there",
    Failure.TIMEOUT: "the server takes too long to answer",
    Failure.CUT: "the connection ended in the middle",
    Failure.TOO_LARGE: "the answer is too large for a form",
    Failure.TLS: "the connection is not secure: the certificate does not fit",
    Failure.CLOCK: "the certificate's dates do not fit this machine's clock",
    Failure.PORTAL: "a web page stands there, where a form is wanted",
}
"""What failed, in words for an author; every other kind says itself and its detail."""


def opened(place: str, ui: str = "") -> Opened | str:
    """The form at a path or an http(s) address; a sentence when there is nothing to open.

    `ui` is the place of its UI schema, for a JSON Schema that has one.
    """
    shown = None if not ui else _bytes_at(ui)
    source = _bytes_at(place)
    for found in (source, shown):
        if isinstance(found, str):
            return found
    assert isinstance(source, bytes)
    assert not isinstance(shown, str)
    if source.startswith(_SPREADSHEETS):
        return f"{place}: this is a spreadsheet; make a form of an XLSForm first: kiosk form convert"
    if place.startswith(("http://", "https://")):
        source = with_lists(place, source)
    return read(source, place, _beside(place, source), shown)


def _is_json(source: bytes) -> bool:
    return source.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def read(source: bytes, name: str, attachments: dict[str, bytes], ui: bytes | None = None) -> Opened:
    """The form in these bytes. What begins as JSON is JSON; everything else is taken for XML.

    Programs are let in, and run apart where they are run; what a profile does with them is another question.
    A document that holds a schema, with its UI schema or without, as examples do, is opened with what it holds.
    """
    if not source.strip(b"\xef\xbb\xbf \t\r\n"):
        return Opened(Standard.XFORMS, FormProblems((FormProblem("#", "form.empty"),)), source)
    if not _is_json(source):
        return Opened(Standard.XFORMS, _sealable(xforms.load(source, attachments)), source, attachments)
    form = FormId(Path(name).stem)
    document = _object(source)
    inner = document.get("configuration", document)
    several = [one.get("components") for one in (document, inner) if isinstance(one, dict)]
    # No schema has a list of components; Open Forms writes them around a configuration.
    if any(isinstance(one, list) for one in several):
        return Opened(Standard.FORM_IO, formio.load(source, form, ScriptProcess()), source)
    if inner_form := inner_definition(document):
        problem = FormProblem(inner_form, "form.inside", {"standard": Standard.FORM_IO.value})
        return Opened(Standard.FORM_IO, FormProblems((problem,)), source)
    found = json_schema.load(source, form, ui)
    if ui is not None and isinstance(found, Form):
        # What is opened, hashed and kept from here on is the schema as it is shown.
        source = together(parted(document)[0], _object(ui))
    return Opened(Standard.JSON_SCHEMA, found, source)


def _sealable(form: Form | FormProblems) -> Form | FormProblems:
    """The form, unless what is sent could not be encrypted to its key: then it is not offered."""
    if isinstance(form, Form) and form.public_key and public_key(form.public_key) is None:
        return FormProblems((FormProblem("<submission base64RsaPublicKey>", "form.public_key"),))
    return form


def _object(source: bytes) -> dict[str, object]:
    """The JSON object in these bytes; an empty one for anything else, which the form's own door refuses."""
    try:
        document = json.loads(source)
    except (ValueError, RecursionError):
        return {}
    return document if isinstance(document, dict) else {}


def _bytes_at(place: str) -> bytes | str:
    if place.startswith(("http://", "https://")):
        return _fetched(place)
    try:
        return Path(place).read_bytes()
    except OSError as error:
        return f"{place}: {error.strerror or 'cannot be read'}"


def _beside(place: str, source: bytes) -> dict[str, bytes]:
    """The lists, pictures and sounds beside a form that it names, as large as a courier takes them."""
    if place.startswith(("http://", "https://")):
        return {} if _is_json(source) else dict(files_beside(place, source))
    form = Path(place)
    folders = (form.parent, form.parent / "media", form.with_name(f"{form.stem}-media"))
    beside = {one.name: one for folder in folders for one in folder.glob("*")}
    # The one list that a form uses without naming its file.
    shared = {EXTERNAL_SELECTS} if b"query=" in source else set()
    wanted = [
        one for name, one in beside.items() if one.is_file() and (name in shared or name.encode() in source)
    ]
    return {one.name: one.read_bytes() for one in wanted if one.stat().st_size <= LARGEST_FILE}


def _fetched(address: str) -> bytes | str:
    answer = Http(Origins.of([address])).get(address)
    if not isinstance(answer, Failed):
        answer = unless_useful(answer) or answer
    if isinstance(answer, Failed):
        if answer.kind is Failure.STATUS:
            return f"{address}: the server answers with status {answer.status}"
        return f"{address}: {_WHY.get(answer.kind) or f'{answer.kind.value} {answer.detail}'.rstrip()}"
    return answer.body
