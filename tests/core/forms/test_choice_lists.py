# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists to choose from that depend on other answers: the quick way finds what the filter itself finds."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.expression.evaluate import evaluate
from core.forms.expression.values import NodeSet
from core.forms.problems import FormProblems
from core.forms.seen import Seen
from core.forms.xforms import load
from core.ids import QuestionPath
from tests.support import small_forms
from tests.support.corpora import corpora
from tests.support.form_filling import begun

FILTERS = (
    "[land = /data/land]",
    "[land = /data/land and kind = 'x']",
    "[kind = 'x' and land = current()/../land]",
    "[land != /data/land]",
    "[land = /data/land or kind = 'y']",
    "[land = /data/land][kind = 'x']",
    "[kind = /data/number]",
    "[position() &lt; 3]",
)
WORDS = st.sampled_from(["", "x", "y", "1", "01", "1.0"])
ITEMS = st.lists(st.tuples(WORDS, st.none() | WORDS), min_size=1, max_size=8)


def listed(items: list[tuple[str, str | None]], chosen_filter: str) -> Entry:
    rows = "".join(
        f"<item><name>{place}</name><label>No. {place}</label><land>{land}</land>"
        + (f"<kind>{kind}</kind>" if kind is not None else "")
        + "</item>"
        for place, (land, kind) in enumerate(items)
    )
    body = (
        '<input ref="/data/land"/><input ref="/data/number"/><select1 ref="/data/city">'
        f"<itemset nodeset=\"instance('list')/root/item{chosen_filter}\">"
        "<value ref='name'/><label ref='label'/></itemset>"
        "</select1>"
    )
    source = small_forms.source("<land/><number/><city/>", '<bind nodeset="/data/number" type="int"/>', body)
    instance = f'<instance id="list"><root>{rows}</root></instance></model>'
    form = load(source.replace(b"</model>", instance.encode()))
    assert isinstance(form, Form)
    return begun(form)


@given(ITEMS, st.sampled_from(FILTERS), WORDS, st.sampled_from(["", "1", "7"]))
@settings(max_examples=200, deadline=None)
def test_the_choices_are_those_that_the_filter_gives(
    items: list[tuple[str, str | None]], chosen_filter: str, land: str, number: str
) -> None:
    entry = listed(items, chosen_filter)
    entry = entry.answer(QuestionPath("/data/land"), land).answer(QuestionPath("/data/number"), number)
    question = entry.form.question(QuestionPath("/data/city"))
    assert question.itemset is not None
    seen = Seen(entry.setting, entry._state, entry.form.default_language)
    nodes = evaluate(question.itemset.nodes, seen, question.node)
    assert isinstance(nodes, NodeSet)
    wanted = [question.itemset.choices[node].value for node in nodes.nodes]
    assert [choice.value for choice in entry.choices(question)] == wanted


@pytest.mark.parametrize("chosen_filter", FILTERS[:3])
def test_the_usual_filters_have_an_index(chosen_filter: str) -> None:
    question = listed([("x", "y")], chosen_filter).form.question(QuestionPath("/data/city"))
    assert question.itemset is not None
    assert question.itemset.index is not None


def test_a_ward_is_found_among_eleven_thousand_at_once() -> None:
    name = "nigeria_wards_internal_2ndry_instance_minified.xml"
    form = load((corpora() / "xforms" / "javarosa" / name).read_bytes())
    assert isinstance(form, Form)
    entry = begun(form)
    for question in form.questions[:2]:
        entry = entry.answer(question.path, entry.choices(question)[0].value)
    ward = form.questions[2]
    spent: list[float] = []
    found = entry.choices(ward)
    for _ in range(20):
        began = time.perf_counter()
        found = entry.choices(ward)
        spent.append(time.perf_counter() - began)
    print(f"{len(found)} of {len(ward.choices)} wards in {sorted(spent)[10] * 1e6:.0f} µs")
    assert 0 < len(found) < 100 < len(ward.choices)
    assert sorted(spent)[10] < 0.01


def test_a_list_that_is_found_to_and_fro_between_its_rows_is_refused_soon() -> None:
    rows = "<item><name>a</name><label>A</label></item>" * 4_000
    source = small_forms.source(
        "<q/>",
        "",
        """<select1 ref="/data/q"><label>q</label><itemset nodeset="instance('x')/root/item/following-sibling::*">"""
        '<value ref="name"/><label ref="label"/></itemset></select1>',
    ).replace(b"</instance>", f'</instance><instance id="x"><root>{rows}</root></instance>'.encode(), 1)
    began = time.process_time()
    found = load(source)
    assert isinstance(found, FormProblems)
    assert [one.key for one in found.problems] == ["form.too_large"]
    assert time.process_time() - began < 5
