# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a form is: questions, groups, texts, and the rules between them; it holds no answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from core.forms.binds import Bind, Preload, SetValue, Shape, WholeRule
from core.forms.choice_index import ChoiceIndex
from core.forms.dependencies import Plan
from core.forms.expression.tree import Expression
from core.forms.instance import Tree
from core.forms.message import Message
from core.forms.planting import Planting
from core.forms.problems import FormNote
from core.forms.writing import AS_WRITTEN, Writing
from core.ids import FormId, Language, QuestionPath
from core.text import LocalisedText

MOST_INSTANCES = 1_000
"""Instances of one repeat under one parent. A form that counts further is not filled by hand."""


class AnswerType(Enum):
    """What kind of answer a question takes. The lexical forms are those of XML Schema.

    `NOTE` takes none. `REPEAT` asks whether there is one more of what a repeat asks for: `Entry.add` answers it.
    `TRUTH` takes `true` or `false`, `TRIGGER` takes `OK` for what was read and understood, `UPLOAD` the name of a file,
    `RANK` all choices' values in order, places those of ODK XForms (`latitude longitude altitude accuracy`, several
    with `;` between).
    """

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    TIME = "time"
    DATE_TIME = "date_time"
    SELECT_ONE = "select_one"
    SELECT_MULTIPLE = "select_multiple"
    NOTE = "note"
    REPEAT = "repeat"
    TRUTH = "truth"
    TRIGGER = "trigger"
    RANGE = "range"
    RANK = "rank"
    BARCODE = "barcode"
    UPLOAD = "upload"
    GEOPOINT = "geopoint"
    GEOTRACE = "geotrace"
    GEOSHAPE = "geoshape"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers to choose from."""

    value: str
    label: Message


@dataclass(frozen=True, slots=True)
class Itemset:
    """Choices that depend on other answers: the expression gives nodes of an instance, each being one choice.

    `index` finds the same nodes sooner, while all that it is asked for are texts. Choices that are answers themselves
    (the children named before, one instance of a repeat each) are in no list: `names` are those of the elements in
    each node that hold its value and its label.
    """

    nodes: Expression
    choices: Mapping[int, Choice]
    index: ChoiceIndex | None = None
    names: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """The numbers that a `RANGE` question offers, both ends included (ODK XForms `range`)."""

    start: float
    end: float
    step: float


NOT_HERE: Final = "not-here"
"""The appearance of a note that stands for what cannot be filled here and is not needed."""

MASKED: Final = "masked"
"""The appearance of a text that nobody is to read over somebody's shoulder."""

HIDDEN_ANSWER: Final = "hidden-answer"
"""The appearance of a code that is read and not shown (ODK XForms, appearance of `barcode`)."""


