# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Unions, `//` and the axes of XPath 1.0 lead where they say, in the order of the document, and are followed."""

import pytest

from core.forms.entry import Entry
from core.forms.expression.evaluate import evaluate
from core.forms.expression.parser import parse
from core.forms.expression.trouble import BudgetExceededError, EvaluationError
from core.forms.expression.values import NodeSet
from core.forms.problems import FormProblems
from core.forms.recomputing import everything
from core.forms.seen import Seen
from core.forms.xforms import load
from core.ids import QuestionPath
from tests.support import small_forms
from tests.support.small_forms import at, inputs

INSTANCE = "<a>1</a><b>2</b><g><a>3</a><h><a>4</a><b>5</b></h></g>"


def seen(entry: Entry) -> Seen:
    return Seen(entry.setting, entry._state, entry.form.default_language)


def led_to(source: str) -> list[str]:
    found = evaluate(parse(source), seen(small_forms.entry(INSTANCE)), 0)
    assert isinstance(found, NodeSet)
    return [found.tree.nodes[node].path for node in found.nodes]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("/data/b | /data/a", ["/data/a", "/data/b"]),
        ("/data/a | /data/a | a", ["/data/a"]),
        ("//a", ["/data/a", "/data/g/a", "/data/g/h/a"]),
        ("/data/g//a", ["/data/g/a", "/data/g/h/a"]),
        (".//h//b", ["/data/g/h/b"]),
        ("//*[b]", ["/data", "/data/g/h"]),
        ("//a[1]", ["/data/a", "/data/g/a", "/data/g/h/a"]),
        ("(//a)[1]", ["/data/a"]),
        ("(//b | //a)[last()]", ["/data/g/h/b"]),
        ("(/data/g | /data/g/h)/a", ["/data/g/a", "/data/g/h/a"]),
        ("/descendant::a[2]", ["/data/g/a"]),
        ("//h/ancestor::*", ["/data", "/data/g"]),
        ("//h/ancestor::*[1]", ["/data/g"]),
        ("//h/ancestor-or-self::h", ["/data/g/h"]),
        ("/data/a/following-sibling::*", ["/data/b", "/data/g"]),
        ("/data/g/preceding-sibling::*[1]", ["/data/b"]),
        (
            "/data/g/descendant-or-self::*",
            ["/data/g", "/data/g/a", "/data/g/h", "/data/g/h/a", "/data/g/h/b"],
        ),
        ("//@version", ["/data/@version"]),
        ("/data/@*", ["/data/@id", "/data/@version"]),
        ("//@id/following-sibling::*", []),
        ("//nowhere", []),
    ],
)
def test_a_path_leads_where_it_says_and_in_document_order(source: str, wanted: list[str]) -> None:
    assert led_to(source) == wanted


def test_a_union_binds_tighter_than_a_sign_and_its_parts_are_paths() -> None:
    world = seen(small_forms.entry(INSTANCE))
    assert evaluate(parse("-/data/b | /data/a"), world, 0) == -1
    with pytest.raises(EvaluationError):
        evaluate(parse("1 | 2"), world, 0)


def test_paths_that_meet_again_and_again_end_within_their_budget() -> None:
    world = seen(small_forms.entry("<a/>" * 1 + "".join(f"<n{number}/>" for number in range(2_000))))
    with pytest.raises(BudgetExceededError):
        evaluate(parse("//*[//*[//*]]"), world, 0)


def test_a_step_that_passes_many_nodes_and_leads_to_none_is_paid_for() -> None:
    attributes = " ".join(f'a{number}=""' for number in range(2_000))
    rows = f'<instance id="x"><root {attributes}>{"<n/>" * 2_000}</root></instance>'
    source = small_forms.source("<a/>", "", small_forms.inputs("a"))
    world = seen(small_forms.begun_from(source.replace(b"</instance>", f"</instance>{rows}".encode(), 1)))
    for one in (
        "../n0",
        "../@b",
        "preceding-sibling::b",
        "following-sibling::b",
        "..//b",
        "position(.) > 9999",
    ):
        with pytest.raises(BudgetExceededError):
            evaluate(parse(f"instance('x')/root/n[{one}]"), world, 0)


