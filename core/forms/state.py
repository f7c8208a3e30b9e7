# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The computed state of a form being filled: values and relevance, brought up to date rule by rule."""

import heapq
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

from core.forms.answers import computed, read
from core.forms.column import Column
from core.forms.definition import Form, Message
from core.forms.dependencies import Rule
from core.forms.expression.evaluate import STEPS, evaluate
from core.forms.expression.tree import Expression
from core.forms.expression.trouble import ExpressionError
from core.forms.expression.values import Scalar, Value, scalar, to_boolean, to_text
from core.forms.instance import Tree
from core.ids import Language, SubmissionId

DEEPEST = 3
"""Labels inside labels: `jr:choice-name` of a choice whose label shows another choice's name."""


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
    """The cells by the numbers of their nodes.

    `turns` counts the changes of relevance so far, so that it tells whether the same questions are asked.
    `failed` are the rules that had no result.
    """

    cells: Column[Cell]
    turns: int = 0
    failed: frozenset[int] = frozenset()


class Seen:
    """What the expressions of a form can see of a state (implements `World`)."""

    __slots__ = ("_depth", "_setting", "_state", "language")

    def __init__(self, setting: Setting, state: State, language: Language, depth: int = 0) -> None:
        self._setting = setting
        self._state = state
        self._depth = depth
        self.language = language

    @property
    def primary(self) -> Tree:
        """The instance that is being filled."""
        return self._setting.form.tree

    @property
    def now(self) -> datetime:
        """The moment that the form was opened."""
        return self._setting.now

    @property
    def today(self) -> date:
        """Its day where the form is filled."""
        return self._setting.today

    @property
    def seed(self) -> str:
        """The submission's id: `uuid()` differs from submission to submission and not from look to look."""
        return self._setting.submission

    def instance(self, name: str) -> Tree | None:
        """A secondary instance, or the primary one by its own id."""
        form = self._setting.form
        return form.tree if name == form.tree.id and name else form.instances.get(name)

    def value(self, tree: Tree, node: int) -> Scalar:
        """A relevant node's typed value; other instances hold texts."""
        if tree is self._setting.form.tree:
            if tree.nodes[node].is_attribute:
                return tree.nodes[node].default
            cell = self._state.cells[node]
            return cell.value if cell.relevant else ""
        return tree.nodes[node].default

    def relevant(self, tree: Tree, node: int) -> bool:
        """Whether a node counts. Other instances are always relevant."""
        return tree is not self._setting.form.tree or self._state.cells[node].relevant

    def choice_name(self, value: str, question: str, node: int) -> str:
        """The label of a choice in this language, with its outputs; labels that show each other end soon."""
        path = absolute(question.strip(), self.primary, node)
        found = self._setting.form.by_path.get(path)
        label = (
            next((one.label for one in found.choices if one.value == value), None)
            if found is not None
            else None
        )
        if label is None or self._depth >= DEEPEST:
            return ""
        inner = Seen(self._setting, self._state, self.language, self._depth + 1)
        return rendered(label, inner)


def rendered(message: Message, seen: Seen) -> str:
    """A message in the language that is seen, with its outputs. An output without a value leaves its place empty."""
    parts: list[str] = []
    for part in message.best(seen.language).parts:
        if isinstance(part, str):
            parts.append(part)
            continue
        try:
            parts.append(to_text(evaluate(part, seen, message.node)))
        except ExpressionError:
            continue
    return "".join(parts).strip()


def absolute(path: str, tree: Tree, node: int) -> str:
    """The absolute form of a path that may begin with `.` or `..` steps at a node."""
    if path.startswith("/"):
        return path
    at = node
    names: list[str] = []
    for step in path.split("/"):
        if step == ".." and not names and at >= 0:
            at = tree.nodes[at].parent
        elif step != ".":
            names.append(step)
    return "/".join([tree.nodes[at].path if at >= 0 else "", *names])