@dataclass(frozen=True, slots=True)
class Question:
    """A control of the form's body.

    `guidance` is worth knowing beside the hint, such as why it is asked (ODK XForms, `guidance`; Form.io, `tooltip`).
    `scale` is that of a `RANGE`, or of whole numbers between two ends; `currency` (ISO 4217) is what an amount of money
    is in. `media_type` is what an `UPLOAD` takes (`image/*`, several with commas between, or
    endings as `.pdf`), `largest` how many bytes of it, 0 for as many as the machine takes. `choices` are all there can
    be; `Entry.choices` gives those that are to choose from now. `node` is the place of the answer in `Form.tree`;
    `within` are the nodes of enclosing groups that are not above it in the instance.
    """

    path: QuestionPath
    type: AnswerType
    label: Message
    hint: Message = field(default_factory=Message)
    choices: tuple[Choice, ...] = ()
    appearance: str = ""
    node: int = -1
    itemset: Itemset | None = None
    within: tuple[int, ...] = ()
    scale: Scale | None = None
    media_type: str = ""
    largest: int = 0
    currency: str = ""
    guidance: Message = field(default_factory=Message)
    writing: Writing = AS_WRITTEN

    @property
    def secret(self) -> bool:
        """Whether what is written is masked, as XForms 1.1 (8.1.3 `secret`) and ODK (`masked`, `hidden-answer`) have
        it."""
        looks = self.appearance.split()
        if self.type is AnswerType.BARCODE:
            return MASKED in looks or HIDDEN_ANSWER in looks
        return self.type is AnswerType.TEXT and MASKED in looks


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that belong together. `path` is empty for a group that only presents."""

    path: QuestionPath
    label: Message
    children: tuple["Question | Group | Repeat", ...]
    appearance: str = ""


@dataclass(frozen=True, slots=True)
class Repeat:
    """Questions that may be answered several times (XForms `repeat`), once for each instance.

    `node` is the pattern of the instances. `count` tells how many there are; without it people add and remove them, and
    `least` and `most` say how many do. `gate` is a node that is relevant where the list is asked for, even while
    nothing is in it. `answered`: one of the instances at least has to hold an answer.
    """

    path: QuestionPath
    node: int
    label: Message
    children: tuple["Question | Group | Repeat", ...]
    count: Expression | None = None
    appearance: str = ""
    least: int = 0
    most: int = MOST_INSTANCES
    gate: int | None = None
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Tables:
    """Questions with the same choices, one under the other (XLSForm `table-list`).

    `heads` are the paths of controls that only draw what stands above a table; `titles` has what each row is under:
    asked one at a time, a row needs it to be understood.
    """

    heads: frozenset[str] = frozenset()
    titles: Mapping[str, Message] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A form, ready to be filled. Two forms are the same only if they are the same object.

    `tree` is the primary instance with its defaults, `binds` has one entry for each of its nodes, `plan` says in
    which order what is computed. `calculated` are the nodes with a `calculate`. `spaces` are the namespace prefixes
    of the instance, for the submission. `repeats` come in document order; `planted` are the instances that the form
    brings along, `seeds` what a new instance of each repeat begins with. `first_values` are set when the form is
    opened, `added_values` when an instance is added to a repeat, `changed_values` when somebody changes an answer. A
    form that is sent as JSON has `shapes` for its nodes; `whole` judges all answers together; `member` is the one
    member of the root that is sent alone, for a standard whose answers are any value.
    `together` has, for each question that is to share its page, the paths of all on it (`core.forms.together`).
    `files` are what its texts have beside them to be seen and heard, by name; `kiosk.form_media` makes them harmless.
    `texts` are those that rules ask for (`jr:itext`), by id and the rule's node; -1 where it is the same for all.
    `public_key` (base64) is what the submission is to be encrypted to. `notes` tell what the form says and nothing here
    carries out.
    """

    id: FormId
    version: str
    title: LocalisedText
    languages: tuple[Language, ...]
    default_language: Language
    body: tuple[Question | Group | Repeat, ...]
    tree: Tree = field(repr=False)
    binds: tuple[Bind, ...] = field(repr=False)
    plan: Plan = field(repr=False)
    instances: Mapping[str, Tree] = field(repr=False)
    preloads: tuple[tuple[int, Preload], ...] = ()
    first_values: tuple[SetValue, ...] = ()
    spaces: tuple[tuple[str, str], ...] = ()
    calculated: frozenset[int] = field(default=frozenset(), repr=False)
    questions: tuple[Question, ...] = field(default=(), repr=False)
    by_path: Mapping[str, Question] = field(default_factory=dict, repr=False)
    groups_of: Mapping[str, tuple[Group | Repeat, ...]] = field(default_factory=dict, repr=False)
    repeats: tuple[Repeat, ...] = ()
    planted: tuple[Planting, ...] = field(default=(), repr=False)
    seeds: Mapping[int, Planting] = field(default_factory=dict, repr=False)
    public_key: str = field(default="", repr=False)
    shapes: Mapping[int, Shape] = field(default_factory=dict, repr=False)
    whole: "WholeRule | None" = None
    member: str = ""
    added_values: Mapping[int, tuple[SetValue, ...]] = field(default_factory=dict, repr=False)
    changed_values: Mapping[int, tuple[SetValue, ...]] = field(default_factory=dict, repr=False)
    notes: tuple[FormNote, ...] = field(default=(), repr=False)
    tables: Tables = Tables()
    together: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    texts: Mapping[tuple[str, int], Message] = field(default_factory=dict, repr=False)

    def question(self, path: QuestionPath) -> Question:
        """The question at a path. Raises `KeyError` for a path that is none of this form's."""
        return self.by_path[path]

    def groups(self, path: QuestionPath) -> tuple[Group | Repeat, ...]:
        """The groups around a question, outermost first."""
        return self.groups_of[path]


def groups_by_path(
    body: tuple[Question | Group | Repeat, ...], around: tuple[Group | Repeat, ...] = ()
) -> dict[str, tuple[Group | Repeat, ...]]:
    """For each question the groups and repeats around it, outermost first."""
    found: dict[str, tuple[Group | Repeat, ...]] = {}
    for one in body:
        match one:
            case Question(path=path):
                found[path] = around
            case Group(children=children) | Repeat(children=children):
                found.update(groups_by_path(children, (*around, one)))
    return found