def test_a_rule_that_passes_many_nodes_and_leads_to_none_is_refused() -> None:
    rule = "//*/preceding-sibling::nowhere"
    bind = f'<bind nodeset="/data/a" relevant="{rule}"/>'
    found = load(small_forms.source("<a/>" + "".join(f"<n{n}/>" for n in range(2_000)), bind, inputs("a")))
    assert isinstance(found, FormProblems)
    assert {one.key for one in found.problems} == {"form.too_entangled"}


LIST = '<row jr:template=""><n/><s/></row><all/><kept/>'
BINDS = (
    '<bind nodeset="/data/row/n" type="int"/>'
    '<bind nodeset="/data/row/s" calculate="sum(../preceding-sibling::row/n | ../n)"/>'
    '<bind nodeset="/data/all" calculate="count(//n[. &gt; 1])"/>'
    '<bind nodeset="/data/kept" relevant="(/data/row | /data/all)/n = 7"/>'
)
BODY = (
    '<group ref="/data/row"><repeat nodeset="/data/row"><input ref="/data/row/n"><label>n</label></input>'
    '<input ref="/data/row/s"><label>s</label></input></repeat></group>' + small_forms.inputs("all", "kept")
)


def test_rules_with_unions_and_axes_follow_the_rows_of_a_list() -> None:
    entry = small_forms.entry(LIST, BINDS, BODY)
    for number, given in enumerate(("1", "2", "4"), 1):
        entry = entry.add(QuestionPath("/data/row[+]"))
        entry = entry.answer(QuestionPath(f"/data/row[{number}]/n"), given)
    sums = [entry.raw(QuestionPath(f"/data/row[{number}]/s")) for number in (1, 2, 3)]
    assert (sums, entry.raw(at("all")), entry.relevant(at("kept"))) == (["1", "3", "7"], "2", False)
    entry = entry.answer(QuestionPath("/data/row[1]/n"), "7")
    sums = [entry.raw(QuestionPath(f"/data/row[{number}]/s")) for number in (1, 2, 3)]
    assert (sums, entry.raw(at("all")), entry.relevant(at("kept"))) == (["7", "9", "13"], "3", True)
    entry = entry.remove(QuestionPath("/data/row[+]"), 1)
    sums = [entry.raw(QuestionPath(f"/data/row[{number}]/s")) for number in (1, 2)]
    assert (sums, entry.raw(at("all")), entry.relevant(at("kept"))) == (["2", "6"], "2", False)
    anew = everything(entry.setting, entry._state)
    assert all(entry._state.cells[node] == anew.cells[node] for node in range(len(entry.tree.nodes)))


def test_the_answers_by_the_name_of_their_instance_are_followed_too() -> None:
    source = small_forms.source(
        "<a/><b/>",
        """<bind nodeset="/data/b" relevant="instance('own')/data/a = 'x'"/>""",
        small_forms.inputs("a", "b"),
    ).replace(b"<instance>", b'<instance id="own">')
    entry = small_forms.begun_from(source)
    assert not entry.relevant(at("b"))
    assert entry.answer(at("a"), "x").relevant(at("b"))


def test_choices_may_be_found_anywhere_in_a_list() -> None:
    lists = (
        '<instance id="towns"><root><north><item><name>a</name><label>A</label></item></north>'
        "<south><item><name>b</name><label>B</label></item></south></root></instance>"
    )
    source = small_forms.source(
        "<q/>",
        "",
        """<select1 ref="/data/q"><label>q</label><itemset nodeset="instance('towns')//item[name != 'a']">"""
        '<value ref="name"/><label ref="label"/></itemset></select1>',
    ).replace(b"</instance>", b"</instance>" + lists.encode(), 1)
    entry = small_forms.begun_from(source)
    assert [one.value for one in entry.choices(entry.question(at("q")))] == ["b"]
