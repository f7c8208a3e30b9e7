# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A form while it is made out of JSON of another standard: its parts so far, and the form of them in the end."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from core.forms.beginnings import NOWHERE, Beginnings
from core.forms.binds import NO_BIND, Bind, SetValue, Shape, WholeRule
from core.forms.definition import Form, Group, Question, Repeat, groups_by_path
from core.forms.dependencies import Cycle, plan
from core.forms.expression.tree import Call
from core.forms.instance import Node, Tree, upwards
from core.forms.language_names import UNDETERMINED
from core.forms.planting import Planting
from core.forms.problems import Fate, FormNote, FormProblem, FormProblems
from core.ids import FormId, QuestionPath
from core.text import LocalisedText

TRUE = Call("true", ())

Part = Question | Group | Repeat


@dataclass(slots=True)
class Built:
    """What was made so far. Nodes know their parents; `children` are linked when all is made."""

    dialect: str
    nodes: list[Node] = field(default_factory=list)
    binds: dict[int, Bind] = field(default_factory=dict)
    shapes: dict[int, Shape] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    repeats: list[Repeat] = field(default_factory=list)
    repeating: set[int] = field(default_factory=set)
    beginnings: Beginnings = field(default_factory=Beginnings)
    relevant_reads: dict[int, Mapping[int, int]] = field(default_factory=dict)
    calculate_reads: dict[int, Mapping[int, int]] = field(default_factory=dict)
    first_values: list[SetValue] = field(default_factory=list)
    problems: list[FormProblem] = field(default_factory=list)
    notes: list[FormNote] = field(default_factory=list)
    _taken: set[str] = field(default_factory=set)

    def node(self, name: str, parent: int, default: str = "") -> int:
        """A new node. A name that comes twice under a parent (in alternatives) gets a path of its own."""
        above = self.nodes[parent].path if parent >= 0 else ""
        segment = name.replace("~", "~0").replace("/", "~1").replace("[", "~2").replace("]", "~3")
        path, turn = f"{above}/{segment}", 1
        while path in self._taken:
            turn += 1
            path = f"{above}/{segment}~{turn}"
        self._taken.add(path)
        self.nodes.append(Node(name, "", path, parent, default))
        return len(self.nodes) - 1

    def default(self, node: int, text: str) -> None:
        """Give a node what it begins with."""
        self.nodes[node] = replace(self.nodes[node], default=text)

    def path(self, node: int) -> QuestionPath:
        """The path of a node."""
        return QuestionPath(self.nodes[node].path)

    def unsupported(self, node: int, construct: str) -> None:
        """Note what no form can be made of."""
        self.problems.append(FormProblem(self.nodes[node].path, "form.unsupported", {"construct": construct}))

    def note(self, node: int, construct: str, fate: Fate) -> None:
        """Note what the form says of a node and nothing here carries out."""
        self.notes.append(FormNote(self.nodes[node].path, construct, fate))

    def begin(self, parent: int, planting: Planting) -> None:
        """Let what repeats around a node, or the form, begin with an instance of a list in it."""
        around = (above for above in upwards(self.nodes, parent) if above in self.repeating)
        self.beginnings.add(next(around, NOWHERE), planting)

    def shared(self, one: int, other: int) -> int:
        """The innermost node that two nodes lie in; the root, for the root itself."""
        if one == 0:
            return one
        around = set(upwards(self.nodes, self.nodes[other].parent))
        return next(node for node in upwards(self.nodes, self.nodes[one].parent) if node in around)

    def below(self, node: int) -> tuple[int, ...]:
        """A node and all that is in it."""
        found = {node}
        for number in range(node + 1, len(self.nodes)):
            if self.nodes[number].parent in found:
                found.add(number)
        return tuple(sorted(found))

    def tree(self) -> Tree:
        """The nodes with their children linked."""
        children: list[list[int]] = [[] for _ in self.nodes]
        for node, one in enumerate(self.nodes):
            if one.parent >= 0:
                children[one.parent].append(node)
        nodes = tuple([replace(one, children=tuple(children[node])) for node, one in enumerate(self.nodes)])
        repeated: set[int] = set()
        for node, one in enumerate(nodes):
            if node in self.repeating or one.parent in repeated:
                repeated.add(node)
        by_path = {one.path: node for node, one in enumerate(nodes)}
        return Tree("", nodes, by_path, repeats=frozenset(self.repeating), repeated=frozenset(repeated))

    def _added_values(self) -> dict[int, tuple[SetValue, ...]]:
        """The first values of what lies in a list, for each list around it: its new instances begin with them."""
        found: dict[int, list[SetValue]] = {}
        for one in self.first_values:
            for above in upwards(self.nodes, one.node):
                if above in self.repeating:
                    found.setdefault(above, []).append(one)
        return {repeat: tuple(values) for repeat, values in found.items()}

    def form(
        self,
        body: tuple[Part, ...],
        name: FormId,
        *,
        version: str,
        title: str,
        asks_in: str,
        whole: WholeRule | None = None,
    ) -> Form | FormProblems:
        """The form of all that was made, or why there is none.

        `asks_in` is the member of the document that holds what is asked, for one that holds nothing.
        """
        if not self.questions and not self.problems:
            self.problems.append(FormProblem("#", "form.not_a_form", {"missing": asks_in}))
        tree = self.tree()
        made = plan(tree, self.relevant_reads, self.calculate_reads)
        if isinstance(made, Cycle):
            paths = [tree.nodes[node].path for node in made.nodes]
            self.problems.append(FormProblem(paths[0], "form.cycle", {"nodes": " ".join(paths[:10])}))
        if self.problems or isinstance(made, Cycle):
            return FormProblems(tuple(self.problems))
        questions = tuple(in_order(body))
        return Form(
            id=name,
            version=version,
            title=LocalisedText.of([(UNDETERMINED, title)]),
            languages=(UNDETERMINED,),
            default_language=UNDETERMINED,
            body=body,
            tree=tree,
            binds=tuple([self.binds.get(node, NO_BIND) for node in range(len(tree.nodes))]),
            plan=made,
            instances={},
            first_values=tuple(self.first_values),
            added_values=self._added_values(),
            calculated=frozenset(self.calculate_reads),
            questions=questions,
            by_path={question.path: question for question in questions},
            groups_of=groups_by_path(body),
            repeats=tuple(self.repeats),
            planted=self.beginnings.planted(),
            seeds={node: self.beginnings.seed(node) for node in tree.repeats},
            shapes=self.shapes,
            whole=whole,
            notes=tuple(self.notes),
        )


def in_order(body: Iterable[Part]) -> Iterator[Question]:
    """The questions of a body, in the order in which they are asked."""
    for one in body:
        match one:
            case Question():
                yield one
            case Group(children=children) | Repeat(children=children):
                yield from in_order(children)


def repeats_in(body: Iterable[Part]) -> Iterator[Repeat]:
    """The lists of a body, outer ones first."""
    for one in body:
        if isinstance(one, Repeat):
            yield one
        if not isinstance(one, Question):
            yield from repeats_in(one.children)
