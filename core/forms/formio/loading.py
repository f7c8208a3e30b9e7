# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a Form.io definition as a form; it never raises for bad input."""

from dataclasses import replace

from core.forms.binds import NO_BIND, Kind, Shape
from core.forms.built import Built
from core.forms.definition import Form
from core.forms.expression.tree import Binary, Expression, Operator, Outside
from core.forms.formio.agency_days import give_days
from core.forms.formio.agency_target_group import with_target_groups
from core.forms.formio.building import Building, Scope
from core.forms.formio.conditions import condition_of
from core.forms.formio.day_limits import give_limits
from core.forms.formio.documents import Component, listed, read, word
from core.forms.formio.formula_rules import computed
from core.forms.formio.logic import events_of
from core.forms.formio.logic_rules import Near
from core.forms.formio.pictures import files_of
from core.forms.formio.places import Places
from core.forms.formio.script_rules import running
from core.forms.formio.scripted import give_scripts
from core.forms.formio.scripts import RESULTS, SHOW, script
from core.forms.formio.turning import Words, give_logic, hiding, reworded, words_turned
from core.forms.formio.working import Shown
from core.forms.json_door import UnusableError
from core.forms.problems import FormProblems
from core.forms.programs import Engine
from core.ids import FormId

ROOT = "data"


def load(source: bytes, form: FormId, engine: Engine | None = None) -> Form | FormProblems:
    """Read a definition of Form.io 4 or 5, as Open Forms, CHEFS and NAV write it too. `form` names it.

    What cannot be carried out or asked for here (choices from a server, a required file) is refused by name,
    and so is JavaScript where there is no `engine` to run it.
    """
    try:
        return _form(with_target_groups(read(source)), form, engine)
    except UnusableError as error:
        return FormProblems((error.problem,))


def _form(document: Component, form: FormId, engine: Engine | None) -> Form | FormProblems:
    built = Built("")
    root = built.node(ROOT, -1)
    built.shapes[root] = Shape(Kind.OBJECT)
    building = Building(built, events_of(document), run_scripts=engine is not None)
    if word(document, "controller").strip():
        built.unsupported(root, "controller")
    body = building.parts(listed(document, "components"), Scope(root))
    if not built.problems:
        places = Places(built)
        _give_conditions(built, building, places, engine)
        give_days(built, building.answering, places)
        give_limits(built, building.answering, places)
        give_scripts(built, building.answering, places, engine)
        body = reworded(body, _give_logic(built, building, places, engine))
    made = built.form(
        body,
        form,
        version=str(document.get("_vid") or word(document, "modified")),
        title=word(document, "title") or word(document, "name") or str(form),
        asks_in="components",
    )
    return replace(made, files=files_of(made.questions)) if isinstance(made, Form) else made


def _give_conditions(built: Built, building: Building, places: Places, engine: Engine | None) -> None:
    """Give every node the conditions of the components around it."""
    for node, components in building.conditional.items():
        test: Expression | None = None
        reads: set[int] = set()
        for component, near in components:
            for rule in (
                condition_of(component, near, places),
                computed(word(component, SHOW), "show", component, near, places, thrown=True),
                None if engine is None else _script_rule(component, node, near, places, engine),
                hiding(Near(component, node, near, places, engine)),
            ):
                if isinstance(rule, str):
                    built.unsupported(node, rule)
                elif rule is not None:
                    one = Outside(rule)
                    test = one if test is None else Binary(Operator.AND, test, one)
                    reads.update(rule.reads)
        if test is not None:
            bind = built.binds.get(node, NO_BIND)
            built.binds[node] = replace(bind, relevant=test)
            built.relevant_reads[node] = {read: built.shared(read, node) for read in reads}


def _give_logic(built: Built, building: Building, places: Places, engine: Engine | None) -> dict[int, Words]:
    """Give the nodes what the logic of their components turns; the words that it turns, by the node."""
    turning = {
        node: Near(component, node, near, places, engine)
        for node, (component, near) in {**building.answering, **building.noted}.items()
        if component.get("logic")
    }
    for at in turning.values():
        give_logic(built, at)
    return {node: words_turned(at) for node, at in turning.items()}


def _script_rule(component: Component, node: int, near: int, places: Places, engine: Engine) -> Shown | None:
    """The rule of a component's `customConditional` that is a script; None without one."""
    read_ = script(component, SHOW)
    return (
        None if read_ is None else Shown(running(read_, RESULTS[SHOW], component, node, near, places, engine))
    )
