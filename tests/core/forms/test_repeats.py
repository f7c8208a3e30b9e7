# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Repeats: instances come and go by hand and by a count, and rules see those that they mean."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from core.forms.definition import MOST_INSTANCES
from core.forms.entry import Entry
from core.forms.recomputing import everything
from core.forms.submission_xml import to_xml
from core.ids import Language, QuestionPath
from tests.support import small_forms

MORE = QuestionPath("/data/p[+]")


def path(place: str) -> QuestionPath:
    return QuestionPath(f"/data/{place}")


def people(binds: str = "", extra: str = "", controls: str = "", count: str = "") -> Entry:
    """A form that asks for people with a name and an age, none at first."""
    body = f'<group ref="/data/p"><label>Person</label><repeat nodeset="/data/p" {count}>{controls}'
    body += "".join(f'<input ref="/data/p/{name}"><label>{name}</label></input>' for name in ("name", "age"))
    instance = f'{extra}<p jr:template=""><name/><age/><sum/><place/></p>'
    binds = '<bind nodeset="/data/p/age" type="int"/>' + binds
    return small_forms.entry(instance, binds, f"{body}</repeat></group>")


def with_ages(entry: Entry, *ages: str) -> Entry:
    for place, age in enumerate(ages, 1):
        entry = entry.add(MORE).answer(path(f"p[{place}]/age"), age)
    return entry


def value(entry: Entry, name: str, place: int = 0) -> str:
    """The value of `/data/name`, or of a leaf in an instance of the repeat."""
    tree = entry.tree
    above = tree.children(0, "p")[place - 1] if place else 0
    return entry.value_text(tree.children(above, name)[0])


def names(entry: Entry) -> list[str]:
    return [str(question.path).removeprefix("/data/") for question in entry.pages()]


def test_instances_are_added_at_the_end_and_asked_in_order() -> None:
    entry = people()
    assert names(entry) == ["p[+]"]
    entry = entry.add(MORE).add(MORE)
    assert names(entry) == ["p[1]/name", "p[1]/age", "p[2]/name", "p[2]/age", "p[+]"]
    assert entry.group_label(path("p[2]/name"), Language("en")).text == "Person"


def test_an_instance_is_removed_with_its_answers_and_the_others_keep_theirs() -> None:
    entry = with_ages(people(), "1", "2", "3")
    fewer = entry.remove(MORE, 2)
    assert [value(fewer, "age", place) for place in (1, 2)] == ["1", "3"]
    assert [value(entry, "age", place) for place in (1, 2, 3)] == ["1", "2", "3"]
    with pytest.raises(IndexError):
        fewer.remove(MORE, 3)


def test_a_path_inside_a_repeat_means_the_same_instance() -> None:
    entry = people('<bind nodeset="/data/p/sum" calculate="/data/p/age + ../age"/>')
    entry = with_ages(entry, "1", "20")
    assert [value(entry, "sum", place) for place in (1, 2)] == ["2", "40"]


def test_a_path_from_outside_means_every_instance() -> None:
    binds = '<bind nodeset="/data/all" calculate="sum(/data/p/age)"/>'
    binds += '<bind nodeset="/data/many" calculate="count(/data/p)"/>'
    entry = with_ages(people(binds, "<all/><many/>"), "1", "20", "300")
    assert (value(entry, "all"), value(entry, "many")) == ("321", "3")
    entry = entry.answer(path("p[1]/age"), "4").remove(MORE, 2)
    assert (value(entry, "all"), value(entry, "many")) == ("304", "2")


def test_a_rule_may_look_at_the_other_instances() -> None:
    binds = '<bind nodeset="/data/p/sum" calculate="sum(../../p/age)"/>'
    binds += '<bind nodeset="/data/p/place" calculate="position(..)"/>'
    entry = with_ages(people(binds), "1", "20", "300")
    assert [value(entry, "sum", place) for place in (1, 2, 3)] == ["321"] * 3
    entry = entry.remove(MORE, 1)
    assert [(value(entry, "sum", place), value(entry, "place", place)) for place in (1, 2)] == [
        ("320", "1"),
        ("320", "2"),
    ]


def test_indexed_repeat_finds_an_instance_by_its_number() -> None:
    binds = '<bind nodeset="/data/one" calculate="indexed-repeat(/data/p/age, /data/p, /data/which)"/>'
    entry = with_ages(people(binds, "<which>2</which><one/>"), "1", "20", "300")
    assert value(entry, "one") == "20"
    assert value(entry.remove(MORE, 1), "one") == "300"
    assert value(entry.remove(MORE, 3).remove(MORE, 2), "one") == ""


def test_relevance_and_problems_are_each_instances_own() -> None:
    binds = '<bind nodeset="/data/p/name" relevant="../age &gt; 17" required="true()"/>'
    entry = with_ages(people(binds), "3", "30")
    assert names(entry) == ["p[1]/age", "p[2]/name", "p[2]/age", "p[+]"]
    assert [str(one.path) for one in entry.problems()] == ["/data/p[2]/name"]


def test_a_count_rules_how_many_there_are_and_brings_answers_back() -> None:
    counted = people(extra="<n/>", controls='<input ref="/data/n"/>', count='jr:count="/data/n"')
    assert names(counted) == []
    binds = '<bind nodeset="/data/n" type="int"/><bind nodeset="/data/p/age" type="int"/>'
    body = '<input ref="/data/n"/><group ref="/data/p"><repeat nodeset="/data/p" jr:count="/data/n">'
    body += '<input ref="/data/p/age"/></repeat></group>'
    entry = small_forms.entry('<n/><p jr:template=""><age/></p>', binds, body).answer(path("n"), "2")
    assert names(entry) == ["n", "p[1]/age", "p[2]/age"]
    entry = entry.answer(path("p[2]/age"), "7").answer(path("n"), "1")
    assert names(entry) == ["n", "p[1]/age"]
    assert value(entry.answer(path("n"), "3"), "age", 2) == "7"
    many = entry.answer(path("n"), "999999")
    assert len(many.tree.children(0, "p")) == MOST_INSTANCES


