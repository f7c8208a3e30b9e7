# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A file in a JSON form: asked for as a file, named while it is filled, and written as its own engines write it."""

import base64
import json
import re
from datetime import UTC, date, datetime

import jsonschema
import pytest

from core.forms.definition import AnswerType, Form
from core.forms.entry import Entry
from core.forms.formio.loading import load as load_formio
from core.forms.json_schema.loading import load as load_schema
from core.forms.problems import Fate, FormNote, FormProblems
from core.forms.submission_json import to_json
from core.ids import FormId, QuestionPath, SubmissionId
from core.visit.files import FileHeld

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
SUBMISSION = SubmissionId("uuid:5d2c1c5e-7f61-4d8a-9d3e-2d4f8a1b6c70")
PLAN = FileHeld("plan-von-1900.pdf", "Plan von 1900 (ä).pdf", b"%PDF-1.7 plan")
PHOTO = FileHeld("photo.jpg", "Photo", b"\xff\xd8\xff photo")
HELD = (PLAN, PHOTO)
ADDRESS = f"data:application/pdf;base64,{base64.b64encode(PLAN.content).decode()}"


def formio(**members: object) -> Form | FormProblems:
    component = {
        "type": "file",
        "key": "plan",
        "label": "Plan?",
        "input": True,
        "storage": "base64",
        **members,
    }
    return load_formio(json.dumps({"title": "T", "components": [component]}).encode(), FormId("t"))


def opened(form: Form | FormProblems) -> Form:
    assert isinstance(form, Form), form
    return form


def schema(part: dict[str, object]) -> dict[str, object]:
    return {"title": "T", "type": "object", "properties": {"plan": part}, "required": ["plan"]}


def answered(form: Form, *raws: str) -> Entry:
    entry = Entry.begin(form, SUBMISSION, date(2026, 11, 23), NOW)
    for raw in raws:
        path = next(
            one.path for one in entry.pages() if one.type is AnswerType.UPLOAD and not entry.raw(one.path)
        )
        entry = entry.answer(path, raw)
    return entry


def test_a_file_of_formio_is_an_array_of_one_object_as_its_base64_storage_writes_it() -> None:
    form = opened(formio())
    assert form.question(QuestionPath("/data/plan")).type is AnswerType.UPLOAD
    (sent,) = json.loads(to_json(answered(form, PLAN.name), HELD))["plan"]
    name = sent.pop("name")
    assert re.fullmatch(r"plan-von-1900-[0-9a-f-]{36}\.pdf", name)
    assert sent == {
        "storage": "base64",
        "url": ADDRESS,
        "size": len(PLAN.content),
        "type": "application/pdf",
        "originalName": "Plan von 1900 (ä).pdf",
    }


def test_the_same_submission_gives_the_same_bytes() -> None:
    entry = answered(opened(formio()), PLAN.name)
    assert to_json(entry, HELD) == to_json(entry, HELD)


def test_what_is_made_here_is_called_by_its_own_name() -> None:
    (sent,) = json.loads(to_json(answered(opened(formio()), PHOTO.name), HELD))["plan"]
    assert (sent["originalName"], sent["type"]) == ("photo.jpg", "image/jpeg")


def test_several_files_of_one_question_are_one_array() -> None:
    form = opened(formio(multiple=True, validate={"required": True}))
    entry = Entry.begin(form, SUBMISSION, date(2026, 11, 23), NOW)
    for held in HELD:
        more = next(one.path for one in entry.pages() if one.type is AnswerType.REPEAT)
        entry = entry if any(one.type is AnswerType.UPLOAD for one in entry.pages()) else entry.add(more)
        waiting = [
            one.path for one in entry.pages() if one.type is AnswerType.UPLOAD and not entry.raw(one.path)
        ]
        if not waiting:
            entry = entry.add(more)
            waiting = [
                one.path for one in entry.pages() if one.type is AnswerType.UPLOAD and not entry.raw(one.path)
            ]
        entry = entry.answer(waiting[0], held.name)
    sent = json.loads(to_json(entry, HELD))["plan"]
    assert [one["type"] for one in sent] == ["application/pdf", "image/jpeg"]


def test_the_limits_of_a_component_are_the_questions() -> None:
    question = opened(formio(filePattern=".pdf,image/*", fileMaxSize="1.5MB")).questions[0]
    assert (question.media_type, question.largest) == (".pdf,image/*", 1_572_864)
    anything = opened(formio(filePattern="*", fileMaxSize="much")).questions[0]
    assert (anything.media_type, anything.largest) == ("", 0)


@pytest.mark.parametrize("storage", ["url", "s3", ""])
def test_a_file_that_goes_elsewhere_is_left_out_or_refuses_the_form(storage: str) -> None:
    called = f"file (storage: {storage or 'none'})"
    assert FormNote("/data/plan", called, Fate.LEFT_OUT) in opened(formio(storage=storage)).notes
    assert isinstance(formio(storage=storage, validate={"required": True}), FormProblems)


def test_a_text_in_the_format_data_url_is_a_file_with_its_name() -> None:
    whole = schema({"type": "string", "format": "data-url", "title": "Plan?"})
    form = opened(load_schema(json.dumps(whole).encode(), FormId("t")))
    assert form.questions[0].type is AnswerType.UPLOAD
    entry = answered(form, PLAN.name)
    assert entry.problems() == ()
    sent = json.loads(to_json(entry, HELD))
    assert sent == {
        "plan": ADDRESS.replace(";base64", ";name=Plan%20von%201900%20%28%C3%A4%29.pdf;base64"),
    }
    jsonschema.Draft202012Validator(whole).validate(sent)


def test_a_list_of_files_is_a_list_of_addresses() -> None:
    part: dict[str, object] = {"type": "array", "items": {"type": "string", "format": "data-url"}}
    form = opened(load_schema(json.dumps(schema(part)).encode(), FormId("t")))
    entry = Entry.begin(form, SUBMISSION, date(2026, 11, 23), NOW)
    more = next(one.path for one in entry.pages() if one.type is AnswerType.REPEAT)
    entry = entry.add(more)
    path = next(one.path for one in entry.pages() if one.type is AnswerType.UPLOAD)
    sent = json.loads(to_json(entry.answer(path, PHOTO.name), HELD))["plan"]
    assert sent == [f"data:image/jpeg;name=photo.jpg;base64,{base64.b64encode(PHOTO.content).decode()}"]


def test_an_answer_that_was_taken_back_sends_no_file() -> None:
    entry = answered(opened(formio()), PLAN.name).answer(QuestionPath("/data/plan"), "")
    assert json.loads(to_json(entry, HELD)) == {}


def test_a_signature_of_form_io_is_made_on_the_page_and_sent_as_its_window_sends_it() -> None:
    form = opened(formio(type="signature", validate={"required": True}))
    (question,) = form.questions
    assert (question.type, question.appearance) == (AnswerType.UPLOAD, "signature")
    assert [one.key for one in answered(form).problems()] == ["problem.required"]
    drawn = FileHeld("signature.png", "Ana Petrova", b"\x89PNG drawn")
    entry = answered(form, drawn.name)
    assert not entry.problems()
    sent = json.loads(to_json(entry, [drawn]))
    assert sent == {"plan": f"data:image/png;base64,{base64.b64encode(drawn.content).decode()}"}
    nothing = opened(formio(type="signature"))
    assert json.loads(to_json(answered(nothing))).get("plan", "") == ""
