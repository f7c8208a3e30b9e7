# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives the nodes and questions of a form what the `logic` of their components turns."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from core.forms.binds import NO_BIND, Bind, Check
from core.forms.built import Built, Part
from core.forms.definition import Question
from core.forms.expression.tree import Outside
from core.forms.formio.conditions import refused_operator
from core.forms.formio.documents import Component, table, word, yes
from core.forms.formio.formula import UnreadableError, formula_of
from core.forms.formio.kinds import Asks, asks
from core.forms.formio.labels import label_of, words_of
from core.forms.formio.logic import (
    DISABLED,
    HIDDEN,
    HINTS,
    LABELS,
    REQUIRED,
    VALUE,
    RefusedLogicError,
    Turn,
    turns_of,
)
from core.forms.formio.logic_rules import RESULT, Near, Switched, Ticked, Triggered, trigger_of, value_of
from core.forms.formio.reasoning import refused_in
from core.forms.formio.script_reading import script_of
from core.forms.formio.script_tokens import UnreadableScriptError
from core.forms.formio.scripted import worked_out
from core.forms.formio.texts import text
from core.forms.language_names import UNDETERMINED
from core.forms.message import Message, MessageVersion

JAVASCRIPT = "JavaScript"


def logic_refused(component: Component, events: frozenset[str], *, run: bool) -> Iterator[str]:
    """What of a component's logic is not carried out here, by name. Scripts are where they may `run`."""
    try:
        turns = turns_of(component, events)
    except RefusedLogicError as error:
        yield str(error)
        return
    for turn in turns:
        yield from _trigger_refused(turn.trigger, run=run)
        if turn.member == VALUE:
            yield from _value_refused(turn.to, run=run)


def _trigger_refused(trigger: Component, *, run: bool) -> Iterator[str]:
    kind = word(trigger, "type")
    if kind == "json":
        for construct in refused_in(trigger.get("json")):
            yield f"JSON logic: {construct}"
    elif kind == "javascript":
        yield from _script_refused(word(trigger, "javascript"), RESULT, run=run)
    else:
        simple = table(trigger, "simple")
        refused = "" if word(simple, "when") else refused_operator(simple)
        if refused:
            yield refused


def _value_refused(value: object, *, run: bool) -> Iterator[str]:
    if isinstance(value, dict):
        for construct in refused_in(value, calculates=True):
            yield f"JSON logic: {construct}"
    else:
        yield from _script_refused(str(value), VALUE, run=run)


def _script_refused(code: str, result: str, *, run: bool) -> Iterator[str]:
    if not code.strip() or (result == RESULT and _is_formula(code)):
        return
    if not run:
        yield JAVASCRIPT
        return
    try:
        script_of(code, result)
    except UnreadableScriptError as error:
        yield f"{JAVASCRIPT}: {error}"


def _is_formula(code: str) -> bool:
    try:
        formula_of(code, RESULT)
    except UnreadableError:
        return False
    return True


def hiding(at: Near) -> Switched | None:
    """Whether a component is shown, by its logic; None where that does not turn it."""
    turns = _of(at.component, HIDDEN)
    return _switched(turns, at, yes(at.component, "hidden"), turned=True) if turns else None


def give_logic(built: Built, at: Near) -> None:
    """Give the node of one component that holds an answer what its logic turns, but for its words."""
    component, node = at.component, at.node
    bind = built.binds.get(node, NO_BIND)
    disabled, required, values = (_of(component, member) for member in (DISABLED, REQUIRED, VALUE))
    if disabled:
        bind = replace(bind, readonly=Outside(_switched(disabled, at, yes(component, "disabled"))))
    if required:
        bind = _required(bind, _switched(required, at, yes(table(component, "validate"), "required")), at)
    if values:
        given = Triggered(tuple([(trigger_of(turn, at), value_of(turn, at)) for turn in values]))
        bind = worked_out(bind, built.shapes[node], given, yields=False)
        built.calculate_reads[node] = {one: built.shared(one, node) for one in given.reads}
    if disabled or required or values:
        built.binds[node] = bind


def _required(bind: Bind, needed: Switched, at: Near) -> Bind:
    bind = replace(bind, required=Outside(needed))
    if asks(at.component) is not Asks.TRUTH:
        return bind
    own = text(word(table(at.component, "validate"), "customMessage"))
    ticked = Check("required", Outside(Ticked(needed, at.node)), "problem.required", message=own)
    return replace(bind, checks=(*(one for one in bind.checks if one.rule != "required"), ticked))


@dataclass(frozen=True, slots=True)
class Words:
    """What a question says instead of the words that it was made with."""

    label: Message | None
    hint: Message | None


def words_turned(at: Near) -> Words:
    """The label and the hint of a question that its logic turns."""
    component = at.component
    said = words_of if asks(component) is Asks.NOTE else label_of
    labels, hints = _of(component, *LABELS), _of(component, *HINTS)
    shown = [replace(turn, to=_plain(said({**component, turn.member: turn.to}))) for turn in labels]
    told = [replace(turn, to=_plain(text(str(turn.to)))) for turn in hints]
    hint = text(word(component, "description") or word(component, "tooltip"))
    return Words(_message(shown, at, _plain(said(component))), _message(told, at, _plain(hint)))


def _message(turns: list[Turn], at: Near, otherwise: str) -> Message | None:
    if not turns:
        return None
    part = Outside(_switched(turns, at, otherwise))
    return Message((MessageVersion(UNDETERMINED, (part,)),), at.node)


def _plain(message: Message) -> str:
    return "".join(part for one in message.versions for part in one.parts if isinstance(part, str))


def _of(component: Component, *members: str) -> list[Turn]:
    return [turn for turn in turns_of(component) if turn.member in members] if component.get("logic") else []


def _switched(turns: list[Turn], at: Near, otherwise: bool | str, *, turned: bool = False) -> Switched:
    cases = [(trigger_of(turn, at), turn.to) for turn in turns if isinstance(turn.to, bool | str)]
    return Switched(tuple(cases), otherwise, turned)


def reworded(body: tuple[Part, ...], words: Mapping[int, Words]) -> tuple[Part, ...]:
    """A body with the questions of some nodes saying other words."""
    return tuple([_reworded(part, words) for part in body]) if words else body


def _reworded(part: Part, words: Mapping[int, Words]) -> Part:
    if not isinstance(part, Question):
        return replace(part, children=reworded(part.children, words))
    said = words.get(part.node)
    if said is None:
        return part
    return replace(part, label=said.label or part.label, hint=said.hint or part.hint)
