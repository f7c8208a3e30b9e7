# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of a form while it is made out of a schema."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from core.forms.binds import Bind, Shape
from core.forms.definition import Question, Repeat
from core.forms.expression.tree import Call
from core.forms.instance import Node
from core.forms.problems import FormProblem
from core.ids import QuestionPath

TRUE = Call("true", ())


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

    def node(self, name: str, parent: int, default: str = "") -> int:
        """A new node. A name that comes twice under a parent (in alternatives) gets a path of its own."""
        above = self.nodes[parent].path if parent >= 0 else ""
        segment = name.replace("~", "~0").replace("/", "~1").replace("[", "~2").replace("]", "~3")
        taken = {one.path for one in self.nodes}
        path, turn = f"{above}/{segment}", 1
        while path in taken:
            turn += 1
            path = f"{above}/{segment}~{turn}"
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
