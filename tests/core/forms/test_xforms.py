# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The door for XForms: what is opened, and what becomes of it."""

from pathlib import Path

import pytest
from lxml import etree

from core.forms.definition import AnswerType, Form
from core.forms.submission_xml import to_xml
from core.forms.xforms import load
from core.ids import Language, QuestionPath
from tests.support import small_forms
from tests.support.form_filling import SUBMISSION, fill
from tests.support.small_forms import inputs

SANDBOX_FORMS = sorted((Path(__file__).resolve().parents[3] / "sandbox" / "forms").glob("*.xml"))
TOWN_LANGUAGES = tuple(Language(tag) for tag in ("en", "es", "ar", "zh-Hans"))


@pytest.mark.parametrize("file", SANDBOX_FORMS, ids=lambda file: file.stem)
def test_a_form_of_the_town_opens_speaks_four_languages_and_can_be_filled(file: Path) -> None:
    beside = {one.name: one.read_bytes() for one in file.with_name(f"{file.stem}-media").glob("*")}
    form = load(file.read_bytes(), beside)
    assert isinstance(form, Form)
    assert form.id == file.stem
    assert form.languages == TOWN_LANGUAGES
    filled = fill(form)
    assert filled.stuck == ()
    # The head of a table asks nothing; its table has the title.
    asking = [question for question in form.questions if question.appearance != "label"]
    for question in asking:
        for language in TOWN_LANGUAGES:
            label = filled.entry.text(question.label, language)
            assert label.text
            assert label.language == language
            assert "<" not in label.text


def test_the_town_has_forms() -> None:
    assert len(SANDBOX_FORMS) >= 6


def test_the_attributes_of_an_entity_are_computed_and_sent() -> None:
    made = small_forms.entry(
        '<a/><meta><entity dataset="people" create="" id=""><label/></entity></meta>',
        '<bind nodeset="/data/meta/entity/@create" calculate="/data/a != \'\'"/>'
        '<bind nodeset="/data/meta/entity/label" calculate="/data/a"/>',
        inputs("a")
        + '<setvalue event="odk-instance-first-load" ref="/data/meta/entity/@id" value="\'x1\'"/>',
    )
    sent = etree.fromstring(to_xml(made.answer(QuestionPath("/data/a"), "Ana")))
    entity = sent.find("meta/entity")
    assert entity is not None
    assert {str(key): value for key, value in entity.attrib.items()} == {
        "dataset": "people",
        "create": "1",
        "id": "x1",
    }
    assert entity.findtext("label") == "Ana"


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("string", AnswerType.TEXT),
        ("xsd:string", AnswerType.TEXT),
        ("int", AnswerType.INTEGER),
        ("integer", AnswerType.INTEGER),
        ("decimal", AnswerType.DECIMAL),
        ("date", AnswerType.DATE),
        ("time", AnswerType.TIME),
        ("dateTime", AnswerType.DATE_TIME),
    ],
)
def test_a_type_decides_what_kind_of_answer_is_taken(kind: str, wanted: AnswerType) -> None:
    form = small_forms.form("<a/>", f'<bind nodeset="/data/a" type="{kind}"/>', inputs("a"))
    assert form.questions[0].type is wanted


def test_the_order_of_questions_is_the_order_of_the_body() -> None:
    form = small_forms.form("<a/><b/><c/>", "", inputs("c") + f"<group>{inputs('a')}</group>" + inputs("b"))
    assert [question.path for question in form.questions] == ["/data/c", "/data/a", "/data/b"]


def test_relative_references_begin_at_the_group() -> None:
    form = small_forms.form("<g><a/></g>", "", '<group ref="/data/g"><input ref="a"/></group>')
    assert form.questions[0].path == "/data/g/a"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("**Bold** and _slanted_", "Bold and slanted"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("# Heading", "Heading"),
        ("[the office](https://example.org/a_b)", "the office"),
        ("&lt;span style='color:red'&gt;Red&lt;/span&gt; a &lt; b", "Red a < b"),
        ("one&lt;br/&gt;two", "one\ntwo"),
        ("a \\* star", "a * star"),
        ("  much   space ", "much space"),
    ],
)
def test_labels_are_plain_text(written: str, shown: str) -> None:
    entry = small_forms.entry("<a/>", "", f'<input ref="/data/a"><label>{written}</label></input>')
    assert entry.text(entry.form.questions[0].label, Language("en")).text == shown


def test_an_output_inside_a_link_address_goes_with_the_address() -> None:
    label = '[here](https://example.org/<output value="/data/a"/>) <output value="/data/b"/>'
    entry = small_forms.entry("<a>1</a><b>2</b>", "", f'<input ref="/data/a"><label>{label}</label></input>')
    assert entry.text(entry.form.questions[0].label, Language("en")).text == "here 2"


def test_the_submission_id_is_not_the_forms_to_make_up() -> None:
    entry = small_forms.entry(
        "<a/><meta><instanceID/></meta>",
        """<bind nodeset="/data/meta/instanceID" calculate="concat('uuid:', uuid())"/>""",
        inputs("a"),
    )
    node = entry.form.tree.find("/data/meta/instanceID")
    assert node is not None
    assert entry.value_text(node) == SUBMISSION
