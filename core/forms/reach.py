# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds questions that can never be asked: no answers that people can give make their rules true.

Rules are tried with every answer to the questions that they read, where these can be counted; of what cannot be
counted, or changes by itself, nothing is said. So nothing is found that could be asked after all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import combinations, product
from math import prod
from typing import Final

from core.forms.binds import SetValue
from core.forms.definition import AnswerType, Form, Question
from core.forms.dependencies import Rule
from core.forms.expression.evaluate import evaluate
from core.forms.expression.tree import Call, Expression, Outside, parts_of
from core.forms.expression.trouble import ExpressionError
from core.forms.expression.values import to_boolean
from core.forms.instance import upwards
from core.forms.problems import Fate
from core.forms.repeating import opened
from core.forms.seen import Seen
from core.forms.state import Setting, State, given
from core.ids import QuestionPath, SubmissionId

MOST_TRIES: Final = 2_000
"""Combinations of answers that are tried for the rules of one question."""

ALL_TRIES: Final = 50_000
"""Combinations that are tried for a whole form: some seconds."""

STEPS: Final = 20_000
"""Steps of one try."""

MOST_BOXES: Final = 6
"""Boxes of which every choice of several is tried."""

_CHANGING: Final = frozenset({"now", "today", "random", "uuid", "once", "randomize", "position", "last"})
"""Functions whose results do not hang on answers alone."""

_HIDDEN: Final = None
"""The answer of a question that is not asked itself."""

_Option = str | None
_Rules = Sequence[tuple[int, Expression]]


def never_asked(form: Form, now: datetime) -> tuple[QuestionPath, ...]:
    """The questions that can never be asked, in order. `now` is any local moment."""
    search = _Search(form, now)
    return tuple([question.path for question in form.questions if search.never(question)])


class _Search:
    """The tries for one form. Questions under the same rules are tried once."""

    def __init__(self, form: Form, now: datetime) -> None:
        self._form = form
        self._setting = Setting(form, SubmissionId("uuid:reach"), now.date(), now)
        self._state = opened(self._setting)
        self._left = ALL_TRIES
        self._known: dict[tuple[int, ...], bool] = {}
        self._reads: dict[int, list[int]] = {}
        self._apart = any(note.fate is Fate.RUN_APART for note in form.notes)
        for node, readers in enumerate(form.plan.readers):
            for reader in readers:
                self._reads.setdefault(reader.rule, []).append(node)
        self._asked: dict[int, list[Question]] = {}
        for question in form.questions:
            self._asked.setdefault(question.node, []).append(question)
        actions = (*form.first_values, *_each(form.added_values), *_each(form.changed_values))
        self._set = {action.node for action in actions} | {node for node, _ in form.preloads}

    def never(self, question: Question) -> bool:
        """Whether the question's rules, and those of what it lies in, are never true together."""
        rules = [rule for rule in self._rules(question) if self._countable(rule)]
        key = tuple(node for node, _ in rules)
        if key not in self._known:
            self._known[key] = bool(rules) and self._false_together(rules)
        return self._known[key]

    def _rules(self, question: Question) -> _Rules:
        nodes = (*upwards(self._form.tree.nodes, question.node), *question.within)
        found = [(node, self._form.binds[node].relevant) for node in dict.fromkeys(nodes)]
        return [(node, rule) for node, rule in found if rule is not None]

    def _countable(self, rule: tuple[int, Expression]) -> bool:
        node, expression = rule
        for part in parts_of(expression):
            if isinstance(part, Call) and part.name in _CHANGING:
                return False
            if isinstance(part, Outside) and self._apart:
                return False
        reads = self._reads.get(2 * node + Rule.RELEVANT, ())
        if reads and node in self._form.tree.repeated:
            return False
        return all(self._options(read) is not None for read in reads)

    def _false_together(self, rules: _Rules) -> bool:
        reads = {read for node, _ in rules for read in self._reads.get(2 * node + Rule.RELEVANT, ())}
        options = {read: self._options(read) or () for read in sorted(reads)}
        count = prod(map(len, options.values()))
        if count > min(MOST_TRIES, self._left):
            # Each alone says less, and what it says is true all the same.
            return len(rules) > 1 and any(self._false_together([rule]) for rule in rules)
        self._left -= count
        return not any(
            self._true(rules, dict(zip(options, chosen, strict=True)))
            for chosen in product(*options.values())
        )

    def _options(self, node: int) -> Sequence[_Option] | None:
        """All answers that a node can have; None where they cannot be counted."""
        form, one = self._form, self._form.tree.nodes[node]
        if node in form.tree.repeated or node in form.calculated or node in self._set or not one.is_leaf:
            return None
        found: list[_Option] = ["", one.default] if one.default else [""]
        for question in self._asked.get(node, ()):
            given_to_it = _answers(question)
            if given_to_it is None:
                return None
            found.extend(given_to_it)
        if node not in self._asked:
            # Nobody writes into it.
            found = [self._state.cells[node].text]
        if any(form.binds[above].relevant is not None for above in upwards(form.tree.nodes, node)):
            found.append(_HIDDEN)
        return tuple(dict.fromkeys(found))

    def _true(self, rules: _Rules, answers: Mapping[int, _Option]) -> bool:
        seen = Seen(self._setting, self._answered(answers), self._form.default_language)
        try:
            return all(to_boolean(evaluate(rule, seen, node, STEPS)) for node, rule in rules)
        except ExpressionError:
            # A question whose rule has no result is asked.
            return True

    def _answered(self, answers: Mapping[int, _Option]) -> State:
        state = replace(self._state, cells=self._state.cells.copy())
        for node, answer in answers.items():
            state = given(self._setting, state, node, answer or "")
            state.cells[node] = state.cells[node]._replace(relevant=answer is not _HIDDEN)
        return state


def _each(values: Mapping[int, Sequence[SetValue]]) -> list[SetValue]:
    return [one for several in values.values() for one in several]


def _answers(question: Question) -> Sequence[str] | None:
    """What can be answered to a question; None where it cannot be counted."""
    values = [choice.value for choice in question.choices]
    named = question.itemset is None or question.itemset.names is None
    match question.type:
        case AnswerType.SELECT_ONE if named:
            return values
        case AnswerType.SELECT_MULTIPLE if named and len(values) <= MOST_BOXES:
            sizes = range(1, len(values) + 1)
            return [" ".join(several) for size in sizes for several in combinations(values, size)]
        case AnswerType.TRUTH:
            return ["true", "false"]
        case AnswerType.TRIGGER:
            return ["OK"]
        case _:
            return None
