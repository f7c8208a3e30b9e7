# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists that a form keeps in files: CSV, XML and GeoJSON become choices, and what is no list is refused by name."""

import pytest

from core.forms.definition import Form
from core.forms.problems import FormProblems
from core.forms.xforms import load
from core.ids import QuestionPath
from tests.support.form_filling import begun
from tests.support.small_forms import source

CHOICES = (
    '<select1 ref="/data/a"><itemset nodeset="instance(\'x\')/root/item{filter}">'
    '<value ref="{value}"/><label ref="{label}"/></itemset></select1>'
)


def opened(
    file: str, content: str, value: str = "name", label: str = "label", rule: str = ""
) -> Form | FormProblems:
    body = CHOICES.format(filter=rule, value=value, label=label)
    kind = "file-csv" if file.endswith(".csv") else "file"
    extra = f'<instance id="x" src="jr://{kind}/{file}"/>'
    # The first instance is the one to fill.
    given = source("<a/><b/>", "", body).replace(b"</model>", extra.encode() + b"</model>")
    return load(given, {file: content.encode()})


def shown(form: Form | FormProblems) -> list[tuple[str, str]]:
    assert isinstance(form, Form), form
    entry = begun(form)
    question = entry.question(QuestionPath("/data/a"))
    return [(one.value, entry.text(one.label, form.default_language).text) for one in entry.choices(question)]


def test_each_row_of_a_csv_file_is_an_item() -> None:
    assert shown(opened("x.csv", 'name,label\n1,"Ana, the first"\n2,Bo\n')) == [
        ("1", "Ana, the first"),
        ("2", "Bo"),
    ]
    assert shown(opened("x.csv", "\ufeffname;label\n1;Ana\n")) == [("1", "Ana")]


def test_each_feature_of_a_geojson_file_is_an_item_with_its_place() -> None:
    feature = '{"type":"Feature","id":"f1","properties":{"label":"Park"},'
    feature += '"geometry":{"type":"Point","coordinates":[24.9,60.2]}}'
    content = f'{{"type":"FeatureCollection","features":[{feature}]}}'
    assert shown(opened("x.geojson", content, "id")) == [("f1", "Park")]
    assert shown(opened("x.geojson", content, "geometry")) == [("60.2 24.9 0 0", "Park")]


def test_a_list_in_xml_is_taken_as_it_is() -> None:
    content = "<root><item><name>1</name><label>Ana</label></item></root>"
    assert shown(opened("x.xml", content)) == [("1", "Ana")]


@pytest.mark.parametrize(
    ("file", "content", "key"),
    [
        ("x.xml", "<root>", "form.not_xml"),
        ("x.xml", '<!DOCTYPE r [<!ENTITY e "e">]><root/>', "form.doctype"),
        ("x.geojson", "[]", "form.not_a_list"),
        ("x.geojson", '{"features":[{"geometry":{"type":"Point","coordinates":"x"}}]}', "form.not_a_list"),
        ("x.geojson", "[" * 5000, "form.not_a_list"),
        ("x.csv", "", "form.not_a_list"),
    ],
)
def test_a_file_that_is_no_list_is_refused_by_name(file: str, content: str, key: str) -> None:
    found = opened(file, content)
    assert isinstance(found, FormProblems)
    assert {problem.key for problem in found.problems} == {key}


def test_a_missing_file_is_named() -> None:
    body = CHOICES.format(filter="", value="name", label="label")
    extra = b'<instance id="x" src="jr://file-csv/people%20here.csv"/></model>'
    found = load(source("<a/>", "", body).replace(b"</model>", extra))
    assert isinstance(found, FormProblems)
    assert [(one.key, dict(one.values)) for one in found.problems] == [
        ("form.attachment_missing", {"file": "people here.csv"})
    ]


def test_pulldata_takes_a_value_of_the_first_row_with_a_key() -> None:
    extra = b'<instance id="x" src="jr://file-csv/x.csv"/></model>'
    binds = "<bind nodeset=\"/data/b\" calculate=\"pulldata('x', 'label', 'name', /data/a)\"/>"
    given = source("<a/><b/>", binds, '<input ref="/data/a"/>').replace(b"</model>", extra)
    form = load(given, {"x.csv": b"name,label\n1,Ana\n1,Bo\n"})
    assert isinstance(form, Form)
    entry = begun(form)
    values = [
        entry.answer(QuestionPath("/data/a"), raw).value_text(form.tree.by_path["/data/b"])
        for raw in ("1", "2")
    ]
    assert values == ["Ana", ""]
