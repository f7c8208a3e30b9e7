# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was said in one form is offered in the next one of the same visit, seen before it is used (UND-07)."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.forms.entry import Entry
from core.forms.message import Message
from core.ids import QuestionPath, ServiceId, SubmissionId
from core.submission import DeliveryState
from core.visit import events as e
from core.visit import pages as p
from core.visit import said_before as said_before_module
from core.visit.said_before import LONGEST, kept, said_before
from core.visit.state import Filling, Helper, Visit
from i18n.messages import Messages
from kiosk.form_doors import open_form
from tests.support import small_forms
from tests.support.told import MOVE, Told, delivery, filling, on_service
from ui.present.question import present_question
from ui.registry_setting import a_kiosk

FORMS = Path(__file__).parents[3] / "sandbox" / "forms"


def entry(name: str) -> Entry:
    form = open_form((FORMS / f"{name}.xml").read_bytes())
    assert not hasattr(form, "detail"), form
    now = a_kiosk().now
    return Entry.begin(form, SubmissionId("uuid:1"), now.date(), now)


def asking(one: Entry, name: str) -> QuestionPath:
    return next(question.path for question in one.pages() if question.path.endswith(f"/{name}"))


def in_next_form() -> tuple[Told, QuestionPath]:
    """A child benefit in which the name was written waits; a change of address is being filled."""
    first, second = entry("child-benefit"), entry("change-of-address")
    told = on_service()
    channel = filling().visit.filling
    assert channel is not None
    waiting = Filling(
        ServiceId("other"), channel.channel, first.answer(asking(first, "full_name"), "Ada Marsh")
    )
    path = asking(second, "full_name")
    now = Filling(MOVE, channel.channel, second)
    told.visit = replace(told.visit, filling=now, aside=(waiting,)).go(p.Question(path))
    return told, path


def offered(visit: Visit, path: QuestionPath) -> list[str]:
    contents = present_question(visit, p.Question(path), Messages.load("en"), a_kiosk())
    return [way.text for way in contents.ways if way.way.value == "said_before"]


@pytest.mark.requirement("UND-07")
def test_an_answer_of_the_visit_is_offered_with_its_words_and_used_only_by_a_press() -> None:
    told, path = in_next_form()
    assert told.visit.filling is not None
    assert told.visit.filling.entry.raw(path) == ""
    assert offered(told.visit, path) == ["You said before: Ada Marsh. Use it"]
    told.tell(e.SaidBeforePressed())
    assert told.visit.filling.entry.raw(path) == "Ada Marsh"
    assert told.visit.page == p.Question(path)
    assert offered(told.visit, path) == []


def test_what_was_sent_is_offered_until_the_visit_ends() -> None:
    told, path = in_next_form()
    told.tell(e.SaidBeforePressed(), e.Sealed(delivery(DeliveryState.SEALED)))
    assert told.visit.filling is None
    assert "Ada Marsh" not in repr(told.visit)
    second = entry("change-of-address")
    channel = filling().visit.filling
    assert channel is not None
    again = replace(told.visit, filling=Filling(MOVE, channel.channel, second), aside=())
    assert said_before(again, path) == "Ada Marsh"
    assert said_before(replace(again, said=()), path) == ""


def test_nothing_is_offered_about_somebody_else_or_in_front_of_a_helper() -> None:
    told, path = in_next_form()
    assert said_before(replace(told.visit, helper=Helper()), path) == ""
    assert said_before(told.visit, QuestionPath("/data/person_name")) == ""


def offered_in(second: Entry, asked: str, first: Entry, told: str, raw: str) -> str:
    """What is offered for `asked` of one form, where `told` of another one was answered with `raw`."""
    channel = filling().visit.filling
    assert channel is not None
    waiting = Filling(ServiceId("other"), channel.channel, first.answer(asking(first, told), raw))
    assert waiting.entry.problem(asking(first, told)) is None
    now = Filling(MOVE, channel.channel, second)
    visit = replace(on_service().visit, filling=now, aside=(waiting,))
    return said_before(visit, asking(second, asked))


ACCOUNT = "PA0000001234"


@pytest.mark.requirement("UND-07", part="a question that another form asks in the same words")
def test_a_question_in_the_same_words_is_the_same_whatever_a_form_calls_it() -> None:
    benefit, job, business = entry("child-benefit"), entry("job-lost"), entry("register-business")
    assert offered_in(job, "account", benefit, "account", ACCOUNT) == ACCOUNT
    assert (
        offered_in(entry("school-place"), "full_name", entry("register-birth"), "parent_name", "Ada") == "Ada"
    )
    # The trap: the same kind of answer to another question, and one that means nothing without the rest of its form.
    assert offered_in(job, "employer", benefit, "account", ACCOUNT) == ""
    job = job.answer(asking(job, "depend"), "yes")
    business = business.answer(asking(business, "staff"), "yes")
    assert offered_in(business, "staff_count", job, "depend_count", "3") == ""


def test_a_question_without_end_is_compared_with_nothing() -> None:
    benefit, job = (endless(name, "account") for name in ("child-benefit", "job-lost"))
    assert offered_in(job, "account", benefit, "account", ACCOUNT) == ""


def endless(name: str, asked: str) -> Entry:
    """That form with a question that is far longer than any that people ask."""
    usual = entry(name)
    question = next(one for one in usual.pages() if one.path == asking(usual, asked))
    (words,) = question.label.best(usual.form.default_language).parts
    assert isinstance(words, str)
    content = (FORMS / f"{name}.xml").read_text()
    assert words in content
    form = open_form(content.replace(words, f"{words} " + "word " * LONGEST).encode())
    assert not hasattr(form, "detail"), form
    now = a_kiosk().now
    return Entry.begin(form, SubmissionId("uuid:1"), now.date(), now)


def test_what_a_long_form_said_is_kept_by_reading_each_question_a_few_times(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = [f"q{number}" for number in range(200)]
    elements = "".join(f"<{name}/>" for name in names)
    body = "".join(f'<input ref="/data/{name}"><label>What of {name}?</label></input>' for name in names)
    long = small_forms.entry(elements, "", body).answer(small_forms.at("q7"), "Ada")
    read: list[Message] = []
    words = said_before_module._text

    def reading(entry: Entry, message: Message) -> str:
        read.append(message)
        return words(entry, message)

    monkeypatch.setattr(said_before_module, "_text", reading)
    filled = filling().visit.filling
    assert filled is not None
    told = kept(on_service().visit, replace(filled, entry=long))
    assert [raw for _, raw in told.said] == ["Ada"]
    assert len(read) <= 2 * len(names)
