# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the nodes, questions and groups of a form out of Form.io components."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from core.forms.binds import Kind, Shape
from core.forms.built import Built, Part
from core.forms.definition import MOST_INSTANCES, NOT_HERE, AnswerType, Group, Question, Repeat
from core.forms.formio.composed import composed
from core.forms.formio.documents import MOST_COMPONENTS, Component, inner, number, table, word, yes
from core.forms.formio.file_limits import most_answers
from core.forms.formio.first_rows import first_rows
from core.forms.formio.kinds import Asks, asks, called, needs_answer
from core.forms.formio.labels import inside, label_of, words_of
from core.forms.formio.limits import limits
from core.forms.formio.logic import idle, shows_itself
from core.forms.formio.notes import notes
from core.forms.formio.outside_lists import not_fetched
from core.forms.formio.scripts import JAVASCRIPT, has_script, scripts
from core.forms.formio.survey import lines
from core.forms.formio.turning import logic_refused
from core.forms.formio.values import hidden_value, question_of, value_of
from core.forms.json_door import UnusableError
from core.forms.message import Message
from core.forms.planting import Planting
from core.forms.problems import Fate, FormNote, FormProblem
from core.ids import QuestionPath


@dataclass(frozen=True, slots=True)
class Scope:
    """Where components stand: the node that holds their data, and the components whose conditions count for them."""

    parent: int
    around: tuple[tuple[Component, int], ...] = ()
    hidden: bool = False


