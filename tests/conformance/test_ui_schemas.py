# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Published examples with UI schemas open as they are to be shown, and what is filled in still fits their schemas."""

import json
from collections import Counter

import pytest
from jsonschema.validators import validator_for

from core.forms.definition import Form
from core.forms.json_schema.loading import load
from core.forms.json_schema.rules import dialect_of
from core.forms.submission_json import to_json
from core.ids import FormId
from tests.support.corpora import corpora
from tests.support.form_filling import fill

pytestmark = pytest.mark.filterwarnings("ignore:The metaschema specified by")

EXAMPLES = (("jsonforms-examples", "uischema"), ("rjsf-samples", "uiSchema"))
TRUE_REASONS = (
    "a needed answer that no control asks for",
    "options.dateSaveFormat",
    "ui:field: geo",
    # A member whose condition JSON Forms' own example leaves to other renderers.
    "which is nowhere",
)


def test_examples_with_a_ui_schema_open_or_are_refused_for_a_true_reason() -> None:
    outcomes: Counter[str] = Counter()
    for folder, member in EXAMPLES:
        for file in sorted((corpora() / "jsonschema" / folder).glob("*.json")):
            example = json.loads(file.read_bytes())
            schema, ui = (
                (example.get("schema"), example.get(member)) if isinstance(example, dict) else (None, None)
            )
            if not (isinstance(schema, dict) and isinstance(ui, dict)):
                continue
            name, source = FormId(file.stem), json.dumps(schema).encode()
            if not isinstance(load(source, name), Form):
                continue
            form = load(source, name, json.dumps(ui).encode())
            if not isinstance(form, Form):
                outcomes["refused"] += 1
                assert any(reason in str(form.problems[0].values) for reason in TRUE_REASONS), (
                    file.name,
                    form,
                )
                continue
            outcomes["opened"] += 1
            entry = fill(form).entry
            fits = validator_for({"$schema": dialect_of(schema), **schema})(schema).is_valid(
                json.loads(to_json(entry))
            )
            outcomes["fits" if fits else "has problems"] += 1
            assert fits or entry.problems(), file.name
    print(dict(outcomes))
    assert outcomes["opened"] >= 62
    assert outcomes["refused"] <= 9
    assert outcomes["fits"] >= 40
