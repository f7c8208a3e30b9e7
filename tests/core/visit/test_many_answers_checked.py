# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Very many answers are checked a part at a time, and a change leads back to its own part."""

from datetime import UTC, datetime

from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.xforms import load
from core.ids import QuestionPath, SubmissionId
from core.visit import checking
from core.visit import events as e
from core.visit import pages as p
from tests.support.told import MOVE, Told, on_service

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LATE = QuestionPath("/data/q64")


def filled(count: int) -> Entry:
    """A form of so many questions, of which the last one is required and not answered."""
    names = [f"q{number}" for number in range(count)]
    spaces = 'xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"'
    source = (
        f"<h:html {spaces}><h:head><h:title>Long</h:title><model><instance>"
        f'<data id="long" version="1">{"".join(f"<{name}/>" for name in names)}</data></instance>'
        f'<bind nodeset="/data/{names[-1]}" required="true()"/></model></h:head><h:body>'
        + "".join(f'<input ref="/data/{name}"><label>{name}?</label></input>' for name in names)
        + "</h:body></h:html>"
    )
    form = load(source.encode())
    assert isinstance(form, Form)
    return Entry.begin(form, SubmissionId("uuid:1"), NOW.date(), NOW)


def on_check(count: int) -> Told:
    return on_service().tell(e.StartPressed(), e.FormOpened(MOVE, filled(count)), e.SkipPressed())


def test_answers_come_part_by_part_and_back_again() -> None:
    told = on_check(65)
    assert told.visit.page == p.Check()

    told = told.tell(e.ContinuePressed(), e.ContinuePressed())
    assert told.visit.page == p.Check(part=2)
    assert told.tell(e.ContinuePressed()).visit.page == p.Check(part=2)
    assert told.tell(e.BackPressed()).visit.page == p.Check(part=1)


def test_every_answer_stands_in_one_part() -> None:
    asked = checking.asked(filled(65))

    shown = [one for part in range(checking.parts(filled(65))) for one in checking.of_part(asked, part)]
    assert shown == asked
    assert max(len(checking.of_part(asked, part)) for part in range(3)) == checking.SHOWN


def test_a_changed_answer_leads_back_to_its_part() -> None:
    told = on_check(65).tell(e.ContinuePressed(), e.ContinuePressed(), e.ChangePressed(LATE))

    assert told.tell(e.BackPressed()).visit.page == p.Check(part=2)
    assert told.tell(e.AnswerGiven(LATE, "yes"), e.ContinuePressed()).visit.page == p.Check(part=2)


def test_an_answer_that_is_missing_is_asked_for_wherever_it_stands() -> None:
    told = on_check(65).tell(e.ContinuePressed(), e.ContinuePressed(), e.SendPressed())

    assert told.visit.page == p.Question(LATE, told=True)


def test_a_form_of_usual_length_has_one_part() -> None:
    told = on_check(checking.SHOWN)

    assert checking.last(filled(checking.SHOWN)) == 0
    assert told.tell(e.ContinuePressed()).visit.page == p.Check()
