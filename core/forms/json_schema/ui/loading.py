# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a UI schema and shows a form by it; which of the two kinds it is, it does not say itself."""

from core.forms.built import Built, Part, repeats_in
from core.forms.json_door import UnusableError, bounded, document_of
from core.forms.json_schema.documents import DEEPEST, MOST_PARTS, Schema
from core.forms.json_schema.ui.dressing import UI, Dressing, joined
from core.forms.json_schema.ui.jsonforms import Layouts
from core.forms.json_schema.ui.rjsf import Walk
from core.forms.problems import FormProblem

PLACE = "ui"
"""Begins the places of what is told of a UI schema."""


def shown(body: tuple[Part, ...], built: Built, schema: Schema, source: bytes) -> tuple[Part, ...]:
    """The parts of a form as its UI schema shows them. Raises `UnusableError` for one that cannot be read."""
    ui = document_of(source)
    if not isinstance(ui, dict):
        raise UnusableError(
            FormProblem(PLACE, "form.unsupported", {"construct": "a UI schema that is no object"})
        )
    bounded(ui, DEEPEST, MOST_PARTS, PLACE)
    dressing = Dressing(built)
    body = joined(body)
    if of_jsonforms(ui):
        body = Layouts(dressing).laid(body, schema, ui, 0, PLACE)
    else:
        body = Walk(dressing).root(body, ui, PLACE)
    # Lists that are shown nowhere have no rows, and none are asked for.
    built.repeats[:] = repeats_in(body)
    return body


def of_jsonforms(ui: UI) -> bool:
    """Whether a UI schema is one of JSON Forms: its root is an element and names its type."""
    return isinstance(ui.get("type"), str) and ("elements" in ui or "scope" in ui or "text" in ui)
