# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests the published forms: what their sources say, in every language, with plain constructs only."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.support.sandbox_town import REPOSITORY

FOLDER = REPOSITORY / "sandbox" / "forms"
SOURCES = sorted(FOLDER.glob("*.csv"))
XF = "{http://www.w3.org/2002/xforms}"
H = "{http://www.w3.org/1999/xhtml}"
ODK = "{http://www.opendatakit.org/xforms}"
LANGUAGES = ["English (en)", "Español (es)", "العربية (ar)", "简体中文 (zh-Hans)"]

# One form takes its streets from a file of its own, as agencies do whose lists change more often than their forms.
FILES = {"complaint": ["jr://file-csv/streets.csv"]}

each_form = pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)


def parsed(source: Path) -> ET.Element:
    return ET.fromstring(source.with_suffix(".xml").read_bytes())


def test_there_are_eleven_forms_and_no_xform_without_a_source() -> None:
    assert len(SOURCES) == 11
    assert sorted(FOLDER.glob("*.xml")) == [source.with_suffix(".xml") for source in SOURCES]


@each_form
def test_xform_is_up_to_date_with_its_source(source: Path) -> None:
    pytest.importorskip("pyxform", reason="pyxform converts the sources; it is not installed here")
    from sandbox.forms_build import converted

    assert source.with_suffix(".xml").read_text(encoding="utf-8") == converted(source)


@each_form
def test_every_text_is_translated_and_names_the_same_values(source: Path) -> None:
    translations = {
        one.attrib["lang"]: {text.attrib["id"]: text for text in one}
        for one in parsed(source).iter(f"{XF}translation")
    }
    assert list(translations) == LANGUAGES
    english = translations["English (en)"]
    for language, texts in translations.items():
        assert texts.keys() == english.keys(), language
        for name, text in texts.items():
            words = "".join(text.itertext()).strip()
            assert words not in {"", "-"}, (language, name)
            outputs = [output.attrib["value"] for output in text.iter(f"{XF}output")]
            theirs = [output.attrib["value"] for output in english[name].iter(f"{XF}output")]
            assert sorted(outputs) == sorted(theirs), (language, name)


@each_form
def test_every_rule_has_words_for_when_it_is_not_kept(source: Path) -> None:
    javarosa = "{http://openrosa.org/javarosa}"
    for bind in parsed(source).iter(f"{XF}bind"):
        if "constraint" in bind.attrib:
            assert f"{javarosa}constraintMsg" in bind.attrib, bind.attrib["nodeset"]
        if "required" in bind.attrib:
            assert f"{javarosa}requiredMsg" in bind.attrib, bind.attrib["nodeset"]


@each_form
def test_only_plain_constructs_are_used(source: Path) -> None:
    root = parsed(source)
    body = root.find(f"{H}body")
    assert body is not None
    assert {element.tag for element in body.iter()} <= {
        f"{H}body", f"{XF}group", f"{XF}input", f"{XF}select1", f"{XF}select", f"{XF}label", f"{XF}hint",
        f"{XF}itemset", f"{XF}value", f"{XF}repeat", f"{XF}range", f"{XF}upload", f"{ODK}rank",
    }  # fmt: skip
    assert {bind.attrib.get("type", "string") for bind in root.iter(f"{XF}bind")} <= {
        "string", "int", "decimal", "date", "odk:rank", "binary", "geopoint", "geotrace",
    }  # fmt: skip
    files = [one.attrib["src"] for one in root.iter(f"{XF}instance") if "src" in one.attrib]
    assert files == FILES.get(source.stem, [])


@each_form
def test_no_question_offers_more_than_five_choices(source: Path) -> None:
    root = parsed(source)
    lists = [one for one in root.iter(f"{XF}instance") if "id" in one.attrib]
    for choices in lists:
        assert len(list(choices.iter(f"{XF}item"))) <= 5, choices.attrib["id"]


@each_form
def test_words_are_calm(source: Path) -> None:
    english = next(
        one for one in parsed(source).iter(f"{XF}translation") if one.attrib["lang"] == "English (en)"
    )
    words = " ".join("".join(text.itertext()) for text in english).lower()
    for word in ("invalid", "error", "failed", "submit", "oops", "mandatory", "please be advised", "!"):
        assert word not in words, word


def test_all_forms_together_use_every_construct_that_they_may() -> None:
    everything = "".join(source.with_suffix(".xml").read_text(encoding="utf-8") for source in SOURCES)
    constructs = [
        'type="int"', 'type="decimal"', 'type="date"', "<select1 ", "<select ", "<group ", "relevant=",
        "constraint=", "calculate=", 'readonly="true()"', "<output ", "<hint ", "<copies>3</copies>",
        "selected(", "regex(",
    ]  # fmt: skip
    for construct in constructs:
        assert construct in everything, construct
    assert len(re.findall("relevant=", everything)) > 30
