# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A UI schema counts wherever its form is opened: in a visit, in a preview, before the gate, and in a check."""

import json
from collections.abc import Mapping
from pathlib import Path

from core.forms.definition import Form
from core.forms.problems import FormProblems
from core.ids import FormId, Language
from core.ports import CachedForm
from kiosk.authoring import form_preview
from kiosk.authoring.form_file import Opened, opened, read
from kiosk.form_doors import open_cached
from kiosk.gate_results import hash_of
from kiosk.store_access import keys_from, open_stores, session_keys
from offline_cache.subkeys import Key, KeyOrigin
from services.access import Keys
from services.definitions import JSON_SCHEMA, Definitions, Spoken, cached
from services.json_schema.forms import source

SCHEMA = {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}}
UI = {
    "type": "VerticalLayout",
    "elements": [
        {"type": "Control", "scope": "#/properties/b", "label": "Bravo?"},
        {"type": "Control", "scope": "#/properties/a"},
    ],
}
TOGETHER = {"schema": SCHEMA, "uischema": UI}
KEY = Key(b"k" * 32, KeyOrigin.MEMORY)


def asked(form: object) -> list[str]:
    assert isinstance(form, Form), form
    return [question.path.rpartition("/")[2] for question in form.questions]


def kept(definition: Mapping[str, object]) -> CachedForm:
    spoken = Spoken(Language("und"), "", json.loads(json.dumps(definition)))
    return cached("https://a.example", Definitions(JSON_SCHEMA, FormId("f"), (spoken,)), 0.0)


def test_a_visit_asks_as_the_ui_schema_beside_the_schema_says() -> None:
    assert asked(open_cached(kept(TOGETHER))) == ["b", "a"]
    assert asked(open_cached(kept(SCHEMA))) == ["a", "b"]


def test_a_server_may_answer_with_both_in_one_document() -> None:
    is_form = source(Keys({})).is_form
    assert is_form(json.loads(json.dumps(TOGETHER)))
    assert is_form(json.loads(json.dumps(SCHEMA)))
    assert not is_form({"schema": "a name", "more": 1})


def previewed(found: Opened, folder: Path) -> Form:
    """The form as the window of a preview, and of the gate, opens it."""
    assert isinstance(found.form, Form)
    assert form_preview.prepare(folder, KEY, found, found.form) is None
    stores = open_stores(folder, keys_from(session_keys(KEY, at_home=True), trial=True), 1.0)
    assert not hasattr(stores, "key"), stores
    one = stores.cache.form(form_preview.ENDPOINT, found.form.id)
    assert one is not None
    form = open_cached(one)
    assert isinstance(form, Form)
    return form


def test_a_preview_and_the_gate_show_what_a_ui_schema_of_its_own_says(tmp_path: Path) -> None:
    (tmp_path / "schema.json").write_text(json.dumps(SCHEMA))
    (tmp_path / "ui.json").write_text(json.dumps(UI))
    found = opened(str(tmp_path / "schema.json"), str(tmp_path / "ui.json"))
    plain = opened(str(tmp_path / "schema.json"))
    assert isinstance(found, Opened)
    assert isinstance(plain, Opened)
    assert asked(previewed(found, tmp_path / "store")) == ["b", "a"]
    # What was walked with it is not what was walked without.
    assert hash_of(found.source) != hash_of(plain.source)


def test_a_ui_schema_that_is_none_is_told_at_its_place() -> None:
    found = read(json.dumps(SCHEMA).encode(), "f.json", {}, b"[")
    assert isinstance(found.form, FormProblems)
    both = read(json.dumps(TOGETHER).encode(), "f.json", {})
    assert asked(both.form) == ["b", "a"]