def test_repeats_inside_repeats_are_their_own() -> None:
    body = (
        '<repeat nodeset="/data/p"><input ref="/data/p/a"/><repeat nodeset="/data/p/q">'
        '<input ref="/data/p/q/b"/></repeat></repeat>'
    )
    binds = (
        '<bind nodeset="/data/p/all" calculate="sum(/data/p/q/b)"/><bind nodeset="/data/p/q/b" type="int"/>'
    )
    entry = small_forms.entry('<p jr:template=""><a/><all/><q jr:template=""><b/></q></p>', binds, body)
    entry = entry.add(MORE).add(MORE)
    entry = entry.add(path("p[1]/q[+]")).add(path("p[2]/q[+]")).add(path("p[2]/q[+]"))
    assert names(entry) == [
        *("p[1]/a", "p[1]/q[1]/b", "p[1]/q[+]"),
        *("p[2]/a", "p[2]/q[1]/b", "p[2]/q[2]/b", "p[2]/q[+]", "p[+]"),
    ]
    for place, raw in (("p[1]/q[1]/b", "5"), ("p[2]/q[1]/b", "6"), ("p[2]/q[2]/b", "7")):
        entry = entry.answer(path(place), raw)
    assert [value(entry, "all", place) for place in (1, 2)] == ["5", "13"]


def test_values_are_set_when_an_instance_is_added_and_when_an_answer_changes() -> None:
    added = '<setvalue event="odk-new-repeat" ref="/data/p/name" value="concat(\'n\', position(..))"/>'
    entry = with_ages(people(controls=added), "1", "2")
    assert [value(entry, "name", place) for place in (1, 2)] == ["n1", "n2"]
    action = '<setvalue event="xforms-value-changed" ref="/data/p/name">x</setvalue>'
    changed = f'<input ref="/data/p/place">{action}</input>'
    entry = with_ages(people(controls=changed), "1", "2").answer(path("p[2]/place"), "somewhere")
    assert [value(entry, "name", place) for place in (1, 2)] == ["", "x"]


def test_a_submission_has_every_instance_in_order_and_no_template() -> None:
    entry = with_ages(people(), "1", "20")
    root = etree.fromstring(to_xml(entry))
    assert [one.findtext("age") for one in root.findall("p")] == ["1", "20"]
    assert b"template" not in to_xml(people())
    assert etree.fromstring(to_xml(people())).findall("p") == []


@dataclass(frozen=True)
class Edit:
    """One random thing that a person does."""

    what: str
    place: int
    raw: str


EDITS = st.lists(
    st.builds(
        Edit,
        st.sampled_from(["add", "add", "remove", "age", "name", "n"]),
        st.integers(1, 4),
        st.sampled_from(["", "1", "2", "3", "18", "x"]),
    ),
    max_size=14,
)
RULES = st.sampled_from(
    [
        (("p/sum", "calculate", "sum(../../p/age) + /data/n"),),
        (("p/sum", "calculate", "../age * position(..)"), ("p", "relevant", "/data/n != 2")),
        (("p/name", "relevant", "../age &gt; 1"), ("all", "calculate", "count-non-empty(/data/p/name)")),
        (("p/place", "calculate", "count(../../p[age &gt; current()/../age])"),),
        (
            ("all", "calculate", "indexed-repeat(/data/p/sum, /data/p, /data/n)"),
            ("p/sum", "calculate", "/data/p/age + 1"),
        ),
    ]
)
Rules = tuple[tuple[str, str, str], ...]


@given(RULES, EDITS)
@settings(max_examples=120, deadline=None)
def test_following_the_changes_gives_what_computing_everything_gives(rules: Rules, edits: list[Edit]) -> None:
    body = '<input ref="/data/n"/><group ref="/data/p"><repeat nodeset="/data/p">'
    body += "".join(f'<input ref="/data/p/{name}"/>' for name in ("name", "age")) + "</repeat></group>"
    binds = '<bind nodeset="/data/n" type="int"/><bind nodeset="/data/p/age" type="int"/>'
    binds += "".join(f'<bind nodeset="/data/{node}" {rule}="{source}"/>' for node, rule, source in rules)
    entry = small_forms.entry("<n/><all/><p><name/><age/><sum/><place/></p>", binds, body)
    for edit in edits:
        entry = done(entry, edit)
        anew = everything(entry.setting, entry._state)
        live = list(entry.tree.live())
        assert [entry._state.cells[node] for node in live] == [anew.cells[node] for node in live]


def done(entry: Entry, edit: Edit) -> Entry:
    many = len(entry.tree.children(0, "p"))
    there = {question.path for question in entry.pages()}
    match edit.what:
        case "add":
            return entry.add(MORE) if MORE in there and many < 4 else entry
        case "remove":
            return entry.remove(MORE, edit.place) if MORE in there and edit.place <= many else entry
        case "n":
            return entry.answer(path("n"), edit.raw)
        case _:
            where = path(f"p[{edit.place}]/{edit.what}")
            return entry.answer(where, edit.raw) if where in there else entry
