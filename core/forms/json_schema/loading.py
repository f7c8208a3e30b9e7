# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a JSON Schema as a form; it never raises for bad input."""

from dataclasses import replace

from core.forms.binds import Kind, Shape
from core.forms.built import Built
from core.forms.definition import Form
from core.forms.json_door import UnusableError, document_of
from core.forms.json_schema import parts
from core.forms.json_schema.building import Building
from core.forms.json_schema.documents import Document, read
from core.forms.json_schema.root import MEMBER, alone, alone_ui
from core.forms.json_schema.rules import WholeFits, broken, dialect_of, validator_for
from core.forms.json_schema.ui.loading import shown
from core.forms.json_schema.unasked import NAMELESS
from core.forms.json_schema.wrapped import parted
from core.forms.problems import Fate, FormNote, FormProblem, FormProblems
from core.ids import FormId

ROOT = "data"


def load(source: bytes, form: FormId, ui: bytes | None = None) -> Form | FormProblems:
    """Read a schema (draft-04, draft-07, 2020-12). `form` names it: schemas need no id.

    A root that is no object is asked for as the one member of an object, and sent alone.

    `ui` is a UI schema of JSON Forms or of react-jsonschema-form, which says how the answers are asked for; without it
    one that stands in the document beside the schema counts.

    What no form can be made of (values of any kind, references elsewhere) is refused by name. What contains itself is
    asked a few levels deep.
    """
    try:
        document = document_of(source)
        beside = None
        if isinstance(document, dict):
            document, beside = parted(document)
        return _form(read(document), form, ui or beside)
    except UnusableError as error:
        return FormProblems((error.problem,))


def _form(document: Document, form: FormId, ui: bytes | None) -> Form | FormProblems:
    schema = document.schema
    dialect = dialect_of(schema)
    place = broken(schema, dialect)
    if place:
        return FormProblems((FormProblem(place[:200], "form.not_a_schema"),))
    merged, member = parts.merged(schema), ""
    if parts.asks(merged) is not parts.Asks.OBJECT:
        merged, member = alone(merged, form), MEMBER
    if not parts.members(merged) and not parts.alternatives(merged) and parts.is_nameless(merged):
        return FormProblems((FormProblem("#", "form.unsupported", {"construct": NAMELESS}),))
    built = Built(dialect)
    root = built.node(ROOT, -1)
    built.shapes[root] = Shape(Kind.OBJECT)
    for place in document.ended:
        built.notes.append(FormNote(place[:200], "what goes on inside itself, deeper", Fate.LEFT_OUT))
    body = Building(built).members(merged, root)
    if ui is not None:
        body = shown(body, built, merged, alone_ui(ui) if member else ui)
    made = built.form(
        body,
        form,
        version=str(schema.get("$id") or schema.get("version") or ""),
        title=str(schema.get("title") or form),
        asks_in="properties",
        whole=WholeFits(validator_for(schema, dialect), member),
    )
    return replace(made, member=member) if isinstance(made, Form) else made
