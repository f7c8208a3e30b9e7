# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The state of a form being filled: the answer, value and relevance of each node; it computes no rule."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

from core.forms.answers import read
from core.forms.column import Column
from core.forms.definition import Form
from core.forms.expression.values import Scalar
from core.forms.instance import Tree
from core.forms.planting import bare
from core.ids import SubmissionId


@dataclass(frozen=True, slots=True)
class Setting:
    """What stays the same while a form is filled."""

    form: Form
    submission: SubmissionId
    today: date
    now: datetime


class Cell(NamedTuple):
    """One node of the primary instance.

    `text` is the lexical form to send, `value` the typed value; both are kept while the node is not relevant.
    `relevant` includes the relevance of all groups around it. `raw` is what was typed or given, None when the value
    is a calculation's.
    """

    text: str = ""
    value: Scalar = ""
    relevant: bool = True
    raw: str | None = None


@dataclass(frozen=True, slots=True)
class State:
    """The instance with its nodes, and the cells by the numbers of the nodes.

    `turns` counts the changes of relevance and of instances so far, so that it tells whether the same questions are
    asked. `failed` are the rules that had no result. `aside` are instances that a count has taken out: they come back
    with their answers when the count grows again.
    """

    cells: Column[Cell]
    tree: Tree
    turns: int = 0
    failed: frozenset[int] = frozenset()
    aside: tuple[int, ...] = ()


def opening(form: Form) -> State:
    """The state of an empty form without any instance of its repeats, before any default and any rule."""
    return State(Column([Cell()] * len(form.tree.nodes)), bare(form.tree))


def given(setting: Setting, state: State, node: int, raw: str) -> State:
    """The state with a node's text typed or given, before anything that depends on it is computed."""
    reading = read(raw, setting.form.binds[state.tree.origin(node)].type, setting.now.tzinfo)
    cells = state.cells.copy()
    cells[node] = cells[node]._replace(text=reading.text, value=reading.value, raw=raw)
    return replace(state, cells=cells)
