# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a Form.io definition as a form; it never raises for bad input."""

from collections.abc import Mapping
from dataclasses import replace

from core.forms.binds import NO_BIND, Kind, Shape
from core.forms.built import Built, in_order
from core.forms.definition import Form
from core.forms.dependencies import Cycle, plan
from core.forms.expression.tree import Binary, Expression, Operator, Outside
from core.forms.formio.building import Building, Scope
from core.forms.formio.conditions import condition_of, script_of
from core.forms.formio.documents import Component, listed, read, word
from core.forms.formio.places import Places
from core.forms.json_schema.documents import UnusableError
from core.forms.language_names import UNDETERMINED
from core.forms.planting import Planting
from core.forms.problems import FormProblem, FormProblems
from core.forms.xforms_body import groups_by_path
from core.ids import FormId
from core.text import LocalisedText

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
    body = building.parts(listed(document, "components"), Scope(root))
    reads = _conditions(built, building)
    if not built.questions and not built.problems:
        built.problems.append(FormProblem("#", "form.not_a_form", {"missing": "components"}))
    tree = built.tree()
    made = plan(tree, reads, {})
    if isinstance(made, Cycle):
        paths = " ".join(tree.nodes[node].path for node in made.nodes[:10])
        built.problems.append(FormProblem(tree.nodes[made.nodes[0]].path, "form.cycle", {"nodes": paths}))
    if built.problems or isinstance(made, Cycle):
        return FormProblems(tuple(built.problems))
    questions = tuple(in_order(body))
    return Form(
        id=form,
        version=str(document.get("_vid") or word(document, "modified")),
        title=LocalisedText.of(
            [(UNDETERMINED, word(document, "title") or word(document, "name") or str(form))]
        ),
        languages=(UNDETERMINED,),
        default_language=UNDETERMINED,
        body=body,
        tree=tree,
        binds=tuple([built.binds.get(node, NO_BIND) for node in range(len(tree.nodes))]),
        plan=made,
        instances={},
        questions=questions,
        by_path={question.path: question for question in questions},
        groups_of=groups_by_path(body),
        repeats=tuple(built.repeats),
        planted=tuple(building.planted),
        seeds={node: Planting(node) for node in tree.repeats},
        shapes=built.shapes,
    )


def _conditions(built: Built, building: Building) -> Mapping[int, Mapping[int, int]]:
    """Give every node the conditions of the components around it. Returns what these read."""
    if built.problems:
        return {}
    places = Places(built)
    found: dict[int, Mapping[int, int]] = {}
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
            found[node] = {read: places.shared(read, node) for read in reads}
    return found
