# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What form authors type: a form is checked, filled without a window and made of a spreadsheet."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.test_command_line import ROOT, kiosk
from tests.support.small_forms import inputs, source

FORMS = ROOT / "sandbox" / "forms"


def written(folder: Path, name: str, content: bytes) -> Path:
    file = folder / name
    file.write_bytes(content)
    return file


def ran(form: Path, answers: object, folder: Path) -> dict[str, Any]:
    given = written(folder, "answers.json", json.dumps(answers).encode())
    result = kiosk("form", "run", form, "--answers", given)
    assert result.returncode == 0, result.stderr
    found: dict[str, Any] = json.loads(result.stdout)
    return found


@pytest.mark.parametrize("form", ["child-benefit.xml", "complaint.xml"])
def test_a_form_of_the_town_is_checked_without_a_finding(form: str) -> None:
    """The second has a picture and a list beside it."""
    result = kiosk("form", "check", FORMS / form)
    assert result.returncode == 0, result.stdout
    assert "ODK XForms" in result.stdout
    assert "ar" in result.stdout


def test_a_form_that_cannot_be_opened_is_told_by_place_and_construct(tmp_path: Path) -> None:
    result = kiosk(
        "form", "check", written(tmp_path, "x.xml", source("<a/>", "", '<mystery ref="/data/a"/>'))
    )
    assert result.returncode == 3
    assert "mystery is not supported" in result.stdout


def test_missing_words_and_long_questions_are_told(tmp_path: Path) -> None:
    body = f'<input ref="/data/a"><label>{"word " * 40}</label></input><input ref="/data/b"/>'
    result = kiosk("form", "check", written(tmp_path, "x.xml", source("<a/><b/>", "", body)))
    assert result.returncode == 1
    assert "199 characters" in result.stdout
    assert "1 question has no words: /data/b" in result.stdout


def test_a_run_tells_each_question_and_the_submission(tmp_path: Path) -> None:
    binds = '<bind nodeset="/data/b" relevant="/data/a = \'1\'" required="true()"/>'
    form = written(tmp_path, "x.xml", source("<a/><b/>", binds, inputs("a", "b")))
    found = ran(form, {"a": 1}, tmp_path)
    assert found["questions"]["/data/b"] == {
        "type": "text",
        "label": "b?",
        "relevant": True,
        "required": True,
        "readonly": False,
        "value": "",
        "problems": [{"rule": "required"}],
    }
    assert found["valid"] is False
    assert "<a>1</a>" in found["submission"]
    assert ran(form, {"a": "2"}, tmp_path)["questions"]["/data/b"]["relevant"] is False


def test_a_run_adds_the_instances_that_answers_speak_of(tmp_path: Path) -> None:
    body = '<group ref="/data/p"><repeat nodeset="/data/p"><input ref="/data/p/q"/></repeat></group>'
    form = written(tmp_path, "x.xml", source('<p jr:template=""><q/></p>', "", body))
    found = ran(form, {"p[2]/q": "second", "/data/p[1]/q": "first"}, tmp_path)
    assert "<p><q>first</q></p><p><q>second</q></p>" in found["submission"]
    assert found["questions"]["/data/p[+]"]["value"] == 2


def test_a_json_schema_is_run_too(tmp_path: Path) -> None:
    schema = {
        "type": "object",
        "properties": {"n": {"type": "integer", "minimum": 5}, "yes": {"type": "boolean"}},
    }
    form = written(tmp_path, "x.json", json.dumps(schema).encode())
    found = ran(form, {"n": 4, "yes": True}, tmp_path)
    assert json.loads(found["submission"]) == {"n": 4, "yes": True}
    assert found["questions"]["/data/n"]["problems"] == [{"rule": "minimum"}]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("form", "run", "nowhere.xml"), "No such file"),
        (
            ("form", "check", "http://127.0.0.1:9/x.xml"),
            "http://127.0.0.1:9/x.xml: no server answers there",
        ),
        (("form", "convert", "nowhere.xlsx"), "there is no such file"),
    ],
)
def test_a_mistake_is_one_line(words: tuple[str, ...], said: str) -> None:
    result = kiosk(*words)
    assert result.returncode == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_an_answer_for_no_question_is_named(tmp_path: Path) -> None:
    form = written(tmp_path, "x.xml", source("<a/>", "", inputs("a")))
    given = written(tmp_path, "answers.json", b'{"nobody": "x"}')
    result = kiosk("form", "run", form, "--answers", given)
    assert (result.returncode, result.stderr) == (2, "kiosk: no question has this name: nobody\n")


def test_a_spreadsheet_becomes_a_form_that_opens(tmp_path: Path) -> None:
    sheet = FORMS / "child-benefit.csv"
    target = tmp_path / "made.xml"
    result = kiosk("form", "convert", sheet, target)
    assert result.returncode == 0, result.stderr
    assert kiosk("form", "check", target).returncode in (0, 1)


