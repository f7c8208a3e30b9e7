# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The plain formulas of Form.io's scripts, and JSON logic: values as JavaScript has them, and what is refused."""

import json
import math
import random
from pathlib import Path

import pytest

from core.forms.expression.trouble import EvaluationError
from core.forms.formio.formula import UnreadableError, formula_of, variables
from core.forms.formio.formula_value import value_of_formula
from core.forms.formio.json_logic import Run, member, unknown

DATA = {
    "data": {"a": "ja", "n": 5, "many": ["x", "y"], "boxes": {"milk": True}, "rows": [{"q": 1}]},
    "row": {"a": "no"},
}


def find(name: str) -> object:
    return member(DATA, name)


@pytest.mark.parametrize(
    ("script", "value"),
    [
        ("show = data.a === 'ja';", True),
        ('show=\r\n(data.a == "ja") && !(row.a === "ja")', True),
        ("show = data.boxes.milk || data.boxes.kefir;", True),
        ("show = data['boxes']['kefir'] || 'none'", "none"),
        ("show = data.n * 2 - 1 > 8 ? 'more' : 'less'", "more"),
        ("show = data.n == '5'", True),
        ("show = data.n === '5'", False),
        ("show = data.none == null", True),
        ("show = data.many.includes('y') && data.many.length === 2", True),
        ("show = data.a.length > 1", True),
        ("show = 'a' + data.n + 1", "a51"),
        ("show = 1 + 2 * 3 % 2", 1.0),
        ("show = -data.n < +'3'", True),
        ("show = data.n / 0", math.inf),
        ("show = '10' < '9'", True),
        ("show = data.none > 1", False),
    ],
)
def test_a_formula_is_worked_out_as_javascript_does(script: str, value: object) -> None:
    assert value_of_formula(formula_of(script, "show"), find) == value


@pytest.mark.parametrize(
    "script",
    [
        "show = true; alert(1)",
        "valid = true",
        "show = window.name",
        "show = data.a.constructor('x')()",
        "show = data",
        "show = data.a = 'x'",
        "var show = 1",
        "while (true) {}",
        "show = _.some(data.many)",
        "show = data.a === 'it\\'s'",
        "show = (" + "(" * 100 + "1",
        "show = " + "!" * 3_000 + "1",
        "show = " + "1+" * 3_000 + "1",
        "show = data['a'",
        "show = 1 2",
        "show =",
        "show == true",
    ],
)
def test_whatever_is_more_than_a_formula_is_refused(script: str) -> None:
    with pytest.raises(UnreadableError):
        formula_of(script, "show")


@pytest.mark.parametrize("thrower", ["data.none.includes('x')", "data.none.length > 10"])
def test_what_javascript_throws_is_an_error(thrower: str) -> None:
    with pytest.raises(EvaluationError):
        value_of_formula(formula_of(f"show = {thrower}", "show"), find)


def test_a_formula_tells_what_it_reads() -> None:
    formula = formula_of("show = data.a ? row.b.length : data.c.includes(data['d'])", "show")
    assert list(variables(formula)) == ["data.a", "row.b", "data.c", "data.d"]


def test_any_text_is_read_or_refused() -> None:
    chance = random.Random(27)
    signs = "data row . ( ) ' ! === ? : a 1 2.5 + - [ ] includes length && || ; ="
    pieces = signs.split()
    read = 0
    for _ in range(5_000):
        try:
            formula = formula_of("show = " + " ".join(chance.choices(pieces, k=chance.randint(1, 9))), "show")
        except UnreadableError:
            continue
        read += 1
        try:
            value_of_formula(formula, find)
        except EvaluationError:
            continue
    assert read > 30


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        ({"==": [{"var": "data.n"}, "5"]}, True),
        ({"===": [{"var": "data.n"}, "5"]}, False),
        ({"if": [{"<": [1, {"var": "data.n"}, 9]}, "in", "out"]}, "in"),
        ({"and": [1, [], "x"]}, []),
        ({"or": [0, "", "x"]}, "x"),
        ({"in": ["y", {"var": "data.many"}]}, True),
        ({"var": ["data.none", "other"]}, "other"),
        ({"missing": ["data.a", "data.none"]}, ["data.none"]),
        ({"missing_some": [1, ["data.a", "data.none"]]}, []),
        ({"map": [[1, 2], {"*": [{"var": ""}, 2]}]}, [2.0, 4.0]),
        ({"filter": [[1, 2, 3], {">": [{"var": ""}, 1]}]}, [2, 3]),
        ({"reduce": [[1, 2], {"+": [{"var": "current"}, {"var": "accumulator"}]}, 0]}, 3.0),
        ({"all": [[], True]}, False),
        ({"some": [{"var": "data.rows"}, {"var": "q"}]}, True),
        ({"none": [[], True]}, True),
        ({"cat": ["a", 1, True]}, "a1true"),
        ({"substr": ["abcdef", -3, 2]}, "de"),
        ({"merge": [[1], 2]}, [1, 2]),
        ({"-": [3]}, -3.0),
        ({"max": [1, "3"]}, 3.0),
    ],
)
def test_json_logic_has_its_own_standard_s_values(rule: object, value: object) -> None:
    assert Run(find).value(rule) == value


RECORDED = json.loads(Path(__file__).with_name("json-logic-as-recorded.json").read_text("utf-8"))


def test_json_logic_gives_what_its_reference_engine_gave() -> None:
    """Rules by chance, worked out once by the engine that Form.io uses."""
    assert len(RECORDED["recorded"]) == 300
    for one in RECORDED["recorded"]:
        assert not list(unknown(one["rule"]))
        found = Run(lambda name: member(RECORDED["data"], name)).value(one["rule"])
        assert _plain(found) == one["value"], one["rule"]


def _plain(value: object) -> object:
    """A value as the recording has it: no number that is none."""
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
