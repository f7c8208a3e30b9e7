# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings values and relevance up to date after an answer: only what depends on it, in order, within a budget."""

import heapq
from collections.abc import Iterable
from dataclasses import replace

from core.forms.answers import computed
from core.forms.definition import Form
from core.forms.dependencies import Rule
from core.forms.expression.evaluate import STEPS, Evaluation
from core.forms.expression.focus import Focus
from core.forms.expression.tree import Expression
from core.forms.expression.trouble import ExpressionError
from core.forms.expression.values import Value, scalar, to_boolean
from core.forms.planting import concretes
from core.forms.seen import Seen
from core.forms.state import Cell, Setting, State

ROUND_STEPS = 500_000
"""Steps of all rules after one answer: under a second. The largest published form begins with 500."""


class Round:
    """One round of rules: what they see, what they may still spend, and which of them (by number) had no result."""

    def __init__(self, seen: Seen, failed: Iterable[int] = ()) -> None:
        self._seen = seen
        self._left = ROUND_STEPS
        self.failed = set(failed)

    def value(self, expression: Expression, node: int, number: int = -1, steps: int = STEPS) -> Value | None:
        """The value of a rule's expression; None, and a note in `failed`, when it has none for these answers."""
        evaluation = Evaluation(self._seen, node, min(steps, self._left))
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
    return computed_for(setting, state, keys(setting, state, state.tree.live()), follow=False)


def followed(setting: Setting, state: State, node: int) -> State:
    """Compute what reads a changed node, and what thereby changes, each rule at most once.

    The cells are written to: they are to be the caller's own (from `given`).
    """
    found = _readers(setting, state, node)
    origin = state.tree.origin(node)
    if setting.form.binds[origin].yields:
        # What somebody has taken away is worked out again.
        found.append(setting.form.plan.rank[2 * origin + Rule.CALCULATE] * len(state.tree.nodes) + node)
    return computed_for(setting, state, found, follow=True) if found else state


def keys(setting: Setting, state: State, nodes: Iterable[int]) -> list[int]:
    """The keys of all rules of some nodes. A key orders rules: by the rank of the rule, then by the node."""
    tree, rank, size = state.tree, setting.form.plan.rank, len(state.tree.nodes)
    found: list[int] = []
    for node in nodes:
        rule = 2 * tree.origin(node)
        found.append(rank[rule] * size + node)
        found.append(rank[rule + 1] * size + node)
    return found


def rule_keys(setting: Setting, state: State, rule: int, anchor: int, begin: int) -> list[int]:
    """The keys of the copies of one rule: below the copy of `anchor` that the node `begin` lies in."""
    form, size = setting.form, len(state.tree.nodes)
    first, node = form.plan.rank[rule] * size, rule // 2
    if node not in form.tree.repeated:
        return [first + node]
    return [first + one for one in concretes(state.tree, form.tree, node, anchor, begin)]


def _readers(setting: Setting, state: State, node: int) -> list[int]:
    """The keys of the rules that read a node."""
    found: list[int] = []
    for rule, anchor in setting.form.plan.readers[state.tree.origin(node)]:
        found.extend(rule_keys(setting, state, rule, anchor, node))
    return found


def computed_for(setting: Setting, state: State, waiting: list[int], *, follow: bool) -> State:
    """Compute the rules with these keys, lowest first; a rule comes after everything that it reads."""
    form, plan, tree = setting.form, setting.form.plan, state.tree
    size = len(tree.nodes)
    turns = state.turns
    round_ = Round(Seen(setting, state, form.default_language), state.failed)
    heapq.heapify(waiting)
    queued = set(waiting)
    while waiting:
        rank, node = divmod(heapq.heappop(waiting), size)
        more: list[int] = []
        if plan.order[rank] % 2 == Rule.RELEVANT:
            changed = _relevance(form, round_, state, node)
            turns += changed
            if changed:
                more.extend(
                    [plan.rank[2 * tree.origin(child)] * size + child for child in tree.nodes[node].children]
                )
        else:
            changed = _calculation(setting, round_, state, node)
        if changed and follow:
            more.extend(_readers(setting, state, node))
            for key in more:
                if key not in queued:
                    queued.add(key)
                    heapq.heappush(waiting, key)
    return replace(state, turns=turns, failed=frozenset(round_.failed))


def _relevance(form: Form, round_: Round, state: State, node: int) -> bool:
    tree, cells = state.tree, state.cells
    parent = tree.nodes[node].parent
    now = parent < 0 or cells[parent].relevant
    expression = form.binds[tree.origin(node)].relevant
    if now and expression is not None:
        # A question is rather asked in vain than silently left out.
        now = round_.truth(expression, node, otherwise=True, number=2 * node + Rule.RELEVANT)
    cell = cells[node]
    if cell.relevant is now:
        return False
    cells[node] = cell._replace(relevant=now)
    return True


def _calculation(setting: Setting, round_: Round, state: State, node: int) -> bool:
    bind = setting.form.binds[state.tree.origin(node)]
    if bind.calculate is None:
        return False
    number = 2 * node + Rule.CALCULATE
    if bind.yields and state.cells[node].raw:
        return False
    if bind.settles is not None and not round_.truth(bind.settles, node, otherwise=False, number=number):
        return False
    value = round_.value(bind.calculate, node, number)
    reading = computed("" if value is None else scalar(value), bind.type, setting.now.tzinfo)
    cell = state.cells[node]
    if cell.text == reading.text and cell.raw is None:
        return False
    state.cells[node] = Cell(reading.text, reading.value, cell.relevant)
    # Also where it is not asked: a script sees what a form keeps while it is hidden.
    return True
