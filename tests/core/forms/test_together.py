# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A group that wants its questions together is parted into pages by what the form asks, and never by answers."""

import pytest

from core.forms.definition import Form
from core.forms.together import FITS
from core.forms.xforms import load


def text(name: str, path: str = "/data/g", appearance: str = "") -> str:
    mark = f' appearance="{appearance}"' if appearance else ""
    return f'<input ref="{path}/{name}"{mark}><label>{name}</label></input>'


def choice(name: str, count: int, path: str = "/data/g", appearance: str = "") -> str:
    mark = f' appearance="{appearance}"' if appearance else ""
    items = "".join(f"<item><label>{n}</label><value>{n}</value></item>" for n in range(count))
    return f'<select1 ref="{path}/{name}"{mark}><label>{name}</label>{items}</select1>'


def upload(name: str) -> str:
    return f'<upload ref="/data/g/{name}" mediatype="image/*"><label>{name}</label></upload>'


def group(inside: str, appearance: str = "field-list", label: str = "<label>G</label>") -> str:
    return f'<group ref="/data/g" appearance="{appearance}">{label}{inside}</group>'


NAMES = "abcdefghij"


def form(body: str, binds: str = "") -> Form:
    nodes = "".join(f"<{name}/>" for name in NAMES)
    source = (
        '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" '
        'xmlns:jr="http://openrosa.org/javarosa">'
        f'<h:head><h:title>T</h:title><model><instance><data id="t"><g>{nodes}<r jr:template=""><p/><q/></r></g>'
        f"</data></instance>{binds}</model></h:head><h:body>{body}</h:body></h:html>"
    )
    found = load(source.encode())
    assert isinstance(found, Form), found
    return found


def pages(found: Form) -> list[str]:
    """The names on each page that is shared, in order; questions alone are left out."""
    return ["".join(path[-1] for path in page) for page in dict.fromkeys(found.together.values())]


def test_questions_of_a_field_list_share_a_page() -> None:
    assert pages(form(group(text("a") + text("b") + text("c")))) == ["abc"]


@pytest.mark.parametrize("appearance", ["", "w1", "field-lists"])
def test_questions_of_another_group_do_not(appearance: str) -> None:
    assert pages(form(group(text("a") + text("b"), appearance))) == []


def test_one_appearance_among_others_counts() -> None:
    assert pages(form(group(text("a") + text("b"), "w1 field-list"))) == ["ab"]


@pytest.mark.requirement("UND-01", part="questions on one page have few things to press")
def test_more_than_fit_are_parted_evenly() -> None:
    assert FITS == 4
    assert pages(form(group("".join(text(name) for name in "abcdef")))) == ["abc", "def"]


def test_days_and_choices_weigh_what_there_is_to_press() -> None:
    day = '<bind nodeset="/data/g/b" type="date"/>'
    assert pages(form(group(text("a") + text("b") + text("c") + text("d")), day)) == ["ab", "cd"]
    assert pages(form(group(text("a") + choice("b", 3) + choice("c", 2) + text("d")))) == ["ab", "cd"]


@pytest.mark.parametrize(
    "large",
    [
        upload("b"),
        choice("b", FITS + 1),
        text("b", appearance="multiline"),
        choice("b", 2, appearance="list-nolabel"),
    ],
    ids=["file", "many answers", "lines", "row of a table"],
)
def test_what_needs_a_page_of_its_own_parts_the_others(large: str) -> None:
    body = text("a") + text("c") + large + text("d") + text("e")
    assert pages(form(group(body))) == ["ac", "de"]


def test_a_secret_has_a_page_of_its_own() -> None:
    assert pages(form(group(text("a") + text("b") + text("c", appearance="masked")))) == ["ab"]


def test_a_group_inside_with_a_name_begins_a_page_and_one_without_does_not() -> None:
    inner = f"<group>{{}}{text('c') + text('d')}</group>"
    before = text("a") + text("b")
    assert pages(form(group(before + inner.format("")))) == ["abcd"]
    assert pages(form(group(before + inner.format("<label>Inside</label>")))) == ["ab", "cd"]


def test_the_questions_of_each_entry_of_a_list_share_a_page() -> None:
    inside = text("p", "/data/g/r") + text("q", "/data/g/r")
    listed = f'<group ref="/data/g/r"><label>R</label><repeat nodeset="/data/g/r">{inside}</repeat></group>'
    body = f"{text('a')}{listed}{text('b')}"
    assert pages(form(group(body))) == ["pq"]
    alone = f'<group ref="/data/g/r"><repeat nodeset="/data/g/r" appearance="field-list">{inside}</repeat></group>'
    assert pages(form(alone)) == ["pq"]


def test_a_note_stands_with_what_it_tells_of() -> None:
    note = '<bind nodeset="/data/g/b" readonly="true()"/>'
    assert pages(form(group("".join(text(name) for name in "abcde")), note)) == ["abcde"]
    assert pages(form(group(text("a") + text("b")), note)) == ["ab"]


def test_what_is_asked_at_two_places_stands_on_neither_page_and_parts_the_others() -> None:
    twice = group(text("a") + text("b") + text("c")) + group(text("d") + text("a") + text("e") + text("f"))
    assert pages(form(twice)) == ["bc", "ef"]
    outside = text("a") + text("b") + group(text("c") + text("a") + text("d") + text("e"))
    assert pages(form(outside)) == ["de"]