class Building:
    """Builds components, outermost first. Conditions are kept for the end, when every node is there."""

    def __init__(self, built: Built, events: frozenset[str], *, run_scripts: bool = False) -> None:
        self._built = built
        self._events = events
        self._run_scripts = run_scripts
        self._left = MOST_COMPONENTS
        self.conditional: dict[int, tuple[tuple[Component, int], ...]] = {}
        self.answering: dict[int, tuple[Component, int]] = {}
        self.noted: dict[int, tuple[Component, int]] = {}

    def parts(self, components: Iterable[Component], scope: Scope) -> tuple[Part, ...]:
        """The questions and groups of some components, in order."""
        found: list[Part] = []
        for component in components:
            self._left -= 1
            if self._left < 0:
                raise UnusableError(FormProblem("#", "form.too_large", {"most": str(MOST_COMPONENTS)}))
            part = self._part(component, scope)
            if part is not None:
                found.append(part)
        return tuple(found)

    def _part(self, component: Component, scope: Scope) -> Part | None:
        component = composed(component)
        kind = asks(component)
        turning = logic_refused(component, self._events, run=self._run_scripts)
        for construct in (*scripts(component, run=self._run_scripts), *limits(component), *turning):
            self._unsupported(component, scope, construct)
        if idle(component, self._events):
            self._built.notes.append(FormNote(self._place(component, scope), "logic", Fate.NO_EFFECT))
        if self._run_scripts and has_script(component):
            self._built.notes.append(FormNote(self._place(component, scope), JAVASCRIPT, Fate.RUN_APART))
        for construct, fate in notes(component):
            self._built.notes.append(FormNote(self._place(component, scope), construct, fate))
        if kind is Asks.NOTHING:
            return None
        scope = replace(
            scope,
            around=(*scope.around, (component, scope.parent)),
            hidden=scope.hidden or (yes(component, "hidden") and not shows_itself(component)),
        )
        match kind:
            case Asks.LAYOUT:
                children = self.parts(inside(component), scope)
                return Group(QuestionPath(""), label_of(component), children) if children else None
            case Asks.NOTE:
                return self._note(scope, word(component, "key"), words_of(component), of=component)
            case Asks.OTHER:
                return self._other(component, scope)
            case Asks.HIDDEN:
                self._hidden(component, scope)
                return None
            case Asks.CONTAINER:
                return self._container(component, scope)
            case Asks.SURVEY:
                return self._survey(component, scope)
            case Asks.GRID:
                return self._grid(component, scope)
            case _:
                return self._value(component, scope)

    def _node(self, component: Component, scope: Scope) -> int:
        """The node of a component's data. A key with dots is a way through objects."""
        *above, name = word(component, "key").split(".")
        if not name or len(above) > 20:
            raise UnusableError(
                FormProblem(
                    self._place(component, scope),
                    "form.unsupported",
                    {"construct": "a component without a key"},
                )
            )
        parent = scope.parent
        for step in above:
            parent = self._object(step, parent)
        node = self._built.node(name, parent)
        self.conditional[node] = scope.around
        return node

    def _object(self, name: str, parent: int) -> int:
        for node in range(len(self._built.nodes) - 1, parent, -1):
            one = self._built.nodes[node]
            if one.parent == parent and one.name == name and node in self._built.shapes:
                return node
        node = self._built.node(name, parent)
        self._built.shapes[node] = Shape(Kind.OBJECT)
        return node

    def _note(
        self, scope: Scope, key: str, label: Message, appearance: str = "", of: Component | None = None
    ) -> Part | None:
        if not (label or label.media) or scope.hidden:
            return None
        node = self._built.node(key or "~note", scope.parent)
        self.conditional[node] = scope.around
        if of is not None:
            self.noted[node] = (of, scope.parent)
        question = Question(self._built.path(node), AnswerType.NOTE, label, appearance=appearance, node=node)
        self._built.questions.append(question)
        return question

    def _other(self, component: Component, scope: Scope) -> Part | None:
        """What nothing here can fill is told where it is not needed, and refuses the form where it is."""
        name = called(component)
        if not scope.hidden and needs_answer(component):
            self._unsupported(component, scope, name)
        self._built.notes.append(FormNote(self._place(component, scope), name, Fate.LEFT_OUT))
        return self._note(scope, word(component, "key"), label_of(component), NOT_HERE)

    def _hidden(self, component: Component, scope: Scope) -> None:
        node = self._node(component, scope)
        self.answering[node] = (component, scope.parent)
        self._built.shapes[node], default = hidden_value(component)
        self._built.default(node, default)

    def _container(self, component: Component, scope: Scope) -> Part | None:
        node = self._node(component, scope)
        self._built.shapes[node] = Shape(Kind.OBJECT, kept=component.get("clearOnHide") is False)
        children = self.parts(inner(component), Scope(node, hidden=scope.hidden))
        return Group(self._built.path(node), label_of(component), children) if children else None

    def _survey(self, component: Component, scope: Scope) -> Part | None:
        """One question with the same choices for each line."""
        node = self._node(component, scope)
        self._built.shapes[node] = Shape(Kind.OBJECT, kept=component.get("clearOnHide") is False)
        found = [self._value(line, Scope(node, hidden=scope.hidden)) for line in lines(component)]
        children = tuple([part for part in found if part is not None])
        return Group(self._built.path(node), label_of(component), children) if children else None

    def _grid(self, component: Component, scope: Scope) -> Part | None:
        built, validate = self._built, table(component, "validate")
        node = self._node(component, scope)
        built.shapes[node] = Shape(Kind.OBJECT, kept=component.get("clearOnHide") is False)
        built.repeating.add(node)
        place = len(built.repeats)
        needed, most = yes(validate, "required"), number(validate, "maxLength")
        least = number(validate, "minLength") or int(needed)
        repeat = Repeat(
            built.path(node),
            node,
            label_of(component),
            (),
            least=max(0, min(int(least), MOST_INSTANCES)),
            most=max(1, min(int(most), MOST_INSTANCES)) if most else MOST_INSTANCES,
            gate=self._gate(scope),
            answered=needed,
        )
        built.repeats.append(repeat)
        children = self.parts(inner(component), Scope(node, hidden=scope.hidden))
        built.repeats[place] = replace(repeat, children=children)
        for row in first_rows(component, node, built, self.answering):
            built.begin(scope.parent, row)
        return None if scope.hidden else built.repeats[place]

    def _value(self, component: Component, scope: Scope) -> Part | None:
        built = self._built
        node = self._node(component, scope)
        if address := not_fetched(component):
            place = self._place(component, scope)
            built.problems.append(FormProblem(place, "form.choices_not_fetched", {"address": address}))
            return None
        found = value_of(component, node)
        if isinstance(found, str):
            self._unsupported(component, scope, found)
            return None
        if yes(component, "multiple") and found.answer is not AnswerType.SELECT_MULTIPLE and not scope.hidden:
            return self._several(component, node, scope)
        self.answering[node] = (component, scope.parent)
        built.shapes[node] = found.shape
        built.default(node, found.default)
        if scope.hidden:
            return None
        return question_of(component, found, node, label_of(component), built)

    def _several(self, component: Component, node: int, scope: Scope) -> Repeat:
        """Several answers to one question: a list without members of its own."""
        built, validate = self._built, table(component, "validate")
        found = value_of({**component, "defaultValue": None}, node)
        assert not isinstance(found, str)
        built.repeating.add(node)
        files = found.shape.kind is Kind.FILES
        built.shapes[node] = replace(found.shape, kind=Kind.FILE) if files else found.shape
        each = {**component, "validate": {**validate, "required": True}}
        question = question_of(each, found, node, label_of(component), built)
        label, gate, most = label_of(component), self._gate(scope), most_answers(component)
        least = int(yes(validate, "required"))
        built.repeats.append(
            Repeat(built.path(node), node, label, (question,), least=least, most=most, gate=gate)
        )
        default = component.get("defaultValue")
        for one in default if isinstance(default, list) else (default,):
            if one and isinstance(one, str | int | float):
                built.begin(scope.parent, Planting(node, {node: str(one)}))
        return built.repeats[-1]

    def _gate(self, scope: Scope) -> int:
        """A node beside a list that has its conditions: the list itself has no node while nothing is in it."""
        node = self._built.node("~list", scope.parent)
        self.conditional[node] = scope.around
        return node

    def _unsupported(self, component: Component, scope: Scope, construct: str) -> None:
        place = self._place(component, scope)
        self._built.problems.append(FormProblem(place, "form.unsupported", {"construct": construct}))

    def _place(self, component: Component, scope: Scope) -> str:
        return f"{self._built.nodes[scope.parent].path}/{word(component, 'key')[:100]}"
