# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A replay of a folder that nobody here has seen: nothing in it ends the replay, and each thing is listed."""

import json
from pathlib import Path
from typing import Any

import pytest

from replay import __main__ as replaying
from tests.support.formio_forms import one

XFORM = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>T</h:title>
<model><instance><data id="d" version="1"><a/></data></instance><bind nodeset="/data/a" type="string"/></model></h:head>
<h:body><input ref="/data/a"><label>A</label></input></h:body></h:html>"""
NODES = [{"ref": "/data"}, {"ref": "/data/a[1]"}]
FILLED = {"form": "xforms/utf16.xml", "ok": True, "initial": NODES, "steps": [], "final": NODES}
QUESTION = {"ev": "question", "ref": "/data/a[1]", "label": "A"}
GOOD = {"form": "formio/good.json", "input": {"a": "x"}, "errors": [], "hidden": [], "data": {"a": "x"}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("formio-golden", "formio", "xforms-golden", "xforms", "xpath-golden", "jsonschema/new"):
        (tmp_path / name).mkdir(parents=True)
    return tmp_path


def written(file: Path, *rows: object) -> None:
    lines = [row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows]
    file.write_bytes(b"\xef\xbb\xbf" + b"\n".join(lines) + b"\n")


def replayed(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> tuple[list[dict[str, Any]], dict[str, list[str]]]:
    monkeypatch.setattr(replaying, "DIFFERENCES", folder / "differences.jsonl")
    assert replaying.main(folder) == 0
    listed = [
        json.loads(line) for line in (folder / "differences.jsonl").read_text("utf-8").split("\n") if line
    ]
    lines = [line.split("  ") for line in capsys.readouterr().out.splitlines()]
    return listed, {cells[0]: [cell.strip() for cell in cells[1:] if cell.strip()] for cells in lines}


def test_recordings_of_form_io_in_any_state_are_listed(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "formio" / "good.json").write_text(json.dumps({"components": [one("textfield")]}), "utf-16")
    spell = {"components": [one("textfield"), one("spell", "s", validate={"required": True})]}
    (folder / "formio" / "unknown.json").write_text(json.dumps({"deep": [spell]}))
    (folder / "formio" / "broken.json").write_bytes(b"\xff\xfe{")
    written(
        folder / "formio-golden" / "new engine 9.jsonl",
        GOOD,
        {**GOOD, "data": {"a": "y"}, "spell": 1, "sample": "seven"},
        b'{"form": "formio/good.json", "input": {"a": "\xff"}}',
        b"[1, 2]",
        b"{" * 3_000,
        {"form": 7},
        {**GOOD, "errors": [{"path": "a"}]},
        {**GOOD, "hidden": [3]},
        {**GOOD, "form": "formio/none.json"},
        {**GOOD, "form": "../../outside.json"},
        {**GOOD, "form": "formio/broken.json"},
        {**GOOD, "form": "formio/good.json", "pointer": "/components/9"},
        {**GOOD, "form": "formio/good.json", "pointer": "/components/0"},
        {**GOOD, "input": {"a": {"deep": [1]}, "line": "one\u2028two"}, "hidden": ["a"]},
    )
    listed, table = replayed(folder, capsys, monkeypatch)
    differences = [(row["respect"], row["place"]) for row in listed if "respect" in row]
    assert ("data", "seven: a") in differences
    assert ("asked", "0: a") in differences
    assert [row["form"] for row in listed if "refused" in row] == [
        "formio/broken.json",
        "formio/good.json/components/0",
        "formio/unknown.json/deep/0",
    ]
    unread = [
        row["place"].removeprefix("formio-golden/new engine 9.jsonl:") for row in listed if "unread" in row
    ]
    assert unread[:7] == ["2: spell", "3", "4", "5", "6", "7", "8"]
    assert set(unread[7:]) == {
        "formio/none.json",
        "../../outside.json",
        "formio/good.json/components/9",
    }
    assert table["Form.io"][:4] == ["1", "3", "10", "3"]


def test_recordings_of_xforms_in_any_state_are_listed(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "xforms" / "utf16.xml").write_text('<?xml version="1.0" encoding="UTF-16"?>' + XFORM, "utf-16")
    (folder / "xforms" / "other.xml").write_text(XFORM.replace("/data/a", "/data/none"))
    (folder / "xforms" / "cut.xml").write_text(XFORM[:300])
    tried = {
        **QUESTION,
        "tries": [{"answer": {"masked": 1}, "status": "ok"}, {"answer": "x", "status": "new"}],
    }
    written(
        folder / "xforms-golden" / "engine.jsonl",
        {**FILLED, "steps": [QUESTION, tried], "submission": "<data><a>x</a></data>"},
        {**FILLED, "steps": [{"ev": "spell", "ref": "/data/a[1]"}]},
        {**FILLED, "initial": [{"ref": 5}]},
        {**FILLED, "steps": [{**QUESTION, "choices": [1]}]},
        {**FILLED, "initial": [{"ref": "/data/a[x]"}], "submission": "<data"},
        {"form": "xforms/missing.xml", "ok": False, "error": "x"},
    )
    listed, table = replayed(folder, capsys, monkeypatch)
    assert [row["place"].rpartition(":")[2] for row in listed if "unread" in row] == [
        "2",
        "3",
        "4",
        "xforms/missing.xml",
    ]
    assert {row["form"] for row in listed if "refused" in row} == {"xforms/cut.xml", "xforms/other.xml"}
    respects = {row["respect"] for row in listed if "respect" in row}
    assert {"verdict", "exception"} <= respects
    assert table["XForms"][:4] == ["1", "2", "4", "2"]


def test_expressions_and_schemas_in_any_state_are_listed(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    written(
        folder / "xpath-golden" / "x.jsonl",
        {"expr": "1 + 1", "type": "number", "value": 3, "agree": True},
        {"expr": "1 + 1", "type": "number", "value": "many", "agree": True},
        {"expr": "spell()", "type": "number", "value": 1, "agree": True},
        {"expr": 1},
    )
    schema = {"type": "object", "properties": {"a": {"type": "string"}}}
    (folder / "jsonschema" / "new" / "a.json").write_text(json.dumps(schema))
    (folder / "jsonschema" / "new" / "b.json").write_text("{")
    suite = folder / "jsonschema" / "test-suite" / "draft7"
    suite.mkdir(parents=True)
    lost = {"$ref": "http://localhost:1/none"}
    group = {"description": "d", "schema": lost, "tests": [{"description": "t", "data": 1, "valid": True}]}
    (suite / "ref.json").write_text(json.dumps([group, {**group, "tests": [{"description": "u"}]}]))
    (suite / "strange.json").write_text("[7]")
    listed, table = replayed(folder, capsys, monkeypatch)
    assert [row["form"] for row in listed if row["format"] == "XPath" and "respect" in row] == [
        "1 + 1",
        "1 + 1",
    ]
    assert [row["form"] for row in listed if "refused" in row] == ["spell()"]
    assert [row["place"].rpartition("/")[2] for row in listed if "unread" in row] == [
        "x.jsonl:4",
        "b.json",
        "ref.json: d: u",
        "strange.json",
    ]
    assert [
        (row["respect"], row["form"]) for row in listed if row["format"] == "JSON Schema" and "respect" in row
    ] == [("exception", "draft7/ref.json")]
    assert table["total"][:4] == ["1", "1", "4", "5"]


def test_a_folder_without_anything_to_replay_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert replaying.main(tmp_path) == 2
    assert "no golden files" in capsys.readouterr().err


def test_forms_that_nothing_was_recorded_of_are_opened_wherever_they_lie(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = folder / "xforms" / "Ministère de la Santé" / "2026"
    (deep / "media.csv").mkdir(parents=True)
    (deep / "a b é.xml").write_text(XFORM)
    (deep / "utf16.xml").write_text('<?xml version="1.0" encoding="UTF-16"?>' + XFORM, "utf-16")
    (folder / "xforms" / "link.xml").symlink_to(deep / "a b é.xml")
    (folder / "xforms" / "lost.xml").symlink_to(folder / "nowhere")
    (folder / "xforms" / "folder.xml").mkdir()
    (folder / "xforms" / "round").symlink_to(folder / "xforms")
    outside = folder.parent / f"{folder.name} beside.json"
    outside.write_text(json.dumps({"components": [one("textfield")]}))
    (folder / "formio" / "link.json").symlink_to(outside)
    (folder / "formio" / "empty.json").write_bytes(b"")
    (folder / "formio-golden" / "empty.jsonl").write_bytes(b"")
    schema = json.dumps({"type": "object", "properties": {"a": {"type": "string"}}})
    (folder / "jsonschema" / "new" / "deeper").mkdir()
    for name in ("new/deeper/a.json", "beside.json"):
        (folder / "jsonschema" / name).write_text(schema)
    listed, table = replayed(folder, capsys, monkeypatch)
    unread = {row["place"]: row["unread"] for row in listed if "unread" in row}
    assert set(unread) == {"xforms/lost.xml", "xforms/folder.xml", "formio/empty.json"}
    assert [row for row in listed if "refused" in row] == []
    assert [table[name][0] for name in ("XForms", "Form.io", "JSON Schema", "total")] == ["3", "1", "2", "6"]
    assert list(table)[-1] == "total"
