# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A code is read by itself, shown, and is an answer only when its person says so; writing it stays a way."""

from dataclasses import replace

import pytest

from core.errors import Trouble
from core.forms.definition import AnswerType, Form
from core.forms.xforms import load
from core.ids import Language, QuestionPath
from core.visit import events as e
from core.visit import pages as p
from core.visit.effects import BeginMaking, StopMaking
from core.visit.files import Device, Stage
from core.visit.making import LONGEST_CODE, code_in
from core.visit.state import Filling, Visit
from core.visit.step import step
from ui.registry import screens
from ui.registry_filling import NOW, SUBMISSION

LAMP, CARD = QuestionPath("/data/lamp"), QuestionPath("/data/card")
SCREENS = screens(Language("en"))


def after(visit: Visit, *events: e.Event) -> Visit:
    for event in events:
        visit = step(visit, event).visit
    return visit


def filling(visit: Visit) -> Filling:
    assert visit.filling is not None
    return visit.filling


@pytest.fixture
def looking() -> Visit:
    begun = step(SCREENS["question-barcode"], e.MakePressed())
    assert begun.effects == (BeginMaking(LAMP, Device.CODES),)
    return after(begun.visit, e.Seen(LAMP, b"picture"))


@pytest.mark.parametrize("press", [e.UsePressed(), e.ContinuePressed()])
def test_a_code_is_an_answer_once_its_person_says_so(looking: Visit, press: e.ByPerson) -> None:
    found = after(looking, e.Made(LAMP, "Łamp 4417".encode()))
    assert filling(found).entry.raw(LAMP) == ""
    used = after(found, press)
    assert used.page == p.Question(LAMP)
    assert filling(used).entry.raw(LAMP) == "Łamp 4417"
    assert filling(used).making is None
    assert filling(used).files == ()


def test_undo_brings_back_what_stood_there_before_the_code(looking: Visit) -> None:
    stopped = after(looking, e.StopMakingPressed(), e.AnswerGiven(LAMP, "typed"), e.MakePressed())
    used = after(stopped, e.Made(LAMP, b"read"), e.UsePressed())
    assert filling(used).entry.raw(LAMP) == "read"
    assert filling(after(used, e.UndoPressed())).entry.raw(LAMP) == "typed"


@pytest.mark.parametrize("event", [e.StopMakingPressed(), e.BackPressed()])
def test_a_code_that_is_not_wanted_is_forgotten(looking: Visit, event: e.ByPerson) -> None:
    left = step(after(looking, e.Made(LAMP, b"secret")), event)
    assert StopMaking() in left.effects
    assert filling(left.visit).making is None
    assert filling(left.visit).entry.raw(LAMP) == ""


def test_no_press_takes_a_photo_of_what_is_held_up(looking: Visit) -> None:
    assert step(looking, e.TakePressed()).effects == ()
    assert after(looking, e.UsePressed()).filling == looking.filling


@pytest.mark.parametrize(
    ("held", "taken"),
    [
        (b"\x1d0104012345678901\x1d17", "010401234567890117"),
        (b"a\nb\tc\x00d", "abcd"),
        ("\u202eevil\u2066\u200b".encode(), "evil"),
        (b"\xff\xfe", "\ufffd\ufffd"),
        (b"9" * LONGEST_CODE, "9" * LONGEST_CODE),
        (b"9" * (LONGEST_CODE + 1), ""),
    ],
)
def test_of_a_code_only_what_can_be_seen_is_taken(held: bytes, taken: str) -> None:
    assert code_in(held) == taken


@pytest.mark.parametrize("content", [b"", b"\x1d", b"9" * (LONGEST_CODE + 1)])
def test_a_code_that_says_nothing_is_no_answer(looking: Visit, content: bytes) -> None:
    making = filling(after(looking, e.Made(LAMP, content))).making
    assert making is not None
    assert (making.stage, making.trouble) == (Stage.OPENING, Trouble("trouble.code_camera_gone"))


def test_a_form_may_want_the_camera_that_looks_at_the_person() -> None:
    begun = step(SCREENS["question-code-hidden-held"], e.MakePressed())
    assert begun.effects == (BeginMaking(CARD, Device.CODES, front=True),)


def test_a_fixed_answer_is_not_read_anew() -> None:
    opened = load(_form("barcode", "", readonly="true()"))
    assert isinstance(opened, Form)
    visit = SCREENS["question-barcode"]
    entry = filling(visit).entry
    begun = entry.begin(opened, SUBMISSION, NOW.date(), NOW)
    fixed = replace(
        visit, filling=replace(filling(visit), entry=begun), page=p.Question(QuestionPath("/d/q"))
    )
    assert step(fixed, e.MakePressed()).effects == ()


@pytest.mark.parametrize(
    ("type_", "appearance", "secret"),
    [
        ("barcode", "", False),
        ("barcode", "front", False),
        ("barcode", "hidden-answer", True),
        ("barcode", "front hidden-answer", True),
        ("string", "hidden-answer", False),
    ],
)
def test_a_code_is_hidden_where_its_form_hides_it(type_: str, appearance: str, secret: bool) -> None:
    form = load(_form(type_, appearance))
    assert isinstance(form, Form)
    (question,) = form.questions
    assert question.type is (AnswerType.BARCODE if type_ == "barcode" else AnswerType.TEXT)
    assert question.secret is secret


def _form(type_: str, appearance: str, readonly: str = "false()") -> bytes:
    return f"""<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
    <h:head><h:title>T</h:title><model><instance><d id="t"><q/></d></instance>
    <bind nodeset="/d/q" type="{type_}" readonly="{readonly}"/></model></h:head>
    <h:body><input ref="/d/q" appearance="{appearance}"><label>Q</label></input></h:body></h:html>""".encode()
