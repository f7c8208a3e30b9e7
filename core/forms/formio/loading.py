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
from core.forms.formio.conditions import condition_of, script_of
from core.forms.formio.documents import Component, listed, read, word
from core.forms.formio.places import Places
from core.forms.json_door import UnusableError
from core.forms.problems import FormProblems
from core.ids import FormId

ROOT = "data"


def load(source: bytes, form: FormId) -> Form | FormProblems:
    """Read a definition of Form.io 4 or 5, as Open Forms, CHEFS and NAV write it too. `form` names it.

    What cannot be carried out or asked for here (JavaScript, `logic`, choices from a server, a required file) is
    refused by name.
    """
    try:
        return _form(read(source), form)
    except UnusableError as error:
        return FormProblems((error.problem,))


def _form(document: Component, form: FormId) -> Form | FormProblems:
    built = Built("")
    root = built.node(ROOT, -1)
    built.shapes[root] = Shape(Kind.OBJECT)
    building = Building(built)
    if word(document, "controller").strip():
        built.unsupported(root, "controller")
    body = building.parts(listed(document, "components"), Scope(root))
    _give_conditions(built, building)
    return built.form(
        body,
        form,
        version=str(document.get("_vid") or word(document, "modified")),
        title=word(document, "title") or word(document, "name") or str(form),
        asks_in="components",
    )


def _give_conditions(built: Built, building: Building) -> None:
    """Give every node the conditions of the components around it."""
    if built.problems:
        return
    places = Places(built)
    for node, components in building.conditional.items():
        test: Expression | None = None
        reads: set[int] = set()
        for component, near in components:
            for rule in (condition_of(component, near, places), script_of(component, near, places)):
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
