# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the expressions of a form can see while it is filled, and the messages that are made of it."""

from datetime import date, datetime

from core.forms.expression.evaluate import evaluate
from core.forms.expression.trouble import EvaluationError, ExpressionError
from core.forms.expression.values import Scalar, to_text
from core.forms.instance import Tree
from core.forms.json_values import complete, json_of
from core.forms.message import Message
from core.forms.state import Setting, State
from core.ids import Language

DEEPEST = 3
"""Labels inside labels: `jr:choice-name` of a choice whose label shows another choice's name."""


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
        return self._state.tree

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

    @property
    def version(self) -> str:
        """The form's version."""
        return self._setting.form.version

    def instance(self, name: str) -> Tree | None:
        """A secondary instance, or the primary one by its own id."""
        form = self._setting.form
        return self._state.tree if name == form.tree.id and name else form.instances.get(name)

    def value(self, tree: Tree, node: int) -> Scalar:
        """A relevant node's typed value; other instances hold texts."""
        if tree is self._state.tree:
            cell = self._state.cells[node]
            return cell.value if cell.relevant else ""
        return tree.nodes[node].default

    def relevant(self, tree: Tree, node: int) -> bool:
        """Whether a node counts. Other instances are always relevant."""
        return tree is not self._state.tree or self._state.cells[node].relevant

    def json(self, node: int) -> object:
        """The JSON value of a node; None for no answer."""
        return json_of(self._setting.form, self._state, node)

    def complete(self, node: int) -> object:
        """The JSON value of a node with what is asked and not answered; `ABSENT` for what is not asked."""
        return complete(self._setting.form, self._state, node)

    def choice_name(self, value: str, question: str, node: int) -> str:
        """The label of a choice in this language, with its outputs; labels that show each other end soon."""
        path = absolute(question.strip(), self.primary, node)
        found = self._setting.form.by_path.get(path)
        label = (
            next((one.label for one in found.choices if one.value == value), None)
            if found is not None
            else None
        )
        return "" if label is None else self._inside(label)

    def said(self, name: str, node: int) -> str:
        """A text of the form in this language, with its outputs. Raises `EvaluationError` for an id that is none."""
        texts, origin = self._setting.form.texts, self._state.tree.origin(node) if node >= 0 else node
        found = texts.get((name, -1), texts.get((name, origin)))
        if found is None:
            raise EvaluationError("text", name)
        return self._inside(found.at(node))

    def _inside(self, message: Message) -> str:
        """A text that another text shows, or a rule reads; texts that show each other end soon."""
        if self._depth >= DEEPEST:
            return ""
        return rendered(message, Seen(self._setting, self._state, self.language, self._depth + 1))


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
