# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a Form.io definition as a form; it never raises for bad input."""

from dataclasses import replace

from core.forms.binds import NO_BIND, Kind, Shape
from core.forms.built import Built
from core.forms.definition import Form
from core.forms.expression.tree import Binary, Expression, Operator, Outside
from core.forms.formio.building import Building, Scope
from core.forms.formio.conditions import condition_of, formula_rule
from core.forms.formio.documents import Component, listed, read, word
from core.forms.formio.pictures import files_of
from core.forms.formio.places import Places
from core.forms.formio.script_rules import Shown, running
from core.forms.formio.scripted import give_scripts
from core.forms.formio.scripts import RESULTS, SHOW, script
from core.forms.json_door import UnusableError
from core.forms.problems import FormProblems
from core.forms.programs import Engine
from core.ids import FormId

ROOT = "data"


def load(source: bytes, form: FormId, engine: Engine | None = None) -> Form | FormProblems:
    """Read a definition of Form.io 4 or 5, as Open Forms, CHEFS and NAV write it too. `form` names it.

    What cannot be carried out or asked for here (`logic`, choices from a server, a required file) is refused by name,
    and so is JavaScript where there is no `engine` to run it.
    """
    try:
        return _form(read(source), form, engine)
    except UnusableError as error:
        return FormProblems((error.problem,))


def _form(document: Component, form: FormId, engine: Engine | None) -> Form | FormProblems:
    built = Built("")
    root = built.node(ROOT, -1)
    built.shapes[root] = Shape(Kind.OBJECT)
    building = Building(built, run_scripts=engine is not None)
    if word(document, "controller").strip():
        built.unsupported(root, "controller")
    body = building.parts(listed(document, "components"), Scope(root))
    if not built.problems:
        places = Places(built)
        _give_conditions(built, building, places, engine)
        if engine is not None:
            give_scripts(built, building.answering, places, engine)
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
                formula_rule(component, near, places),
                None if engine is None else _script_rule(component, node, near, places, engine),
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


def _script_rule(component: Component, node: int, near: int, places: Places, engine: Engine) -> Shown | None:
    """The rule of a component's `customConditional` that is a script; None without one."""
    read_ = script(component, SHOW)
    return (
        None if read_ is None else Shown(running(read_, RESULTS[SHOW], component, node, near, places, engine))
    )
