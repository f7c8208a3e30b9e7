# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens a form from a file or an address, by the door of its standard, with the files that lie beside it."""

import json
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from core.forms import xforms
from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.formio import loading as formio
from core.forms.json_schema import loading as json_schema
from core.forms.problems import FormProblem, FormProblems
from core.forms.submission_json import to_formio, to_json
from core.forms.submission_xml import to_xml
from core.ids import FormId
from services.boundary import Failed, unless_useful
from services.http import Http
from services.origins import Origins

LISTS = (".csv", ".xml", ".geojson")
"""Endings of the files beside a form that it may name as its lists."""


class Standard(Enum):
    """The standard that a form is written in."""

    XFORMS = "ODK XForms"
    JSON_SCHEMA = "JSON Schema"
    FORM_IO = "Form.io"


@dataclass(frozen=True, slots=True)
class Opened:
    """A form, or the reasons against it, and how it is sent."""

    standard: Standard
    form: Form | FormProblems

    def submission(self, entry: Entry) -> bytes:
        """The answers as they would be sent."""
        match self.standard:
            case Standard.XFORMS:
                return to_xml(entry)
            case Standard.JSON_SCHEMA:
                return to_json(entry)
            case Standard.FORM_IO:
                return to_formio(entry)


def opened(place: str) -> Opened | str:
    """The form at a path or an http(s) address; a sentence when there is nothing to open."""
    if place.startswith(("http://", "https://")):
        found = _fetched(place)
        return found if isinstance(found, str) else read(found, place, {})
    file = Path(place)
    try:
        source = file.read_bytes()
    except OSError as error:
        return f"{place}: {error.strerror or 'cannot be read'}"
    beside = {one.name: one for folder in (file.parent, file.parent / "media") for one in folder.glob("*")}
    wanted = {name: one for name, one in beside.items() if one.suffix in LISTS and name.encode() in source}
    return read(source, place, {name: one.read_bytes() for name, one in wanted.items()})


def read(source: bytes, name: str, attachments: dict[str, bytes]) -> Opened:
    """The form in these bytes. What begins as JSON is JSON; everything else is taken for XML."""
    start = source.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start in (b"{", b"["):
        if _has_components(source):
            return Opened(Standard.FORM_IO, formio.load(source, FormId(Path(name).stem)))
        return Opened(Standard.JSON_SCHEMA, json_schema.load(source, FormId(Path(name).stem)))
    return Opened(Standard.XFORMS, xforms.load(source, attachments))


def _has_components(source: bytes) -> bool:
    """Whether this is a definition of Form.io, or of Open Forms around one: no schema has a list of components."""
    try:
        document = json.loads(source)
    except (ValueError, RecursionError):
        return False
    inner = document.get("configuration", document) if isinstance(document, dict) else None
    several = [one.get("components") for one in (document, inner) if isinstance(one, dict)]
    return any(isinstance(one, list) for one in several)


def _fetched(address: str) -> bytes | str:
    answer = Http(Origins.of([address])).get(address)
    if not isinstance(answer, Failed):
        answer = unless_useful(answer) or answer
    if isinstance(answer, Failed):
        return f"{address}: {answer.kind.value} {answer.detail}".rstrip()
    return answer.body


def in_words(problem: FormProblem) -> str:
    """A reason against a form, for its author."""
    values = problem.values
    match problem.key:
        case "form.unsupported":
            said = f"{values['construct']} is not supported"
        case "form.not_xml":
            said = "this is no well-formed XML"
        case "form.not_json":
            said = "this is no JSON"
        case "form.doctype":
            said = "a document type is refused: forms need none, and entities are how XML attacks its readers"
        case "form.too_large":
            said = f"too large; the most is {values.get('most', 'less')}"
        case "form.too_deep":
            said = f"nested too deeply; the most is {values.get('most', 'less')} levels"
        case "form.not_a_form":
            said = f"this is no form: <{values['missing']}> is missing"
        case "form.not_a_schema":
            said = "this breaks the rules for JSON Schemas"
        case "form.attachment_missing":
            said = f"the file {values['file']} is not beside the form"
        case "form.missing_node":
            said = f"{values['path']} leads to nothing"
        case "form.function":
            said = f"the function {values['what']} is not known"
        case "form.expression" | "form.construct" | "form.pattern":
            said = f"{values.get('column', 'an expression')} cannot be read: {values.get('what', '')}".rstrip(
                ": "
            )
        case "form.cycle":
            said = f"these depend on themselves: {values['nodes']}"
        case _:
            told = ", ".join(f"{name} {value}" for name, value in values.items())
            said = problem.key.removeprefix("form.").replace("_", " ") + (f" ({told})" if told else "")
    return f"{problem.place}: {said}"
