# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a JSON Schema as a form; it never raises for bad input."""

from core.forms.binds import NO_BIND, Kind, Shape
from core.forms.built import Built, in_order
from core.forms.definition import Form
from core.forms.dependencies import Cycle, plan
from core.forms.json_schema import parts
from core.forms.json_schema.building import Building
from core.forms.json_schema.documents import Schema, UnusableError, read
from core.forms.json_schema.rules import WholeFits, broken, validator_for
from core.forms.language_names import UNDETERMINED
from core.forms.planting import Planting
from core.forms.problems import FormProblem, FormProblems
from core.forms.xforms_body import groups_by_path
from core.ids import FormId
from core.text import LocalisedText

ROOT = "data"


def load(source: bytes, form: FormId) -> Form | FormProblems:
    """Read a schema whose root is an object (draft-04, draft-07, 2020-12). `form` names it: schemas need no id.

    What no form can be made of (values of any kind, recursive references, references elsewhere) is refused by name.
    """
    try:
        schema = read(source)
        return _form(schema, form)
    except UnusableError as error:
        return FormProblems((error.problem,))


def _form(schema: Schema, form: FormId) -> Form | FormProblems:
    merged = parts.merged(schema)
    if parts.asks(merged) is not parts.Asks.OBJECT:
        return FormProblems(
            (FormProblem("#", "form.unsupported", {"construct": "a root that is no object"}),)
        )
    dialect = str(schema.get("$schema") or "")
    place = broken(schema, dialect)
    if place:
        return FormProblems((FormProblem(place[:200], "form.not_a_schema"),))
    built = Built(dialect)
    root = built.node(ROOT, -1)
    built.shapes[root] = Shape(Kind.OBJECT)
    body = Building(built).members(merged, root)
    if not built.questions and not built.problems:
        built.problems.append(FormProblem("#", "form.not_a_form", {"missing": "properties"}))
    tree = built.tree()
    made = plan(tree, built.relevant_reads, {})
    if isinstance(made, Cycle):
        paths = " ".join(tree.nodes[node].path for node in made.nodes[:10])
        built.problems.append(FormProblem(tree.nodes[made.nodes[0]].path, "form.cycle", {"nodes": paths}))
    if built.problems or isinstance(made, Cycle):
        return FormProblems(tuple(built.problems))
    questions = tuple(in_order(body))
    return Form(
        id=form,
        version=str(schema.get("$id") or schema.get("version") or ""),
        title=LocalisedText.of([(UNDETERMINED, str(schema.get("title") or form))]),
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
        seeds={node: Planting(node) for node in tree.repeats},
        shapes=built.shapes,
        whole=WholeFits(validator_for(schema, dialect)),
    )
