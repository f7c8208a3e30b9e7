# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A page whose questions were all closed by their own answers, and a question that its form has at two places: Continue
and Back lead to what stands nearest in the form."""

from dataclasses import replace

import pytest

from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.xforms import load
from core.ids import QuestionPath
from core.visit import events as e
from core.visit import pages as p
from core.visit.body_order import parted_at
from core.visit.together import on_page
from tests.support import small_form as small
from tests.support.told import MOVE, Told, on_service

NAMES = "abcdefx"
CLOSED = "/data/x != 'gone'"
CLOSING = f'<bind nodeset="/data/c" relevant="{CLOSED}"/><bind nodeset="/data/d" relevant="{CLOSED}"/>'
SETS = '<setvalue event="xforms-value-changed" ref="/data/x" value="/data/c"/>'
"""A question that depended on its own answer would be refused; an action may close it."""


def text(name: str) -> str:
    sets = SETS if name == "c" else ""
    return f'<input ref="/data/{name}"><label>{name}</label>{sets}</input>'


def together(names: str) -> str:
    inside = "".join(text(name) for name in names)
    return f'<group appearance="field-list"><label>{names}</label>{inside}</group>'


def path(name: str) -> QuestionPath:
    return QuestionPath(f"/data/{name}")


def at(name: str, body: str, binds: str = "") -> Told:
    nodes = "".join(f"<{one}/>" for one in NAMES)
    form = load(
        (
            '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head>'
            f'<h:title>T</h:title><model><instance><data id="t">{nodes}</data></instance>{binds}</model></h:head>'
            f"<h:body>{body}</h:body></h:html>"
        ).encode()
    )
    assert isinstance(form, Form), form
    entry = Entry.begin(form, small.entry().submission_id, small.NOW.date(), small.NOW)
    told = on_service().tell(e.StartPressed(), e.FormOpened(MOVE, entry))
    told.visit = replace(told.visit, page=p.Question(path(name)))
    return told


def closed(name: str) -> Told:
    """On the second of three pages, after an answer that closes it."""
    body = together("ab") + together("cd") + together("ef")
    told = at(name, body, CLOSING).tell(e.AnswerGiven(path("c"), "here"), e.AnswerGiven(path("c"), "gone"))
    assert told.visit.filling is not None
    assert [one.path for one in told.visit.filling.entry.pages()] == [path(one) for one in "abef"]
    return told


@pytest.mark.parametrize("name", ["c", "d"])
def test_continue_leads_past_a_page_that_its_own_answers_have_closed(name: str) -> None:
    assert closed(name).tell(e.ContinuePressed()).visit.page == p.Question(path("e"))


@pytest.mark.parametrize("name", ["c", "d"])
def test_back_leads_from_it_to_the_page_before(name: str) -> None:
    assert closed(name).tell(e.BackPressed()).visit.page == p.Question(path("a"))


@pytest.mark.requirement("UND-06", part="an answer that closed its own question is put back")
@pytest.mark.parametrize("name", ["c", "d"])
def test_undo_opens_it_again(name: str) -> None:
    told = closed(name).tell(e.UndoPressed())
    assert on_page(told.visit, path(name)) == (path("c"), path("d"))


def test_a_question_at_two_places_is_come_to_once_and_what_follows_is_reached() -> None:
    body = together("ab") + together("ac") + together("de")
    told, seen = at("a", body), [path("a")]
    while isinstance(told.tell(e.ContinuePressed()).visit.page, p.Question) and len(seen) < 9:
        page = told.visit.page
        assert isinstance(page, p.Question)
        seen.append(page.path)
    assert seen == [path(one) for one in "abcd"]
    assert told.visit.page == p.Check()
    assert at("c", body).tell(e.BackPressed()).visit.page == p.Question(path("b"))
    assert not isinstance(at("a", body).tell(e.BackPressed()).visit.page, p.Question)


def test_all_questions_follow_one_that_the_form_does_not_have() -> None:
    told = at("a", text("a") + text("b"))
    assert told.visit.filling is not None
    assert parted_at(told.visit.filling.entry, "/data/gone") == ([], [path("a"), path("b")])
