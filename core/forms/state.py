# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The computed state of a form being filled: values and relevance, brought up to date rule by rule."""

import heapq
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from core.forms.answers import Reading, computed
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


@dataclass(frozen=True, slots=True)
class State:
    """Values and relevance of every node of the primary instance, by its number.

    `texts` are the lexical forms to send, `values` the typed values, kept also where a node is not relevant.
    `relevant` has the relevance with that of all groups around it. `failed` are the rules that had no result.
    """

    texts: list[str]
    values: list[Scalar]
    relevant: list[bool]
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
            return self._state.values[node] if self._state.relevant[node] else ""
        return tree.nodes[node].default

    def relevant(self, tree: Tree, node: int) -> bool:
        """Whether a node counts. Other instances are always relevant."""
        return tree is not self._setting.form.tree or self._state.relevant[node]

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


def opening(setting: Setting) -> State:
    """The state of an empty form: its defaults, before any rule was computed."""
    nodes = setting.form.tree.nodes
    return State([""] * len(nodes), [""] * len(nodes), [True] * len(nodes))


def put(state: State, node: int, reading: Reading) -> None:
    """Write a value into a state that is still being made."""
    state.texts[node] = reading.text
    state.values[node] = reading.value


def copied(state: State) -> State:
    """A state to be changed."""
    return replace(
        state, texts=state.texts.copy(), values=state.values.copy(), relevant=state.relevant.copy()
    )


def everything(setting: Setting, state: State) -> State:
    """Compute every rule once, in order."""
    return _computed(setting, state, range(len(setting.form.plan.order)), follow=False)


def followed(setting: Setting, state: State, changed: Iterable[int]) -> State:
    """Compute what depends on the changed nodes, and on what thereby changes, each rule at most once."""
    plan = setting.form.plan
    ranks = {plan.rank[reader] for node in changed for reader in plan.readers[node]}
    return _computed(setting, state, ranks, follow=True) if ranks else state


def _computed(setting: Setting, state: State, ranks: Iterable[int], *, follow: bool) -> State:
    form, plan = setting.form, setting.form.plan
    seen = Seen(setting, state, form.default_language)
    failed = set(state.failed)
    waiting = sorted(ranks)
    queued = set(waiting)
    while waiting:
        number = plan.order[heapq.heappop(waiting)]
        node, rule = divmod(number, 2)
        if rule == Rule.RELEVANT:
            changed = _relevance(form, seen, state, node, failed)
            touched = form.tree.nodes[node].children if changed and follow else ()
            more = [plan.rank[2 * child] for child in touched]
        else:
            changed = _calculation(setting, seen, state, node, failed)
            more = []
        if changed and follow:
            more.extend(plan.rank[reader] for reader in plan.readers[node])
            for rank in more:
                if rank not in queued:
                    queued.add(rank)
                    heapq.heappush(waiting, rank)
    return state if failed == state.failed else replace(state, failed=frozenset(failed))


def _relevance(form: Form, seen: Seen, state: State, node: int, failed: set[int]) -> bool:
    parent = form.tree.nodes[node].parent
    now = parent < 0 or state.relevant[parent]
    expression = form.binds[node].relevant
    if now and expression is not None:
        # A question is rather asked in vain than silently left out.
        now = truth(expression, seen, node, otherwise=True, failed=failed, number=2 * node)
    before, state.relevant[node] = state.relevant[node], now
    return before is not now


def _calculation(setting: Setting, seen: Seen, state: State, node: int, failed: set[int]) -> bool:
    bind = setting.form.binds[node]
    if bind.calculate is None:
        return False
    value = result(bind.calculate, seen, node, failed, 2 * node + 1)
    reading = computed("" if value is None else scalar(value), bind.type, setting.now.tzinfo)
    before = state.texts[node]
    put(state, node, reading)
    return before != reading.text and state.relevant[node]


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
