# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A form being filled, as a value: answers in, then relevance, problems and texts out; it never sees a screen."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from core.forms import rendering
from core.forms.asked import Asked, asked, is_asked, path_of, plain_path, repeat_of, shown, shown_after
from core.forms.definition import MOST_INSTANCES, AnswerType, Choice, Form, Group, Question, Repeat
from core.forms.expression.copies import lying_in
from core.forms.instance import Tree, upwards
from core.forms.json_values import complete, json_of
from core.forms.message import Message
from core.forms.planting import instances
from core.forms.recomputing import Round, followed
from core.forms.repeating import added, counted, opened, removed, set_value
from core.forms.seen import Seen
from core.forms.state import Setting, State, given
from core.forms.verdict import Judge, Problem, problems_of_the_whole
from core.ids import Language, QuestionPath, SubmissionId
from core.text import Phrase

__all__ = ["Entry", "Problem"]


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A form being filled. Every change gives a new entry; the old one stays as it was. Equal is only the same one.

    Semantics, where the ODK engines leave a choice:

    - A node that is not relevant (itself, or a group around it) is empty for expressions and left out of the
      submission; what was typed stays and comes back when it is relevant again. Calculations go on (JavaRosa).
    - An invalid answer (`12a` for an integer) is empty for expressions until it is mended.
    - A `calculate` overwrites what was typed into its question when something that it reads changes.
    - A rule without a result (`date('x')`, or out of budget): its question stays relevant, is not required, its
      calculation is empty, and its constraint refuses the answer. `failed_rules` names them for the log.
    """

    setting: Setting
    _state: State = field(repr=False)
    _asked: Asked = field(repr=False)
    _pages: tuple[Question, ...] = field(repr=False)

    @classmethod
    def begin(cls, form: Form, submission_id: SubmissionId, today: date, now: datetime) -> "Entry":
        """A new entry: defaults, preloads, first values, then every rule. `today` is the local day of `now`."""
        setting = Setting(form, submission_id, today, now)
        state = opened(setting)
        found = asked(form, state.tree)
        return cls(setting, state, found, _to_ask(form, found, state))

    def _after(self, state: State) -> "Entry":
        """The entry for a later state. What this one knows already is not worked out again."""
        if state.turns == self._state.turns:
            return Entry(self.setting, state, self._asked, self._pages)
        found = self._asked if state.tree is self._state.tree else asked(self.form, state.tree, self._asked)
        if found is self._asked and not self.form.tables.heads:
            return Entry(self.setting, state, found, shown_after(found, self._state, self._pages, state))
        return Entry(self.setting, state, found, _to_ask(self.form, found, state))

    @property
    def form(self) -> Form:
        """The form."""
        return self.setting.form

    @property
    def submission_id(self) -> SubmissionId:
        """The id that the submission will carry as its `instanceID`."""
        return self.setting.submission

    @property
    def tree(self) -> Tree:
        """The instance with the nodes that it has now."""
        return self._state.tree

    def question(self, path: QuestionPath) -> Question:
        """The question at a path. Raises `KeyError` for a path that is none now."""
        return self._asked.by_path[path]

    def questions(self) -> tuple[Question, ...]:
        """All questions there are now, relevant or not, in order."""
        return self._asked.questions

    def answer(self, path: QuestionPath, raw: str, *, again: bool = False) -> "Entry":
        """The entry with what was typed or chosen, kept exactly; nothing changes where answers are read-only.

        `raw` is an XForms lexical form: `12`, `1.5`, `2026-11-23`, a choice's value, or several with spaces between.
        `again` is for what was given before: a rule that has closed it since does not hold it back.
        """
        node = self.question(path).node
        if self.raw(path) == raw or (self.readonly(path) and not again):
            return self
        state = given(self.setting, self._state, node, raw)
        # What could not be read has no text, and stands in a result's place all the same until it is taken away.
        taken_away = not raw and self.form.binds[state.tree.origin(node)].yields
        if taken_away or state.cells[node].text != self._state.cells[node].text:
            state = followed(self.setting, state, node)
            for action in self.form.changed_values.get(state.tree.origin(node), ()):
                state = set_value(self.setting, state, action, node)
            state = counted(self.setting, state)
        return self._after(state)

    def add(self, path: QuestionPath) -> "Entry":
        """The entry with one more instance, for the path of a `REPEAT` question; the same when there are too many."""
        question = self.question(path)
        repeat = repeat_of(self.form, path)
        state = added(self.setting, self._state, repeat.node, question.node)
        return self._after(counted(self.setting, state))

    def remove(self, path: QuestionPath, number: int) -> "Entry":
        """The entry without one instance (from 1) and the answers in it, for the path of a `REPEAT` question.

        Raises `IndexError` for an instance that is not there.
        """
        present = self.instances(path)
        state = removed(self.setting, self._state, present[number - 1])
        return self._after(counted(self.setting, state))

    def instances(self, path: QuestionPath) -> Sequence[int]:
        """The nodes of the instances there are, for the path of a `REPEAT` question."""
        return instances(self._state.tree, self.question(path).node, repeat_of(self.form, path).node)

    def most(self, path: QuestionPath) -> int:
        """How many instances there may be, for the path of a `REPEAT` question."""
        return min(repeat_of(self.form, path).most, MOST_INSTANCES)

    def blank(self, path: QuestionPath) -> tuple[int, ...]:
        """The numbers (from 1) of the instances without any answer a person could have given, for a `REPEAT` path.

        An answer in what is not asked now counts too: it comes back when its question does.
        """
        blank = {root: number for number, root in enumerate(self.instances(path), start=1)}
        judge, tree = self._judge(), self.tree
        for question in self._asked.questions:
            if blank and tree.origin(question.node) in tree.repeated:
                root = next((node for node in upwards(tree.nodes, question.node) if node in blank), -1)
                if root >= 0 and self._given(question, judge):
                    del blank[root]
        return tuple(blank.values())

    def _given(self, question: Question, judge: Judge) -> bool:
        return (
            question.type is not AnswerType.NOTE
            and self.raw(question.path) != ""
            and not judge.readonly(question)
        )

    def raw(self, path: QuestionPath) -> str:
        """Exactly what was typed, or what was computed; empty when unanswered, and where nothing is answered."""
        question = self.question(path)
        if question.type is AnswerType.REPEAT:
            return ""
        cell = self._state.cells[question.node]
        return cell.text if cell.raw is None else cell.raw

    def value_text(self, node: int) -> str:
        """The lexical form of a node's value, as it is sent; for a bad answer what was typed."""
        cell = self._state.cells[node]
        return cell.text or (cell.raw or "").strip()

    def json(self, *, blanks: bool = False) -> object:
        """The answers as a JSON value, for a form that is sent as JSON; with `blanks` what is asked and empty, too."""
        return (complete if blanks else json_of)(self.form, self._state, 0) or {}

    def node_relevant(self, node: int) -> bool:
        """Whether a node of the instance is relevant."""
        return self._state.cells[node].relevant

    def pages(self) -> tuple[Question, ...]:
        """The questions that are asked now, in order; notes included, heads of tables left out."""
        return self._pages

    def controls(self) -> tuple[Question, ...]:
        """All controls that are relevant now, in order: the pages, and the heads of tables."""
        return shown(self._asked, self._state) if self.form.tables.heads else self._pages

    def choices(self, question: Question) -> tuple[Choice, ...]:
        """What there is to choose from now. A choice filter may depend on other answers."""
        return self._judge().choices(question)

    def relevant(self, path: QuestionPath) -> bool:
        """Whether the question is to be asked."""
        return is_asked(self._state, self.question(path))

    def asks(self, path: QuestionPath) -> bool:
        """Whether there is such a question, and it is to be asked."""
        return path in self._asked.by_path and self.relevant(path)

    def required(self, path: QuestionPath) -> bool:
        """Whether an answer is needed. A read-only question never needs one: nobody could give it."""
        return self._judge().required(self.question(path))

    def readonly(self, path: QuestionPath) -> bool:
        """Whether the answer is not the citizen's to give."""
        return self._judge().readonly(self.question(path))

    def problem(self, path: QuestionPath) -> Problem | None:
        """What is wrong with the answer, worst first; None for a good one and for a question that is not asked."""
        question = self.question(path)
        return self._judge().problem(question) if is_asked(self._state, question) else None

    def problems(self) -> tuple[Problem, ...]:
        """The problems of all questions that are asked, in order."""
        judge = self._judge()
        found = [judge.problem(question) for question in self._pages]
        problems = tuple([problem for problem in found if problem is not None])
        return problems or problems_of_the_whole(self.form, self._state, self._pages)

    def failed_rules(self) -> tuple[QuestionPath, ...]:
        """The nodes whose relevance or calculation has no result for these answers, for the log."""
        nodes = sorted({number // 2 for number in self._state.failed})
        return tuple([path_of(self._state.tree, node) for node in nodes])

    def text(self, message: Message, language: Language) -> Phrase:
        """A message as plain text with its outputs filled in, and the language that it is in."""
        return rendering.phrase(message, self._seen(language))

    def group_label(self, path: QuestionPath, language: Language) -> Phrase:
        """The label of the nearest group around the question that has one; an empty phrase when none has."""
        for group in reversed(self.form.groups_of.get(plain_path(path), ())):
            if group.label:
                return self.text(self._in_instance(group, path), language)
        return Phrase("", language)

    def answer_text(self, question: Question, language: Language) -> Phrase:
        """The answer for people: labels of choices, else what was typed (dates as ISO 8601)."""
        return rendering.answer(question, self.raw(question.path), self._seen(language))

    def _in_instance(self, group: Group | Repeat, path: QuestionPath) -> Message:
        """The label of a group, for the instance that a question of it lies in."""
        node = group.label.node
        if node not in self._state.tree.repeated:
            return group.label
        return group.label.at(lying_in(self._state.tree, self.question(path).node, node))

    def _seen(self, language: Language) -> Seen:
        return Seen(self.setting, self._state, language)

    def _judge(self) -> Judge:
        return Judge(self.setting, self._state, Round(self._seen(self.form.default_language)))


def _to_ask(form: Form, found: Asked, state: State) -> tuple[Question, ...]:
    """The relevant questions. The head of a table only says what its rows have to choose from."""
    relevant, heads = shown(found, state), form.tables.heads
    return tuple([one for one in relevant if plain_path(one.path) not in heads]) if heads else relevant
