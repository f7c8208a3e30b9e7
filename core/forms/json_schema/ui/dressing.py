# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes parts of a form as its UI schema wants it, and notes by place and name what is passed over."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from core.forms.binds import NO_BIND, DataType, Kind
from core.forms.built import TRUE, Built, Part
from core.forms.definition import MASKED, AnswerType, Group, Question, Repeat
from core.forms.expression.tree import Binary, Expression, Operator
from core.forms.json_door import UnusableError
from core.forms.json_schema.conditions import ALWAYS, Condition
from core.forms.json_schema.values import text
from core.forms.message import Message
from core.forms.problems import Fate, FormNote, FormProblem

UI = Mapping[str, object]
"""A UI schema, or a part of one."""

MOST_ELEMENTS: Final = 5_000
"""Elements, places and conditions of one UI schema. The largest of 97 published examples has 190."""

_MOMENTS: Final = {
    "date": (AnswerType.DATE, DataType.DATE),
    "time": (AnswerType.TIME, DataType.TIME),
    "date-time": (AnswerType.DATE_TIME, DataType.DATE_TIME),
}


@dataclass(slots=True)
class Dressing:
    """The form while it is dressed: where its nodes are, and what is told of its UI schema."""

    built: Built
    _left: int = MOST_ELEMENTS
    _places: dict[str, int] = field(default_factory=dict)
    _children: dict[int, dict[str, list[int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for node, one in enumerate(self.built.nodes):
            self._places[one.path] = node
            self._children.setdefault(one.parent, {}).setdefault(one.name, []).append(node)

    def enter(self, place: str) -> None:
        """Go on to one more place. Raises `UnusableError` after too many of them."""
        self._left -= 1
        if self._left < 0:
            raise UnusableError(FormProblem(place[:200], "form.too_large", {"most": str(MOST_ELEMENTS)}))

    def node(self, part: Part) -> int:
        """The node of a part."""
        return self._places[part.path]

    def name(self, part: Part) -> str:
        """The member's name that a part is for."""
        return self.built.nodes[self.node(part)].name

    def children(self, node: int) -> Mapping[str, list[int]]:
        """The nodes of an object's members, by their names."""
        return self._children.get(node, {})

    def nodes(self, container: int, names: tuple[str, ...]) -> list[int]:
        """The nodes at a place in the data, one for each condition that brings the member."""
        found = [container]
        for name in names:
            found = [node for above in found for node in self.children(above).get(name, ())]
        return found

    def is_file(self, part: Part) -> bool:
        """Whether a part is a file that is sent as a data URL, or a list of nothing else."""
        match part:
            case Question():
                shape = self.built.shapes.get(part.node)
                return shape is not None and shape.kind is Kind.DATA_URL
            case Repeat(children=(Question() as each,)):
                return each.path == part.path and self.is_file(each)
            case _:
                return False

    def below(self, node: int) -> Iterator[int]:
        """A node and all that is in it."""
        waiting = [node]
        while waiting:
            at = waiting.pop()
            yield at
            for several in self.children(at).values():
                waiting.extend(several)

    def unsupported(self, place: str, construct: str) -> None:
        """Note what the form cannot be shown with."""
        self.built.problems.append(
            FormProblem(place[:200], "form.unsupported", {"construct": construct[:100]})
        )

    def note(self, place: str, construct: str, fate: Fate = Fate.NO_EFFECT) -> None:
        """Note what is passed over."""
        self.built.notes.append(FormNote(place[:200], construct[:100], fate))

    def only_if(self, node: int, condition: Condition) -> None:
        """Ask for a node only under a condition, beside those that it has."""
        if condition is ALWAYS:
            return
        built = self.built
        bind = built.binds.get(node, NO_BIND)
        before = bind.relevant
        both = condition.test if before is None else Binary(Operator.AND, before, condition.test)
        built.binds[node] = replace(bind, relevant=both)
        reads = {read: built.shared(read, node) for read in condition.reads}
        built.relevant_reads[node] = {**built.relevant_reads.get(node, {}), **reads}

    def fix(self, part: Part, when: Expression) -> None:
        """Let nobody change the answers of a part, always or while something is so."""
        for node in self.below(self.node(part)):
            bind = self.built.binds.get(node, NO_BIND)
            before = bind.readonly
            if before != TRUE:
                either = when if before is None or when == TRUE else Binary(Operator.OR, before, when)
                self.built.binds[node] = replace(bind, readonly=either)

    def moment(self, question: Question, form: str) -> Question:
        """Ask for a text as a day or a time. One that is asked for otherwise already stays so."""
        if question.type is not AnswerType.TEXT or form not in _MOMENTS:
            return question
        answer, data = _MOMENTS[form]
        self.built.binds[question.node] = replace(self.built.binds[question.node], type=data)
        return replace(question, type=answer, appearance="")


def labelled(part: Part, label: str) -> Part:
    """A part with another label; an empty one changes nothing."""
    return replace(part, label=text(label)) if label.strip() else part


def hinted(part: Part, *hints: str) -> Part:
    """A question with another hint; nothing else has one."""
    shown = " ".join(hint.strip() for hint in hints if hint.strip())
    return replace(part, hint=text(shown)) if shown and isinstance(part, Question) else part


def in_lines(part: Part) -> Part:
    """A text that is asked for in several lines."""
    if isinstance(part, Question) and part.type is AnswerType.TEXT:
        return replace(part, appearance="multiline")
    return part


def taking(part: Part, kinds: str) -> Part:
    """A file of some kinds only, as HTML writes them (`.pdf,image/*`); each file of a list too."""
    match part:
        case Question(type=AnswerType.UPLOAD):
            return replace(part, media_type=kinds)
        case Repeat(children=children):
            return replace(part, children=tuple([taking(child, kinds) for child in children]))
        case _:
            return part


def masked(part: Part) -> Part:
    """A text that nobody is to read over somebody's shoulder."""
    if isinstance(part, Question) and part.type is AnswerType.TEXT:
        return replace(part, appearance=MASKED)
    return part


def only(part: Part, children: tuple[Part, ...]) -> Part:
    """A group or a list with other parts in it."""
    return part if isinstance(part, Question) else replace(part, children=children)


def words_of(message: Message) -> str:
    """What a message of a JSON Schema or of a UI schema says."""
    return "".join(part for version in message.versions for part in version.parts if isinstance(part, str))


def joined(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts with one group for each object: what a condition adds to an object has a group of its own before."""
    found: dict[str, Part] = {}
    for part in parts:
        before = found.get(part.path)
        if isinstance(part, Group) and isinstance(before, Group):
            found[part.path] = replace(before, children=(*before.children, *part.children))
        else:
            found[part.path] = part
    return tuple(
        [one if isinstance(one, Question) else only(one, joined(one.children)) for one in found.values()]
    )
