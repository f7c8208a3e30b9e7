# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What of a JSON Schema nobody can be asked for is told; what no draft is named for is read as its tools read it."""

import base64
import json

from core.forms.definition import AnswerType
from core.forms.json_schema.unasked import NAMELESS
from core.forms.problems import Fate, FormNote
from core.forms.submission_json import to_json
from core.ids import QuestionPath
from core.visit.files import FileHeld
from tests.support.json_forms import Schema, answered, opened, refused

TEXT: Schema = {"type": "string"}
PHOTO = FileHeld("photo.png", "Photo", b"\x89PNG photo")


def test_an_object_without_named_members_is_told_and_refused_where_it_is_needed() -> None:
    for free in ({"type": "object"}, {"type": "object", "additionalProperties": TEXT}):
        form = opened({"a": TEXT, "b": free}).form
        assert form.notes == (FormNote("/data/b", NAMELESS, Fate.LEFT_OUT),)
        needed = {"type": "object", "properties": {"a": TEXT, "b": free}, "required": ["b"]}
        assert refused(needed) == [("form.unsupported", NAMELESS)]


def test_an_object_of_what_is_always_sent_is_not_told_of() -> None:
    form = opened({"a": TEXT, "b": {"type": "object", "properties": {"k": {"const": 1}}}}).form
    assert form.notes == ()


def test_a_schema_that_names_no_draft_may_be_an_older_one() -> None:
    older = {"type": "array", "items": [TEXT, {"type": "number"}]}
    assert refused({"type": "object", "properties": {"a": older}}) == [
        ("form.unsupported", "a list of several kinds")
    ]
    entries = {"type": "array", "items": [{"type": "object", "properties": {"n": TEXT}}]}
    assert [one.path for one in opened({"a": entries}).form.repeats] == ["/data/a"]
    assert refused({"type": "object", "properties": {"a": {"type": 5}}})[0][0] == "form.not_a_schema"


def test_a_text_that_is_a_file_in_base64_is_handed_over() -> None:
    photo = {"type": "string", "contentEncoding": "base64", "contentMediaType": "image/png", "title": "Photo"}
    entry = opened({"a": photo})
    question = entry.question(QuestionPath("/data/a"))
    assert (question.type, question.media_type) == (AnswerType.UPLOAD, "image/png")
    whole = json.loads(to_json(answered(entry, a=PHOTO.name), (PHOTO,)))
    assert whole == {"a": base64.b64encode(PHOTO.content).decode()}
    typed = opened({"a": {"type": "string", "contentEncoding": "base64"}})
    assert typed.question(QuestionPath("/data/a")).type is AnswerType.TEXT
