# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""`kiosk form run` gives answers by their names in time, and shows how encrypted answers would be sent."""

import base64
import json
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from lxml import etree

from core.forms.problems import FormProblems
from core.ids import QuestionPath
from kiosk.authoring.form_file import read
from kiosk.authoring.form_run import UnknownQuestionError, filled
from kiosk.authoring.problem_words import in_words
from kiosk.command_line import forms
from tests.support import small_forms
from tests.support.small_forms import at, inputs

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
MANY = 1_000
SECONDS = 5.0
"""A thousand answers took 104 s when each looked for its question anew, and take 0.2 s."""


def test_a_thousand_answers_are_given_in_time() -> None:
    names = [f"q{number}" for number in range(MANY)]
    form = small_forms.form("".join(f"<{name}/>" for name in names), "", inputs(*names))
    begun = perf_counter()
    entry = filled(form, dict.fromkeys(names, 1), NOW)
    assert perf_counter() - begun < SECONDS
    assert [entry.raw(at(name)) for name in names] == ["1"] * MANY


def test_answers_are_given_as_their_questions_are_asked_and_lists_grow_for_them() -> None:
    body = (
        '<group ref="/data/row"><repeat nodeset="/data/row"><input ref="/data/row/b"><label>b</label></input>'
        "</repeat></group>"
    )
    form = small_forms.form(
        '<a/><c/><row jr:template=""><b/></row>',
        """<bind nodeset="/data/c" relevant="/data/a = 'x'"/>""",
        inputs("a", "c") + body,
    )
    entry = filled(form, {"row[2]/b": "2", "c": "C", "row[1]/b": "1", "/data/a": "x"}, NOW)
    assert [entry.raw(at(name)) for name in ("a", "c")] == ["x", "C"]
    assert [entry.raw(QuestionPath(f"/data/row[{number}]/b")) for number in (1, 2)] == ["1", "2"]
    with pytest.raises(UnknownQuestionError, match="row\\[9\\]/nope"):
        filled(form, {"row[9]/nope": "2"}, NOW)


def with_key(bits: int) -> bytes:
    key = rsa.generate_private_key(65_537, bits).public_key()
    text = base64.b64encode(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).decode()
    return small_forms.source(
        "<a/><meta><instanceID/></meta>", "", inputs("a"), f'<submission base64RsaPublicKey="{text}"/>'
    )


def test_an_encrypted_form_shows_its_manifest_and_the_files_beside_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, answers = tmp_path / "form.xml", tmp_path / "answers.json"
    file.write_bytes(with_key(2_048))
    answers.write_text('{"a": "secret words"}')
    assert forms.run(str(file), answers) == 0
    told = json.loads(capsys.readouterr().out)
    manifest = etree.fromstring(told["encrypted"].encode())
    assert manifest.get("encrypted") == "yes"
    assert "secret words" in told["submission"]
    assert "secret words" not in told["encrypted"]
    assert list(told["files"]) == ["submission.xml.enc"]


def test_a_key_that_nothing_can_be_encrypted_to_is_told_to_the_author() -> None:
    found = read(with_key(1_024), "form.xml", {})
    assert isinstance(found.form, FormProblems)
    (said,) = map(in_words, found.form.problems)
    assert said.startswith("<submission base64RsaPublicKey>: this is no RSA key of 2,048 bits")
