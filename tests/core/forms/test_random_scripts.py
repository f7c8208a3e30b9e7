# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Following the changes gives what running every script anew gives, in random forms with scripts under random edits."""

from random import Random

import pytest

from core.forms.definition import AnswerType
from core.forms.entry import Entry
from core.forms.recomputing import everything
from core.ids import QuestionPath
from kiosk.scripting.process import ScriptProcess
from tests.support.form_scripts import scripted
from tests.support.formio_forms import Component, one

COUNT = 8
EXPRESSIONS = (
    "{a} + {b}",
    "({a} || 0) * 2 - ({b} || 0)",
    "[{a}, {b}].filter(x => x !== undefined && x !== '').length",
    "data.rows.reduce((sum, r) => sum + (r.x || 0), 0) + ({a} || 0)",
    "data.rows.length > 1 ? {a} : {b}",
)
CALCULATIONS = ("value = {};", "if ({a}) {{ value = {}; }}", "for (let i = 0; i < 3; i++) {{ value = {}; }}")
ROW = "value = row.x * 2 + (Number(data.q0) || 0)"


def component(place: int, chance: Random) -> Component:
    """A question whose scripts read earlier ones, so that nothing goes round in a circle."""
    kind = chance.choice(("textfield", "number"))
    names = [f"data.q{earlier}" for earlier in range(place)]
    if not names:
        return one(kind, f"q{place}")

    def expression() -> str:
        return chance.choice(EXPRESSIONS).format(a=chance.choice(names), b=chance.choice(names))

    rest: dict[str, object] = {}
    if chance.random() < 0.4:
        pattern = chance.choice(CALCULATIONS)
        rest["calculateValue"] = pattern.format(expression(), a=chance.choice(names))
        rest["allowCalculateOverride"] = chance.random() < 0.3
    if chance.random() < 0.3:
        rest["customConditional"] = f"show = ({expression()}) !== 3 && [1].length === 1;"
    return one(kind, f"q{place}", clearOnHide=chance.random() < 0.7, **rest)


def components(chance: Random) -> list[Component]:
    rows = {
        **one("datagrid", "rows"),
        "components": [one("number", "x"), one("number", "y", calculateValue=ROW)],
    }
    return [rows, *[component(place, chance) for place in range(COUNT)]]


def edited(entry: Entry, chance: Random) -> Entry:
    grid = QuestionPath("/data/rows[+]")
    if chance.random() < 0.2:
        there = len(entry.instances(grid))
        return entry.remove(grid, chance.randint(1, there)) if there > 2 else entry.add(grid)
    question = chance.choice([found for found in entry.questions() if found.type is not AnswerType.REPEAT])
    return entry.answer(question.path, chance.choice(("", "1", "2", "3", "x", "7.5")))


def different(entry: Entry) -> list[str]:
    anew = everything(entry.setting, entry._state)
    wrong = [
        entry.tree.nodes[node].path
        for node in entry.tree.live()
        if entry._state.cells[node] != anew.cells[node]
    ]
    shown = [found.path for found in entry.questions() if entry.relevant(found.path)]
    return wrong if [page.path for page in entry.pages()] == shown else [*wrong, "pages"]


def follow(seed: int, edits: int, engine: ScriptProcess) -> int:
    chance = Random(seed)
    entry = scripted(engine, *components(chance))
    for turn in range(edits):
        entry = edited(entry, chance)
        assert different(entry) == [], f"seed {seed}, edit {turn}"
    assert entry.failed_rules() == ()
    return len(entry.form.calculated)


def test_following_the_changes_gives_what_running_every_script_gives(engine: ScriptProcess) -> None:
    assert sum(follow(seed, 25, engine) for seed in range(10)) > 10


@pytest.mark.long
@pytest.mark.timeout(1_800)
@pytest.mark.parametrize("begin", range(0, 500, 100))
def test_a_hundred_edits_of_five_hundred_forms_with_scripts_are_followed(
    begin: int, engine: ScriptProcess
) -> None:
    for seed in range(begin, begin + 100):
        follow(seed, 100, engine)