@pytest.mark.parametrize("inside", [b"", b"hello", b"PK\x03\x04 cut off"])
def test_what_is_no_spreadsheet_says_so(tmp_path: Path, inside: bytes) -> None:
    for name in ("x.xlsx", "x.xls", "x.ods"):
        result = kiosk("form", "convert", written(tmp_path, name, inside))
        assert result.returncode == 3
        assert "definition" not in result.stderr
        assert result.stderr.count("\n") == 1


def test_a_newer_spreadsheet_under_the_older_name_is_converted(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl writes the spreadsheet")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "survey"
    for row in (("type", "name", "label"), ("text", "town", "Your town?")):
        sheet.append(row)
    book.save(tmp_path / "x.xlsx")
    misnamed = (tmp_path / "x.xlsx").rename(tmp_path / "x.xls")
    result = kiosk("form", "convert", misnamed)
    assert result.returncode == 0, result.stderr
    assert kiosk("form", "run", tmp_path / "x.xml").returncode == 0


def test_a_spreadsheet_that_is_opened_as_a_form_is_told_what_to_do(tmp_path: Path) -> None:
    for start in (b"PK\x03\x04...", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..."):
        result = kiosk("form", "check", written(tmp_path, "x.xlsx", start))
        assert result.returncode == 2
        assert "kiosk form convert" in result.stderr


def test_a_form_of_form_io_is_checked_and_run_by_the_values_that_are_sent(tmp_path: Path) -> None:
    values = [{"label": "Yes", "value": "ja"}, {"label": "No", "value": "nei"}]
    components = [
        {"type": "radio", "key": "a", "label": "Do you?", "input": True, "values": values},
        {"type": "email", "key": "b", "label": "Where?", "input": True, "unique": True},
    ]
    form = written(tmp_path, "x.json", json.dumps({"components": components}).encode())
    around = written(tmp_path, "y.json", json.dumps({"configuration": {"components": components}}).encode())
    for file in (form, around):
        result = kiosk("form", "check", file)
        assert result.returncode == 1, result.stdout
        assert "Form.io; 2 questions" in result.stdout
        assert "unique is judged by the office alone, after the form was sent: /data/b" in result.stdout
    found = ran(form, {"a": "nei", "b": "ana"}, tmp_path)
    assert found["standard"] == "Form.io"
    assert json.loads(found["submission"])["data"] == {"a": "nei", "b": "ana"}
    assert found["questions"]["/data/b"]["problems"] == [{"rule": "email"}]


def test_a_json_schema_is_checked_and_run_with_its_ui_schema(tmp_path: Path) -> None:
    properties = {"name": {"type": "string"}, "member": {"type": "boolean", "title": "A member"}}
    schema = json.dumps({"type": "object", "properties": properties}).encode()
    hide = {"effect": "SHOW", "condition": {"scope": "#/properties/member", "schema": {"const": True}}}
    name = {"type": "Control", "scope": "#/properties/name", "rule": hide, "options": {"slider": True}}
    member = {"type": "Control", "scope": "#/properties/member"}
    ui = json.dumps({"type": "VerticalLayout", "elements": [member, name]}).encode()
    form, shown = written(tmp_path, "schema.json", schema), written(tmp_path, "ui.json", ui)
    checked = kiosk("form", "check", form, "--ui", shown)
    assert "options.slider has no effect here: ui/elements/1" in checked.stdout
    given = written(tmp_path, "answers.json", b'{"member": false}')
    ran = kiosk("form", "run", form, "--ui", shown, "--answers", given)
    assert list(json.loads(ran.stdout)["questions"]) == ["/data/member", "/data/name"]
    assert json.loads(ran.stdout)["questions"]["/data/name"]["relevant"] is False


def test_a_preview_opens_a_window_that_sends_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(tmp_path), "KIOSK_LOG": "INFO"}
    command = (sys.executable, "-m", "kiosk", "form", "preview", str(FORMS / "child-benefit.xml"))
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=-1, stderr=-1, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert "nothing is sent" in process.stdout.readline()
        told: list[str] = []
        for line in process.stderr:
            told.append(line)
            if "a window is shown" in line:
                break
        assert list(tmp_path.iterdir()), "the store lies where nothing else does"
        process.terminate()
        told += process.stderr.readlines()
        assert process.wait(20) == 0
    assert not [line for line in told if "courier" in line or "Traceback" in line]
    assert list(tmp_path.iterdir()) == []


def test_a_form_that_no_window_can_show_has_no_preview(tmp_path: Path) -> None:
    form = written(tmp_path, "x.xml", source("<a/>", "", '<mystery ref="/data/a"/>'))

    result = kiosk("form", "preview", form)

    assert result.returncode == 3
    assert "mystery" in result.stderr