def opening(form: Form) -> State:
    """The state of an empty form, before any default and any rule."""
    return State(Column([Cell()] * len(form.tree.nodes)))


def given(setting: Setting, state: State, node: int, raw: str) -> State:
    """The state with a node's text typed or given, before anything that depends on it is computed."""
    reading = read(raw, setting.form.binds[node].type, setting.now.tzinfo)
    cells = state.cells.copy()
    cells[node] = cells[node]._replace(text=reading.text, value=reading.value, raw=raw)
    return replace(state, cells=cells)


def everything(setting: Setting, state: State) -> State:
    """Compute every rule once, in order."""
    return _computed(setting, state, list(range(len(setting.form.plan.order))), follow=False)


def followed(setting: Setting, state: State, node: int) -> State:
    """Compute what reads a changed node, and what thereby changes, each rule at most once."""
    plan = setting.form.plan
    ranks = [plan.rank[reader] for reader in plan.readers[node]]
    return _computed(setting, state, ranks, follow=True) if ranks else state


def _computed(setting: Setting, state: State, waiting: list[int], *, follow: bool) -> State:
    """Compute the rules with these ranks, lowest first; a rule comes after everything that it reads."""
    form, plan = setting.form, setting.form.plan
    state = replace(state, cells=state.cells.copy())
    seen = Seen(setting, state, form.default_language)
    failed, turns = set(state.failed), state.turns
    queued = set(waiting)
    while waiting:
        node, rule = divmod(plan.order[heapq.heappop(waiting)], 2)
        more: list[int] = []
        if rule == Rule.RELEVANT:
            changed = _relevance(form, seen, state.cells, node, failed)
            turns += changed
            if changed:
                more.extend([plan.rank[2 * child] for child in form.tree.nodes[node].children])
        else:
            changed = _calculation(setting, seen, state.cells, node, failed)
        if changed and follow:
            more.extend([plan.rank[reader] for reader in plan.readers[node]])
            for rank in more:
                if rank not in queued:
                    queued.add(rank)
                    heapq.heappush(waiting, rank)
    return replace(state, turns=turns, failed=frozenset(failed))


def _relevance(form: Form, seen: Seen, cells: Column[Cell], node: int, failed: set[int]) -> bool:
    parent = form.tree.nodes[node].parent
    now = parent < 0 or cells[parent].relevant
    expression = form.binds[node].relevant
    if now and expression is not None:
        # A question is rather asked in vain than silently left out.
        now = truth(expression, seen, node, otherwise=True, failed=failed, number=2 * node)
    cell = cells[node]
    if cell.relevant is now:
        return False
    cells[node] = cell._replace(relevant=now)
    return True


def _calculation(setting: Setting, seen: Seen, cells: Column[Cell], node: int, failed: set[int]) -> bool:
    bind = setting.form.binds[node]
    if bind.calculate is None:
        return False
    value = result(bind.calculate, seen, node, failed, 2 * node + 1)
    reading = computed("" if value is None else scalar(value), bind.type, setting.now.tzinfo)
    cell = cells[node]
    if cell.text == reading.text and cell.raw is None:
        return False
    cells[node] = Cell(reading.text, reading.value, cell.relevant)
    return cell.relevant


def result(expression: Expression, seen: Seen, node: int, failed: set[int], number: int) -> Value | None:
    """The value of a rule's expression; None, and a note in `failed`, when it has none for these answers."""
    try:
        value = evaluate(expression, seen, node, STEPS)
    except ExpressionError:
        failed.add(number)
        return None
    failed.discard(number)
    return value


def truth(
    expression: Expression, seen: Seen, node: int, *, otherwise: bool, failed: set[int], number: int
) -> bool:
    """The truth of a rule's expression, or `otherwise` when it has no value."""
    value = result(expression, seen, node, failed, number)
    return otherwise if value is None else to_boolean(value)
