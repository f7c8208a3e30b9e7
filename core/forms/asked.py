# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The questions of a form being filled: in a repeat each comes once for each instance, with a path of its own."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from core.forms.definition import AnswerType, Form, Group, Question, Repeat
from core.forms.expression.copies import lying_in
from core.forms.instance import Tree
from core.forms.planting import concretes, instances
from core.forms.state import State
from core.ids import QuestionPath

ANOTHER = "[+]"
"""Ends the path of the question whether there is one more instance of a repeat."""

FEW_CHANGES = 64
"""Up to so many changes are put into the list of before; for more it is quicker made anew."""

_PLACES = re.compile(r"\[(?:\d+|\+)\]")


def plain_path(path: QuestionPath) -> QuestionPath:
    """The path in the form of a question in an instance of a repeat: `/data/person[2]/name` is `/data/person/name`."""
    return QuestionPath(_PLACES.sub("", path)) if "[" in path else path


@dataclass(frozen=True, slots=True)
class Asked:
    """All questions there are for a tree, relevant or not, in order.

    `places` has their places by their nodes, where a question is asked exactly while its own node is relevant.
    """

    tree: Tree = field(repr=False)
    questions: tuple[Question, ...]
    by_path: Mapping[str, Question] = field(repr=False)
    places: Mapping[int, int] | None = field(default=None, repr=False)


def asked(form: Form, tree: Tree, before: Asked | None = None) -> Asked:
    """The questions for a tree. Without repeats they are the form's own; with them, most are as `before`."""
    if not form.tree.repeats:
        known = before.places if before is not None else _places(form.questions)
        return Asked(tree, form.questions, form.by_path, known)
    walk = _Walk(form, tree, before.by_path if before is not None else {})
    walk.through(form.body, 0)
    return Asked(tree, tuple(walk.questions), {one.path: one for one in walk.questions})


def shown(found: Asked, state: State) -> tuple[Question, ...]:
    """Those of the questions that are to be asked."""
    cells = state.cells
    near = [question for question in found.questions if cells[question.node].relevant]
    return tuple([question for question in near if not question.within or is_asked(state, question)])


def shown_after(
    found: Asked, before: State, pages: tuple[Question, ...], state: State
) -> tuple[Question, ...]:
    """The same as `shown` after a change, from what was to be asked before: only what has changed is looked at."""
    places = state.cells.differing(before.cells)
    if places is None or found.places is None or len(places) > FEW_CHANGES:
        return shown(found, state)
    asked_now = list(pages)
    for node in sorted(places):
        place = found.places.get(node)
        now = state.cells[node].relevant
        if place is None or now is before.cells[node].relevant:
            continue
        here = bisect_left(asked_now, place, key=lambda one: (found.places or {})[one.node])
        if now:
            asked_now.insert(here, found.questions[place])
        else:
            del asked_now[here]
    return tuple(asked_now)


def _places(questions: tuple[Question, ...]) -> Mapping[int, int] | None:
    """The place of each question by its node; None where that does not tell whether it is asked."""
    places = {question.node: place for place, question in enumerate(questions)}
    plain = all(not question.within and question.type is not AnswerType.REPEAT for question in questions)
    return places if plain and len(places) == len(questions) else None


def is_asked(state: State, question: Question) -> bool:
    """Whether a question is relevant, with all groups around it."""
    cells = state.cells
    return cells[question.node].relevant and all(cells[node].relevant for node in question.within)


def repeat_of(form: Form, path: QuestionPath) -> Repeat:
    """The repeat that a `REPEAT` question belongs to. Raises `KeyError` for the path of another question."""
    wanted = plain_path(path) if path.endswith(ANOTHER) else ""
    for repeat in form.repeats:
        if repeat.path == wanted:
            return repeat
    raise KeyError(path)


def path_of(tree: Tree, node: int) -> QuestionPath:
    """The path of a node of an entry's tree, with the numbers (from 1) of the instances that it lies in."""
    return QuestionPath(_path(tree, node, {}))


def _path(tree: Tree, node: int, known: dict[int, str]) -> str:
    if node < 0:
        return ""
    if node not in known:
        one = tree.nodes[node]
        place = ""
        if one.origin in tree.repeats:
            place = f"[{instances(tree, one.parent, one.origin).index(node) + 1}]"
        known[node] = f"{_path(tree, one.parent, known)}/{one.path.rpartition('/')[2]}{place}"
    return known[node]


class _Walk:
    """Goes through the body once, and through each repeat once for each instance."""

    def __init__(self, form: Form, tree: Tree, before: Mapping[str, Question]) -> None:
        self._form = form
        self._tree = tree
        self._before = before
        self._paths: dict[int, str] = {}
        self.questions: list[Question] = []

    def through(self, body: tuple[Question | Group | Repeat, ...], here: int) -> None:
        for one in body:
            match one:
                case Question():
                    self._question(one, here)
                case Group(children=children):
                    self.through(children, here)
                case Repeat():
                    self._repeat(one, here)

    def _copy(self, node: int, here: int) -> int:
        """The copy of a form's node that belongs to the instance `here`; -1 where there is none."""
        if node not in self._tree.repeated:
            return node
        found = concretes(self._tree, self._form.tree, node, self._tree.origin(here), here)
        return found[0] if found else -1

    def _question(self, question: Question, here: int) -> None:
        node = self._copy(question.node, here)
        if node < 0:
            return
        if node == question.node:
            self.questions.append(question)
            return
        path = QuestionPath(_path(self._tree, node, self._paths))
        before = self._before.get(path)
        if before is not None and before.node == node:
            self.questions.append(before)
            return
        within = [
            lying_in(self._tree, here, one) if one in self._tree.repeated else one for one in question.within
        ]
        self.questions.append(
            replace(
                question,
                path=path,
                label=question.label.at(node),
                hint=question.hint.at(node),
                guidance=question.guidance.at(node),
                node=node,
                within=tuple([one for one in within if one >= 0]),
            )
        )

    def _repeat(self, repeat: Repeat, here: int) -> None:
        above = self._form.tree.nodes[repeat.node].parent
        parent = self._copy(above, here)
        if parent < 0:
            return
        found = instances(self._tree, parent, repeat.node)
        above_it = _path(self._tree, parent, self._paths)
        name = self._form.tree.nodes[repeat.node].path.rpartition("/")[2]
        for number, root in enumerate(found, 1):
            # Told here, as each would else count those before it.
            self._paths[root] = f"{above_it}/{name}[{number}]"
            self.through(repeat.children, root)
        if repeat.count is None:
            path = f"{above_it}/{self._tree.nodes[repeat.node].name}{ANOTHER}"
            label = repeat.label.at(found[-1] if found else parent)
            gate = () if repeat.gate is None else (self._copy(repeat.gate, here),)
            self.questions.append(
                Question(QuestionPath(path), AnswerType.REPEAT, label, node=parent, within=gate)
            )
