# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A form's author sees the program with that form as its only service, whatever standard it is written in."""

import json
from pathlib import Path

import pytest

from core.forms.definition import Form
from core.ports import Cache
from kiosk.authoring import form_file, form_preview
from kiosk.form_doors import open_cached
from kiosk.shelf import shelf
from kiosk.store_access import keys_from, open_stores, session_keys
from offline_cache.subkeys import Key, KeyOrigin
from tests.support import small_form

KEY = Key(bytes(range(32)), KeyOrigin.MEMORY)
LISTED = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>Harbour</h:title><model>
 <instance><data id="harbour"><quay/></data></instance>
 <instance id="quays" src="jr://file-csv/quays.csv"/>
 <bind nodeset="/data/quay" type="string"/></model></h:head>
 <h:body><select1 ref="/data/quay"><label>Which quay?</label>
 <itemset nodeset="instance('quays')/root/item"><value ref="name"/><label ref="label"/></itemset>
 </select1></h:body></h:html>"""
SCHEMA = {"title": "Boat", "type": "object", "properties": {"name": {"type": "string", "title": "Its name?"}}}
FORM_IO = {
    "title": "Boat",
    "components": [{"type": "textfield", "key": "name", "label": "Its name?", "input": True}],
}


def prepared(folder: Path, form: Path) -> Cache:
    """The store as the window opens it."""
    found = form_file.opened(str(form))
    assert not isinstance(found, str)
    assert isinstance(found.form, Form), found.form
    assert form_preview.prepare(folder, KEY, found, found.form) is None
    stores = open_stores(folder, keys_from(session_keys(KEY, at_home=True), trial=True), 1.0)
    assert not hasattr(stores, "key"), stores
    return stores.cache


@pytest.mark.parametrize(
    ("name", "content", "asked"),
    [
        ("move.xml", small_form.SOURCE, "What is your name?"),
        ("boat.json", json.dumps(SCHEMA), "Its name?"),
        ("boat-form.json", json.dumps(FORM_IO), "Its name?"),
    ],
    ids=["ODK XForms", "JSON Schema", "Form.io"],
)
def test_the_only_service_opens_the_form(tmp_path: Path, name: str, content: str, asked: str) -> None:
    file = tmp_path / name
    file.write_text(content)

    cache = prepared(tmp_path / "store", file)

    there = shelf(cache)
    (service,) = there.catalogue.services.values()
    assert service.api is not None
    assert (service.api.endpoint, service.api.form) in there.forms
    kept = cache.form(service.api.endpoint, service.api.form)
    assert kept is not None
    form = open_cached(kept)
    assert isinstance(form, Form), form
    assert asked in str(form.questions[0].label)


def test_a_list_beside_the_form_comes_along(tmp_path: Path) -> None:
    (tmp_path / "harbour.xml").write_text(LISTED)
    (tmp_path / "quays.csv").write_text("name,label\nn,North quay\ns,South quay\n")

    cache = prepared(tmp_path / "store", tmp_path / "harbour.xml")

    (service,) = shelf(cache).catalogue.services.values()
    assert service.api is not None
    kept = cache.form(service.api.endpoint, service.api.form)
    assert kept is not None
    assert [file.name for file in kept.files] == ["quays.csv"]
    assert isinstance(open_cached(kept), Form)
