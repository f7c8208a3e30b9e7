# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a script reads is known before it runs; what it uses that there is not here is refused by its name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.forms.formio.script_reading import script_of
from core.forms.formio.script_tokens import LONGEST, UnreadableScriptError, tokens


@pytest.mark.parametrize(
    ("code", "ways"),
    [
        ("value = 1", []),
        ("value = data.a + row.b", ["data.a", "row.b"]),
        ("value = data['a b'].c", ["data.a b.c"]),
        ("value = data?.a?.b?.['c']", ["data.a.b.c"]),
        ("value = `${data.a} and ${`${row.b}`} or {data.c}`", ["data.a", "row.b"]),
        ("value = data.list.map(one => one.x).length", ["data.list"]),
        ("value = data.list[0].x", ["data.list"]),
        ("value = data.list[data.n].x", ["data.list", "data.n"]),
        ("value = _.get(data, 'a.b', 0) + _.get(row, 'c')", ["data.a.b", "row.c"]),
        ("value = _.some(data.list, function (one) { return one.ok; })", ["data.list"]),
        ("value = submission.data.a", ["data.a"]),
        ("value = _.get(submission, 'data.a.b')", ["data.a.b"]),
        ("value = Object.keys(data).length", ["data"]),
        ("value = {...row}", ["row"]),
        ("value = 'data.a' + /data.b/.source // data.c\n /* data.d */", []),
        ("value = {data: 1, row: 2}", []),
        ("value = x.data; var x = {}", []),
        ("console.log('now', data.all, data); value = data.a", ["data.a"]),
        ("value = data.a / 2; value = data.b / 3", ["data.a", "data.b"]),
        ("value = component.label + input", []),
        ("for (const [k, v] of Object.entries(data.boxes)) { sum = v ? k : 0 } value = sum", ["data.boxes"]),
    ],
)
def test_a_script_tells_which_answers_it_reads(code: str, ways: list[str]) -> None:
    assert sorted(".".join(way) for way in script_of(code, "value").ways) == ways


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("value = utils.dataFetcher('x', submission)", "utils.dataFetcher"),
        ("value = instance.parent.root", "instance.parent"),
        ("value = moment().format()", "moment"),
        ("value = _.map(data.a)", "_.map"),
        ("value = _(data.a)", "_"),
        ("value = fetch('/x')", "fetch"),
        ("value = window.location", "window.location"),
        ("value = localStorage.x", "localStorage.x"),
        ("value = eval('1')", "eval"),
        ("value = new Function('return 1')()", "Function"),
        ("value = (() => 1).constructor('return 1')()", "constructor"),
        ("value = data.constructor", "constructor"),
        ("value = data['__proto__'].x", "__proto__"),
        ("value = Math.random()", "random"),
        ("value = (1234).toLocaleString()", "toLocaleString"),
        ("value = 'a'.localeCompare('b')", "localeCompare"),
        ("value = globalThis.x", "globalThis.x"),
        ("value = this.x", "this.x"),
        ("value = arguments[0]", "arguments"),
        ("value = await data.a", "await"),
        ("import('x')", "import"),
        ("with (data) { value = a }", "with"),
        ("data.a = 1", "data.a is changed"),
        ("data.a.b += 1", "data.a.b is changed"),
        ("++row.n", "row.n is changed"),
        ("delete data.a", "data.a is changed"),
        ("value = data.list.sort()", "sort of answers"),
        ("data = {}", "a data of its own"),
        ("const row = {}; value = row.a", "a row of its own"),
        ("value = value + 1", "the value that it has worked out before"),
        ("if (data.a) { value = 1 } value = value * 2", "the value that it has worked out before"),
        ("value = submission.owner", "submission.owner"),
        ("value = _.get(data, data.name)", "_.get by what is not a plain path"),
        ("value = form.title", "form.title"),
        ("value = d\\u0061ta.a", "a script that is not understood"),
        ("value = `${data.a", "a template without an end"),
        ("console.log(value = 3)", "console with more than answers"),
        ("value = console", "console"),
        (" " * LONGEST + "value = 1", f"a script of more than {LONGEST} characters"),
    ],
)
def test_what_there_is_not_here_is_refused_by_its_name(code: str, name: str) -> None:
    with pytest.raises(UnreadableScriptError) as refused:
        script_of(code, "value")
    assert str(refused.value) == name


def test_a_calculation_may_go_on_with_what_it_has_just_worked_out() -> None:
    assert script_of("value = data.a; value = Math.round(value * 10) / 10;", "value").ways == (("data", "a"),)


def test_a_condition_sees_no_answer_of_its_own_and_a_rule_does() -> None:
    with pytest.raises(UnreadableScriptError, match="value in a condition"):
        script_of("show = value === 1", "show")
    assert script_of("valid = input > 3", "valid").own
    assert not script_of("valid = data.a > 3", "valid").own


def test_answers_written_into_a_rule_are_refused() -> None:
    with pytest.raises(UnreadableScriptError, match="written into a script"):
        script_of("valid = '{{ data.a }}' === 'x'", "valid")


def test_what_the_console_would_write_is_cut_out() -> None:
    code = script_of("console.log(f(data.a), ')'); value = 2", "value").code
    assert code == "void 0; value = 2"


@given(st.text(alphabet="datrow.xyz_[]{}()'\"`$/\\=;,?:+ \n01", max_size=60))
def test_any_text_is_cut_or_refused(code: str) -> None:
    try:
        found = tokens(code)
    except UnreadableScriptError:
        return
    assert all(code[one.begin : one.end] == one.text for one in found if one.text not in ("(", ")"))
