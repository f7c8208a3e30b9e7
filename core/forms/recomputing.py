# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings values and relevance up to date after an answer: only what depends on it, in order, within a budget."""

import heapq
from collections.abc import Iterable
from dataclasses import replace

from core.forms.answers import computed
from core.forms.column import Column
from core.forms.definition import Form
from core.forms.dependencies import Rule
from core.forms.expression.evaluate import STEPS, Evaluation, Focus
from core.forms.expression.tree import Expression
from core.forms.expression.trouble import ExpressionError
from core.forms.expression.values import Value, scalar, to_boolean
from core.forms.seen import Seen
from core.forms.state import Cell, Setting, State

ROUND_STEPS = 1_000_000
"""Steps of all rules after one answer, about two seconds. The largest published form begins with 500."""


class Round:
    """One round of rules: what they see, what they may still spend, and which of them (by number) had no result."""

    def __init__(self, seen: Seen, failed: Iterable[int] = ()) -> None:
        self._seen = seen
        self._left = ROUND_STEPS
        self.failed = set(failed)

    def value(self, expression: Expression, node: int, number: int = -1) -> Value | None:
        """The value of a rule's expression; None, and a note in `failed`, when it has none for these answers."""
        evaluation = Evaluation(self._seen, node, min(STEPS, self._left))
        try:
            value = evaluation.value(expression, Focus(self._seen.primary, node))
        except ExpressionError:
            self.failed.add(number)
            return None
        finally:
            self._left = max(0, self._left - evaluation.spent)
        self.failed.discard(number)
        return value

    def truth(self, expression: Expression, node: int, *, otherwise: bool, number: int = -1) -> bool:
        """The truth of a rule's expression, or `otherwise` when it has no value."""
        value = self.value(expression, node, number)
        return otherwise if value is None else to_boolean(value)


def everything(setting: Setting, state: State) -> State:
    """Compute every rule once, in order, on a copy."""
    state = replace(state, cells=state.cells.copy())
    return _computed(setting, state, list(range(len(setting.form.plan.order))), follow=False)


def followed(setting: Setting, state: State, node: int) -> State:
    """Compute what reads a changed node, and what thereby changes, each rule at most once.

    The cells are written to: they are to be the caller's own (from `given`).
    """
    plan = setting.form.plan
    ranks = [plan.rank[reader] for reader in plan.readers[node]]
    return _computed(setting, state, ranks, follow=True) if ranks else state


def _computed(setting: Setting, state: State, waiting: list[int], *, follow: bool) -> State:
    """Compute the rules with these ranks, lowest first; a rule comes after everything that it reads."""
    form, plan = setting.form, setting.form.plan
    turns = state.turns
    round_ = Round(Seen(setting, state, form.default_language), state.failed)
    queued = set(waiting)
    while waiting:
        node, rule = divmod(plan.order[heapq.heappop(waiting)], 2)
        more: list[int] = []
        if rule == Rule.RELEVANT:
            changed = _relevance(form, round_, state.cells, node)
            turns += changed
            if changed:
                more.extend([plan.rank[2 * child] for child in form.tree.nodes[node].children])
        else:
            changed = _calculation(setting, round_, state.cells, node)
        if changed and follow:
            more.extend([plan.rank[reader] for reader in plan.readers[node]])
            for rank in more:
                if rank not in queued:
                    queued.add(rank)
                    heapq.heappush(waiting, rank)
    return replace(state, turns=turns, failed=frozenset(round_.failed))


def _relevance(form: Form, round_: Round, cells: Column[Cell], node: int) -> bool:
    parent = form.tree.nodes[node].parent
    now = parent < 0 or cells[parent].relevant
    expression = form.binds[node].relevant
    if now and expression is not None:
        # A question is rather asked in vain than silently left out.
        now = round_.truth(expression, node, otherwise=True, number=2 * node + Rule.RELEVANT)
    cell = cells[node]
    if cell.relevant is now:
        return False
    cells[node] = cell._replace(relevant=now)
    return True


def _calculation(setting: Setting, round_: Round, cells: Column[Cell], node: int) -> bool:
    bind = setting.form.binds[node]
    if bind.calculate is None:
        return False
    value = round_.value(bind.calculate, node, 2 * node + Rule.CALCULATE)
    reading = computed("" if value is None else scalar(value), bind.type, setting.now.tzinfo)
    cell = cells[node]
    if cell.text == reading.text and cell.raw is None:
        return False
    cells[node] = Cell(reading.text, reading.value, cell.relevant)
    return cell.relevant
