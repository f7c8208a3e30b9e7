# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of a form while it is made out of JSON of another standard."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from core.forms.binds import Bind, Shape
from core.forms.definition import Group, Question, Repeat
from core.forms.expression.tree import Call
from core.forms.instance import Node, Tree
from core.forms.problems import FormProblem
from core.ids import QuestionPath

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
    relevant_reads: dict[int, Mapping[int, int]] = field(default_factory=dict)
    problems: list[FormProblem] = field(default_factory=list)
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


def in_order(body: Iterable[Part]) -> Iterator[Question]:
    """The questions of a body, in the order in which they are asked."""
    for one in body:
        match one:
            case Question():
                yield one
            case Group(children=children) | Repeat(children=children):
                yield from in_order(children)
