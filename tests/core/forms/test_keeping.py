# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A form put away and taken up again is the same form: every answer, every list, the same bytes to send."""

from datetime import UTC, datetime

import pytest

from core.forms import xforms
from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.keeping import Given, given, missing, resumed
from core.forms.submission_xml import to_xml
from core.ids import QuestionPath
from tests.support import list_form, small_form, small_forms
from tests.support.form_filling import begun

NOW = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)


def filled() -> Entry:
    """Two people, two pets of the second, and none of the list's first entry left blank."""
    entry = list_form.entry().answer(list_form.STREET, "Harbour Lane 3").add(list_form.PEOPLE)
    entry = entry.answer(list_form.person(1, "name"), "Ada").answer(list_form.person(2, "name"), "Grace")
    entry = entry.add(list_form.pets(2)).answer(list_form.person(2, "age"), "12a")
    return entry.answer(QuestionPath("/data/person[2]/pet[1]/kind"), "cat")


def again(entry: Entry) -> Entry:
    return resumed(entry.form, entry.submission_id, entry.setting.now, given(entry))


def test_what_is_sent_is_byte_for_byte_the_same() -> None:
    entry = filled()

    assert to_xml(again(entry)) == to_xml(entry)
    assert again(entry).submission_id == entry.submission_id


def test_a_wrong_answer_comes_back_as_it_was_typed() -> None:
    entry = again(filled())

    assert entry.raw(list_form.person(2, "age")) == "12a"
    assert entry.problem(list_form.person(2, "age")) is not None


def test_an_answer_that_another_has_closed_since_comes_back() -> None:
    closed = '<bind nodeset="/data/b" readonly="/data/a = \'no\'"/>'
    form = small_forms.form("<a/><b/>", closed, small_forms.inputs("a", "b"))
    entry = begun(form).answer(QuestionPath("/data/b"), "kept").answer(QuestionPath("/data/a"), "no")

    assert again(entry).raw(QuestionPath("/data/b")) == "kept"


def test_a_list_that_was_emptied_stays_empty() -> None:
    entry = list_form.entry().answer(list_form.STREET, "Quay 1").remove(list_form.PEOPLE, 1)

    assert len(again(entry).instances(list_form.PEOPLE)) == 0


def test_an_answer_that_is_not_asked_now_comes_back_with_its_question() -> None:
    entry = small_form.entry().answer(small_form.WHO, "family").answer(small_form.CHILDREN, "3")
    hidden = again(entry.answer(small_form.WHO, "me"))

    assert not hidden.relevant(small_form.CHILDREN)
    assert hidden.answer(small_form.WHO, "family").raw(small_form.CHILDREN) == "3"


@pytest.mark.parametrize("wiped", [small_form.NAME, small_form.FLAT])
def test_an_answer_that_was_rubbed_out_stays_empty(wiped: QuestionPath) -> None:
    source = small_form.SOURCE.replace("<name/>", "<name>Somebody</name>").replace(
        "<flat/>", "<flat>2b</flat>"
    )
    form = xforms.load(source.encode())
    assert isinstance(form, Form)
    begun = Entry.begin(form, small_form.entry().submission_id, NOW.date(), NOW)

    assert begun.raw(wiped)
    assert again(begun.answer(wiped, "")).raw(wiped) == ""


def test_an_answer_over_a_calculation_stays() -> None:
    source = small_form.SOURCE.replace(
        '<bind nodeset="/data/flat" type="string"/>',
        '<bind nodeset="/data/flat" type="string" calculate="concat(/data/name, \'s flat\')"/>',
    )
    form = xforms.load(source.encode())
    assert isinstance(form, Form)
    begun = Entry.begin(form, small_form.entry().submission_id, NOW.date(), NOW)
    entry = begun.answer(small_form.NAME, "Ada").answer(small_form.FLAT, "Top floor")

    assert again(entry).raw(small_form.FLAT) == "Top floor"


def test_a_later_form_takes_what_has_a_place_in_it_and_names_the_rest() -> None:
    old = small_form.entry().answer(small_form.NAME, "Ada").answer(small_form.FLAT, "2b")
    source = small_form.SOURCE.replace('version="1"', 'version="2"').replace("/data/flat", "/data/floor")
    later = xforms.load(source.replace("<flat/>", "<floor/>").encode())
    assert isinstance(later, Form)
    held = given(old)

    entry = resumed(later, old.submission_id, old.setting.now, held)

    assert entry.raw(small_form.NAME) == "Ada"
    assert missing(entry, held) == (small_form.FLAT,)
    assert missing(old, held) == ()


def test_an_answer_whose_question_now_wants_a_file_is_named_as_lost() -> None:
    old = small_form.entry().answer(small_form.FLAT, "2b")
    source = small_form.SOURCE.replace(
        'nodeset="/data/flat" type="string"', 'nodeset="/data/flat" type="binary"'
    )
    source = source.replace('<input ref="/data/flat"', '<upload mediatype="image/*" ref="/data/flat"')
    head, mark, tail = source.partition("<upload")
    later = xforms.load((head + mark + tail.replace("</input>", "</upload>", 1)).encode())
    assert isinstance(later, Form), later

    entry = resumed(later, old.submission_id, old.setting.now, given(old))

    assert entry.raw(small_form.FLAT) == ""
    assert missing(entry, given(old)) == (small_form.FLAT,)


def test_given_says_nothing_of_answers_when_it_is_printed() -> None:
    assert "Ada" not in repr(given(small_form.entry().answer(small_form.NAME, "Ada")))
    assert Given() == Given((), ())
