# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""NAV's types that are one component and several questions: what they ask, when, and what is sent."""

from core.forms.problems import Fate
from core.ids import QuestionPath
from tests.support.formio_forms import answered, answers, one, opened, refused, sent, told

NEEDED = {"required": True}
WAYS = {
    "leggerVedNaa": {"enabled": True},
    "ettersender": {"enabled": True, "showDeadline": True},
    "nav": {"enabled": True, "additionalDocumentation": {"enabled": True, "label": "Why?"}},
    "andre": {"enabled": False},
}


def test_an_attachment_asks_how_it_comes_and_what_that_way_wants_to_know() -> None:
    entry = opened(one("attachment", attachmentValues=WAYS, validate=NEEDED))
    assert [problem.path for problem in entry.problems()] == ["/data/a/key"]
    assert len(entry.question(QuestionPath("/data/a/key")).choices) == 3
    later = answered(entry, {"a/key": "2"})
    assert not later.problems()
    assert answers(later) == {"a": {"key": "ettersender"}}
    fetched = answered(entry, {"a/key": "3", "a/additionalDocumentation": "It is with you"})
    assert answers(fetched) == {"a": {"key": "nav", "additionalDocumentation": "It is with you"}}


def test_who_attaches_it_now_is_asked_for_the_paper_itself() -> None:
    entry = answered(opened(one("attachment", attachmentValues=WAYS)), {"a/key": "1"})
    assert [problem.key for problem in entry.problems()] == ["rule.min_items"]


def test_an_attachment_of_an_older_form_has_the_ways_that_it_writes_out() -> None:
    ways = [{"value": "nei", "label": "No paper"}, {"value": "ettersender", "label": "Later"}]
    entry = opened(one("attachment", values=ways))
    assert sent(answered(entry, {"a/key": "2"})) == {"a": {"key": "ettersender"}}


def test_a_needed_attachment_without_any_way_is_refused() -> None:
    assert refused(one("attachment", validate=NEEDED)) == ["attachment"]


def test_a_deadline_that_only_the_agencys_own_window_shows_is_told_to_the_author() -> None:
    assert told(one("attachment", attachmentValues=WAYS)) == [("showDeadline", Fate.NOT_SHOWN)]


def test_somebody_without_a_number_is_asked_for_their_day_of_birth() -> None:
    entry = opened(one("identity", validate=NEEDED))
    assert [problem.path for problem in entry.problems()] == ["/data/a/harDuFodselsnummer"]
    born = answered(entry, {"a/harDuFodselsnummer": "2", "a/fodselsdato": "1951-03-02"})
    assert not born.problems()
    assert sent(born) == {"a": {"harDuFodselsnummer": "nei", "fodselsdato": "1951-03-02"}}


def test_a_number_is_judged_by_its_check_digits() -> None:
    entry = answered(
        opened(one("identity")), {"a/harDuFodselsnummer": "1", "a/identitetsnummer": "12345678901"}
    )
    assert [problem.rule for problem in entry.problems()] == ["checkDigits"]


def test_an_address_asks_for_what_its_kind_has() -> None:
    entry = opened(one("navAddress", validate=NEEDED))
    box = {"a/borDuINorge": "1", "a/vegadresseEllerPostboksadresse": "2"}
    assert sorted(problem.path for problem in answered(entry, box).problems()) == [
        "/data/a/bySted~2",
        "/data/a/postboks",
        "/data/a/postnummer~2",
    ]


def test_a_country_is_sent_with_its_code_and_name() -> None:
    entry = opened(one("navAddress", addressType="FOREIGN_ADDRESS", validate=NEEDED))
    countries = entry.question(QuestionPath("/data/a/land")).choices
    place = next(one for one in countries if "Sverige" in str(one.label))
    done = answered(entry, {"a/adresse": "Storgatan 1", "a/land": place.value})
    assert not done.problems()
    assert answers(done) == {"a": {"adresse": "Storgatan 1", "land": {"value": "SE", "label": "Sverige"}}}


def test_an_address_holds_from_a_day_on() -> None:
    entry = opened(one("addressValidity", validate=NEEDED))
    assert [problem.path for problem in entry.problems()] == ["/data/a/gyldigFraOgMed"]


def test_the_target_group_is_worked_out_of_what_was_ticked_and_asked_of_nobody() -> None:
    boxes = [{"label": name, "value": name} for name in ("dagpenger", "ensligUtdanning", "annet")]
    group = one("maalgruppe", "group", calculateValue="value = instance.calculateMaalgruppeValue()")
    entry = opened(
        one(
            "selectboxes", "situation", values=boxes, customConditional="show = !data.inside.group.prefilled"
        ),
        {**one("container", "inside"), "components": [group]},
    )
    assert [question.path for question in entry.form.questions] == ["/data/situation"]

    def groups(ticked: str) -> object:
        told = sent(answered(entry, {"situation": ticked}))
        assert isinstance(told, dict)
        return told["inside"]

    assert groups("3") == {"group": {"calculated": {"maalgruppetype": "ANNET"}}}
    assert groups("1 2") == {"group": {"calculated": {"maalgruppetype": "ENSFORUTD"}}}


def test_a_target_group_with_a_script_of_its_own_is_none() -> None:
    assert refused(one("textfield", "b"), one("maalgruppe", calculateValue="value = 1")) == ["JavaScript"]
