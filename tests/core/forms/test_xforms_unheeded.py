# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an XForm says and nothing here carries out is told to its author with its place; the rest is carried out."""

import pytest

from core.forms.definition import Form
from core.forms.problems import Fate, FormProblems
from core.forms.xforms import load
from core.ids import Language, QuestionPath
from kiosk.authoring.form_check import passed_over
from tests.support import small_forms
from tests.support.small_forms import at, inputs


def notes(instance: str, binds: str = "", body: str = "", extra: str = "") -> list[tuple[str, str, Fate]]:
    form = small_forms.form(instance, binds, body, extra)
    return [(one.place.partition(" line")[0], one.construct, one.fate) for one in form.notes]


@pytest.mark.parametrize(
    ("binds", "construct", "fate"),
    [
        ('jr:preload="property" jr:preloadParams="deviceid"', "property deviceid", Fate.STAYS_EMPTY),
        ('jr:preload="property" jr:preloadParams="email"', "property email", Fate.STAYS_EMPTY),
        ('jr:preload="context" jr:preloadParams="UserID"', "context UserID", Fate.STAYS_EMPTY),
        ('jr:preload="timestamp" jr:preloadParams="sometime"', "preload timestamp sometime", Fate.NO_EFFECT),
        ('orx:max-pixels="1024"', "max-pixels", Fate.NO_EFFECT),
        ('jr:noAppErrorString="Install it"', "noAppErrorString", Fate.NO_EFFECT),
        ('p3ptype="x"', "p3ptype", Fate.NO_EFFECT),
    ],
)
def test_attributes_of_a_bind_that_nothing_carries_out_are_told(
    binds: str, construct: str, fate: Fate
) -> None:
    told = notes("<a/>", f'<bind nodeset="/data/a" {binds}/>', inputs("a"))
    assert told == [("<bind /data/a>", construct, fate)]


@pytest.mark.parametrize(
    ("extra", "construct"),
    [
        ('<submission orx:auto-send="true"/>', "auto-send"),
        ('<submission orx:auto-delete="true"/>', "auto-delete"),
        ('<submission action="https://elsewhere.example/"/>', "action"),
        ('<submission ref="/data/a"/>', "ref"),
        ("<magic/>", "magic"),
    ],
)
def test_what_a_model_says_beyond_the_form_is_told(extra: str, construct: str) -> None:
    assert [one[1:] for one in notes("<a/>", "", inputs("a"), extra)] == [(construct, Fate.NO_EFFECT)]


@pytest.mark.parametrize(
    ("appearance", "told"),
    [
        ("minimal columns-3 w2 no-calendar", []),
        ("multiline masked", []),
        ("ethiopian", ["appearance ethiopian"]),
        ("ex:org.example.app(a='b c') w1", ["appearance ex:org.example.app"]),
        ("printer:org.example bearing", ["appearance printer:org.example", "appearance bearing"]),
    ],
)
def test_an_appearance_that_is_not_known_is_told(appearance: str, told: list[str]) -> None:
    body = f'<input ref="/data/a" appearance="{appearance}"><label>a</label></input>'
    assert [construct for _, construct, _ in notes("<a/>", "", body)] == told


def test_actions_metadata_and_children_that_nothing_carries_out_are_told() -> None:
    instance = "<a/><orx:meta><orx:audit/><orx:deviceID/><orx:instanceID/></orx:meta>"
    body = (
        '<input ref="/data/a"><label>a</label><alert>no</alert>'
        '<odk:setgeopoint event="odk-instance-first-load" ref="/data/a"/></input>'
    )
    assert notes(instance, "", body) == [
        ("<audit>", "audit", Fate.NO_EFFECT),
        ("<deviceID>", "deviceID", Fate.STAYS_EMPTY),
        ("<setgeopoint /data/a>", "setgeopoint", Fate.STAYS_EMPTY),
        ("<input /data/a>", "alert", Fate.NO_EFFECT),
    ]


def test_answers_of_the_last_time_are_empty_and_told() -> None:
    source = small_forms.source("<a>x</a>", "", inputs("a")).replace(
        b"</instance>", b'</instance><instance id="last" src="jr://instance/last-saved"/>', 1
    )
    form = load(source)
    assert isinstance(form, Form)
    assert [(one.construct, one.fate) for one in form.notes] == [("last-saved", Fate.STAYS_EMPTY)]
    assert "are empty in every visit" in next(passed_over(form.notes))


def test_help_stands_where_guidance_does() -> None:
    form = small_forms.form(
        "<a/>", "", '<input ref="/data/a"><label>a</label><hint>h</hint><help>Ask at the desk.</help></input>'
    )
    assert form.notes == ()
    assert form.questions[0].guidance.best(Language("en")).parts == ("Ask at the desk.",)


def test_a_list_that_nobody_may_change_keeps_the_rows_that_it_has() -> None:
    body = (
        '<group ref="/data/row"><repeat nodeset="/data/row" jr:noAddRemove="true()">'
        '<input ref="/data/row/a"><label>a</label></input></repeat></group>'
    )
    entry = small_forms.entry("<row><a>1</a></row><row><a>2</a></row>", "", body)
    assert [one.path for one in entry.pages()] == ["/data/row[1]/a", "/data/row[2]/a"]
    assert entry.raw(QuestionPath("/data/row[2]/a")) == "2"


def test_two_blocks_of_metadata_are_refused_in_their_own_words() -> None:
    found = load(
        small_forms.source(
            "<a/><meta><instanceID/></meta><orx:meta><orx:instanceID/></orx:meta>", "", inputs("a")
        )
    )
    assert isinstance(found, FormProblems)
    assert [(one.place, one.key) for one in found.problems] == [(at("meta"), "form.two_metas")]
