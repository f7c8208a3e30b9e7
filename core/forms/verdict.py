# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What there is to choose from, what is needed, and what is wrong with an answer, for one state of a form."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from core.forms.answers import read
from core.forms.asked import repeat_of
from core.forms.binds import Bind, Check
from core.forms.definition import AnswerType, Choice, Form, Question
from core.forms.dependencies import Rule
from core.forms.expression.evaluate import LIST_STEPS
from core.forms.expression.tree import Expression
from core.forms.expression.values import NodeSet, Value, scalar
from core.forms.json_values import json_of, nearest_question
from core.forms.message import Message, MessageVersion
from core.forms.planting import instances
from core.forms.recomputing import Round
from core.forms.scales import is_on, steps
from core.forms.state import Setting, State
from core.ids import QuestionPath
from core.places import corners, points_of

FEWEST: Final[Mapping[AnswerType, int]] = {AnswerType.GEOTRACE: 2, AnswerType.GEOSHAPE: 3}
"""Places that make a way, and an area (ODK XForms, `geotrace` and `geoshape`)."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an answer does not do yet. `key` is of the `fill` catalogue; `message` are the form's own words, if any.

    Keys: `problem.required`, `problem.integer`, `problem.decimal`, `problem.date`, `problem.time`, `problem.choice`,
    `problem.range`, `problem.rank`, `problem.place`, `problem.places`, `problem.constraint`, `problem.too_long`,
    `problem.characters`, `problem.program` (a program of the form came to no end with the answers); `rule` and `values`
    are those of the `Check` that failed, whose keys are of the `rules` catalogue. A range has the ends of its scale as
    `values`, places have the fewest that there must be.
    """

    path: QuestionPath
    key: str
    message: Message | None = None
    rule: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


