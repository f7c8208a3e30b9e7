# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Following the changes gives what computing everything anew gives, in random forms under random edits."""

from collections.abc import Callable
from random import Random

import pytest

from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.recomputing import everything
from tests.support.form_filling import begun
from tests.support.random_formio import random_formio
from tests.support.random_forms import edited, random_form, random_schema

FORMS = 1_000
EDITS = 100


def different(entry: Entry) -> list[str]:
    """The nodes that stand otherwise than computing everything would leave them, and pages that do."""
    anew = everything(entry.setting, entry._state)
    tree = entry.tree
    wrong = [
        tree.nodes[node].path
        for node in range(len(tree.nodes))
        if entry._state.cells[node] != anew.cells[node]
    ]
    shown = [one.path for one in entry.questions() if entry.relevant(one.path)]
    return wrong if [one.path for one in entry.pages()] == shown else [*wrong, "pages"]


def follow(made: Callable[[int], Form], seed: int, edits: int) -> None:
    entry, chance = begun(made(seed)), Random(seed)
    for turn in range(edits):
        entry = edited(entry, chance)
        assert different(entry) == [], f"seed {seed}, edit {turn}"


@pytest.mark.parametrize("made", [random_form, random_schema, random_formio])
def test_following_the_changes_gives_what_computing_everything_gives(made: Callable[[int], Form]) -> None:
    for seed in range(12):
        follow(made, seed, 40)


@pytest.mark.long
@pytest.mark.parametrize("made", [random_form, random_schema, random_formio])
@pytest.mark.parametrize("begin", range(0, FORMS, 100))
def test_a_hundred_edits_of_a_thousand_forms_are_followed(made: Callable[[int], Form], begin: int) -> None:
    for seed in range(begin, begin + 100):
        follow(made, seed, EDITS)
