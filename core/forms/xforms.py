# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The door for OpenRosa XForms: bytes in, a form or the reasons against it out; it never raises for bad input."""

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from core.forms.definition import Form, groups_by_path
from core.forms.language_names import UNDETERMINED
from core.forms.problems import FormProblem, FormProblems
from core.forms.tables import tables_in
from core.forms.together import together_in
from core.forms.xforms_actions import read_actions
from core.forms.xforms_binds import all_binds, make_plan, read_binds
from core.forms.xforms_body import WITH_CHOICES, Around, Body
from core.forms.xforms_choices import Choices
from core.forms.xforms_external_selects import external_selects
from core.forms.xforms_instances import primary, secondary
from core.forms.xforms_media import found_files
from core.forms.xforms_reading import Reading
from core.forms.xforms_repeats import repeat_paths
from core.forms.xforms_search import searched_lists
from core.forms.xforms_texts import Texts
from core.forms.xforms_unheeded import note_unheeded
from core.forms.xml_door import XFORMS, attribute, child, local, read
from core.ids import FormId
from core.text import LocalisedText

__all__ = ["FormProblem", "FormProblems", "load"]


def load(source: bytes, attachments: Mapping[str, bytes] | None = None) -> Form | FormProblems:
    """Read a form as ODK XForms 1.0 describes it (https://getodk.github.io/xforms-spec/).

    `attachments` are the files of its manifest by their names, as far as they are here.

    What it has beyond this program's form model, and a list whose file is not here, is refused by name: a form is
    opened whole or not at all.
    """
    root = read(source)
    if isinstance(root, FormProblem):
        return FormProblems((root,))
    reading = Reading()
    form = _form(root, attachments or {}, reading)
    if reading.problems or form is None:
        return FormProblems(tuple(reading.problems))
    return form


def _form(root: etree._Element, attachments: Mapping[str, bytes], reading: Reading) -> Form | None:
    head, body = child(root, "head"), child(root, "body")
    model = child(head, "model") if head is not None else None
    if local(root) != "html" or head is None or model is None or body is None:
        parts = (("head", head), ("model", model), ("body", body))
        missing = [name for name, part in parts if part is None] if local(root) == "html" else ["html"]
        reading.problem(f"<{local(root)}>", "form.not_a_form", missing=missing[0])
        return None
    instances = [one for one in model if local(one) == "instance"]
    data = next(iter(instances[0]), None) if instances else None
    if data is None:
        reading.problem("<model>", "form.no_instance")
        return None
    sown = primary(data, repeat_paths(body, model), reading)
    tree = replace(sown.tree, id=instances[0].get("id", ""))
    others = {
        **searched_lists(body, attachments, reading),
        **external_selects(body, child(model, "itext"), attachments, reading),
        **secondary(instances[1:], tree, attachments, reading),
    }
    external = frozenset(one.get("id", "") for one in instances[1:] if one.get("src") is not None)
    texts = Texts(child(model, "itext"), tree, reading)
    rules = read_binds([one for one in model if local(one) == "bind"], tree, texts, reading)
    actions = read_actions(root, tree, rules, reading)
    found = Body(tree, rules, texts, Choices(tree, others, external, texts, reading), reading)
    content = found.read(body, Around())
    plan = make_plan(tree, rules, reading)
    note_unheeded(model, body, reading)
    identity = data.get("id") or _namespace_as_id(data)
    if not identity:
        reading.problem(tree.nodes[0].path, "form.no_id")
    if plan is None or reading.problems:
        return None
    files = found_files(texts.files, attachments, reading)
    tables = tables_in(content)
    chosen = frozenset(question.node for question in found.questions if question.type in WITH_CHOICES)
    return Form(
        id=FormId(identity),
        version=attribute(data, "version"),
        title=_title(head, texts),
        languages=texts.languages,
        default_language=texts.default_language,
        body=content,
        tree=tree,
        binds=all_binds(tree, rules, chosen),
        plan=plan,
        instances=others,
        preloads=tuple(rules.preloads),
        first_values=tuple(actions.first),
        spaces=tuple([(prefix or "", space) for prefix, space in data.nsmap.items() if space != XFORMS]),
        calculated=frozenset(node for node, bind in rules.binds.items() if bind.calculate is not None),
        questions=tuple(found.questions),
        by_path={question.path: question for question in found.questions},
        groups_of=groups_by_path(content),
        repeats=tuple(found.repeats),
        planted=sown.planted,
        public_key=_public_key(model),
        seeds=sown.seeds,
        added_values={node: tuple(values) for node, values in actions.added.items()},
        changed_values={node: tuple(values) for node, values in actions.changed.items()},
        tables=tables,
        together=together_in(content, tables),
        notes=tuple(reading.notes),
        files=files,
        texts=texts.said,
    )


def _public_key(model: etree._Element) -> str:
    """The key that submissions are encrypted to (ODK XForms, 'Encryption'); empty for a form without one."""
    found = [element.get("base64RsaPublicKey", "") for element in model if local(element) == "submission"]
    return next((key for key in found if key), "")


def _namespace_as_id(data: etree._Element) -> str:
    """Older forms name themselves by the namespace of their instance (OpenRosa 1.0, 'xmlns as form id')."""
    own = str(data.tag)[1:].partition("}")[0] if str(data.tag).startswith("{") else ""
    return own if own != XFORMS else ""


def _title(head: etree._Element, texts: Texts) -> LocalisedText:
    title = child(head, "title")
    text = " ".join("".join(str(part) for part in title.itertext()).split()) if title is not None else ""
    return LocalisedText.of([(texts.default_language or UNDETERMINED, text)])
