# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Published JSON Schemas open as forms, what is filled fits them, and the official suite agrees with our judges."""

import json
from collections import Counter

import pytest
from jsonschema.validators import validator_for

from core.forms.definition import Form
from core.forms.json_schema.loading import load
from core.forms.json_schema.rules import dialect_of
from core.forms.submission_json import to_json
from core.ids import FormId
from replay import json_schema
from replay.findings import Findings
from replay.listing import kept, rows
from tests.support.corpora import corpora
from tests.support.form_filling import fill

pytestmark = pytest.mark.filterwarnings("ignore:The metaschema specified by")


@pytest.fixture(scope="module")
def found() -> Findings:
    return json_schema.replay(corpora())


def test_the_required_tests_of_the_official_suite_pass(found: Findings) -> None:
    print(
        f"{found.opened} opened, {len(found.refused)} refused, {found.equal} of {found.steps} tests as expected"
    )
    assert [(one.form, one.place) for one in found.unexplained] == []
    assert len(found.differences) <= 3
    assert found.steps > 2_000
    assert rows(found) == kept(found.format)


def test_published_schemas_open_or_are_refused_with_a_reason(found: Findings) -> None:
    assert found.opened >= 187
    assert all(found.refused.values())


def test_what_is_filled_without_a_problem_fits_its_schema() -> None:
    outcomes: Counter[str] = Counter()
    wrong: list[str] = []
    for name, schema in json_schema.schemas(corpora()):
        form = load(json.dumps(schema).encode(), FormId(name))
        if not isinstance(form, Form):
            continue
        entry = fill(form).entry
        fits = validator_for({"$schema": dialect_of(schema), **schema})(schema).is_valid(
            json.loads(to_json(entry))
        )
        outcomes["fits" if fits else "has problems"] += 1
        if not fits and not entry.problems():
            wrong.append(name)
    print(dict(outcomes))
    assert wrong == []
    assert outcomes["fits"] >= 100