class Judge:
    """Judges the answers of one state, within one budget of steps."""

    def __init__(self, setting: Setting, state: State, rules: Round) -> None:
        self._setting = setting
        self._state = state
        self._rules = rules

    def choices(self, question: Question) -> tuple[Choice, ...]:
        """What there is to choose from now. A choice filter may depend on other answers."""
        found = self._chosen_from(question)
        if question.node < len(self._setting.form.tree.nodes):
            return found
        return tuple([replace(one, label=one.label.at(question.node)) for one in found])

    def _chosen_from(self, question: Question) -> tuple[Choice, ...]:
        itemset = question.itemset
        if itemset is None:
            return question.choices
        if itemset.index is not None:
            wanted = [self._rules.value(one, question.node) for one in itemset.index.wanted]
            key = tuple([one for one in map(_shown_text, wanted) if one is not None])
            if len(key) == len(wanted):
                return tuple([itemset.choices[node] for node in itemset.index.items.get(key, ())])
        found = self._rules.value(itemset.nodes, question.node, steps=LIST_STEPS)
        nodes = found.nodes if isinstance(found, NodeSet) else ()
        if itemset.names is not None:
            return self._from_answers(nodes, *itemset.names)
        return tuple([itemset.choices[node] for node in nodes if node in itemset.choices])

    def _from_answers(self, nodes: Sequence[int], value: str, label: str) -> tuple[Choice, ...]:
        """A choice for each node that has a value; one without a label is shown by its value."""
        language = self._setting.form.default_language
        found: list[Choice] = []
        for node in nodes:
            chosen, shown = (self._text(node, name) for name in (value, label))
            if chosen:
                version = MessageVersion(language, (shown or chosen,))
                found.append(Choice(chosen, Message((version,))))
        return tuple(found)

    def _text(self, node: int, name: str) -> str:
        inner = (node,) if name == "." else self._state.tree.children(node, name)
        return self._state.cells[inner[0]].text.strip() if inner else ""

    def required(self, question: Question) -> bool:
        """Whether an answer is needed. A read-only question never needs one: nobody could give it."""
        return self._true(self._bind(question).required, question) and not self.readonly(question)

    def readonly(self, question: Question) -> bool:
        """Whether the answer is not the citizen's to give."""
        return self._true(self._bind(question).readonly, question)

    def problem(self, question: Question) -> Problem | None:
        """What is wrong with the answer, worst first; None for a good one."""
        if question.type is AnswerType.NOTE:
            return None
        if question.type is AnswerType.REPEAT:
            return self._too_few_or_many(question)
        path, node, bind = question.path, question.node, self._bind(question)
        cell = self._state.cells[node]
        raw = cell.text if cell.raw is None else cell.raw
        if bind.settles is not None and 2 * node + Rule.CALCULATE in self._state.failed:
            return Problem(path, "problem.program")
        reading = read(raw, bind.type, self._setting.now.tzinfo)
        if reading.problem:
            return Problem(path, reading.problem)
        if not reading.text:
            if self.required(question):
                return Problem(path, "problem.required", bind.required_message.at(node) or None)
            return self._told(question, [check for check in bind.checks if check.tells])
        if not self._among_choices(question, reading.text):
            return _not_among(question)
        if bind.constraint is not None and not self._true(bind.constraint, question):
            return Problem(path, "problem.constraint", bind.constraint_message.at(node) or None)
        return self._told(question, bind.checks)

    def _told(self, question: Question, checks: Iterable[Check]) -> Problem | None:
        """The first check that an answer does not pass."""
        for check in checks:
            message = check.message.at(question.node) or None
            if not check.tells:
                if not self._true(check.test, question):
                    return Problem(question.path, check.key, message, check.rule, check.values)
                continue
            said = self._rules.value(check.test, question.node)
            if said is None:
                return Problem(question.path, "problem.program", None, check.rule)
            if said is not True and check.fills:
                values = {check.fills: said if isinstance(said, str) else ""}
                return Problem(question.path, check.key, message, check.rule, values)
            if said is not True:
                return Problem(question.path, check.key, message or self._words(said), check.rule)
        return None

    def _words(self, said: Value) -> Message | None:
        """What a program of the form says, in the form's own language."""
        shown = said if isinstance(said, str) else ""
        return Message((MessageVersion(self._setting.form.default_language, (shown,)),)) if shown else None

    def _too_few_or_many(self, question: Question) -> Problem | None:
        repeat = repeat_of(self._setting.form, question.path)
        found = instances(self._state.tree, question.node, repeat.node)
        many = len(found)
        if many < repeat.least:
            return Problem(question.path, "rule.min_items", None, "minItems", {"n": str(repeat.least)})
        if many > repeat.most:
            return Problem(question.path, "rule.max_items", None, "maxItems", {"n": str(repeat.most)})
        if repeat.answered and not any(map(self._holds_an_answer, found)):
            return Problem(question.path, "problem.required")
        return None

    def _holds_an_answer(self, node: int) -> bool:
        cell = self._state.cells[node]
        written = (cell.text if cell.raw is None else cell.raw).strip()
        inside = self._state.tree.nodes[node].children
        return cell.relevant and (bool(written) or any(map(self._holds_an_answer, inside)))

    def _bind(self, question: Question) -> Bind:
        return self._setting.form.binds[self._state.tree.origin(question.node)]

    def _true(self, expression: Expression | None, question: Question) -> bool:
        return expression is not None and self._rules.truth(expression, question.node, otherwise=False)

    def _among_choices(self, question: Question, text: str) -> bool:
        match question.type:
            case AnswerType.RANK:
                return sorted(text.split()) == sorted(choice.value for choice in self._chosen_from(question))
            case AnswerType.TRIGGER:
                return text.strip() == "OK"
            case AnswerType.TRUTH:
                return text.strip() in ("true", "false")
            case AnswerType.RANGE if question.scale is not None:
                return is_on(question.scale, text)
            case AnswerType.GEOTRACE | AnswerType.GEOSHAPE:
                return len(set(corners(points_of(text) or ()))) >= FEWEST[question.type]
            case AnswerType.SELECT_ONE:
                return text.strip() in {choice.value for choice in self._chosen_from(question)}
            case AnswerType.SELECT_MULTIPLE:
                return set(text.split()) <= {choice.value for choice in self._chosen_from(question)}
            case _:
                return True


def problems_of_the_whole(form: Form, state: State, asked: Sequence[Question]) -> tuple[Problem, ...]:
    """What no question alone shows, told at the nearest question that is asked."""
    unsettled = [number // 2 for number in sorted(state.failed) if number % 2 == Rule.CALCULATE]
    for node in unsettled:
        if asked and state.cells[node].relevant and form.binds[state.tree.origin(node)].settles is not None:
            return (Problem(asked[-1].path, "problem.program"),)
    if form.whole is None:
        return ()
    wrong = form.whole.problems(json_of(form, state, 0))
    found = [(nearest_question(state, asked, place), rule) for place, rule in wrong]
    return tuple(
        [Problem(one.path, "problem.constraint", None, rule) for one, rule in found if one is not None]
    )


def _not_among(question: Question) -> Problem:
    """What to say of an answer that is not among those to give."""
    match question.type:
        case AnswerType.RANGE if question.scale is not None:
            ends = steps(question.scale)
            return Problem(question.path, "problem.range", values={"least": ends.least, "most": ends.most})
        case AnswerType.RANK:
            return Problem(question.path, "problem.rank")
        case AnswerType.GEOTRACE | AnswerType.GEOSHAPE:
            return Problem(question.path, "problem.places", values={"n": str(FEWEST[question.type])})
        case _:
            return Problem(question.path, "problem.choice")


def _shown_text(value: Value | None) -> str | None:
    """A value that is compared as a text; None for numbers and dates, which equal texts that look different."""
    found = scalar(value) if value is not None else None
    return found if isinstance(found, str) else None
