# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes instance trees of the `instance` elements of a form's model."""

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from core.forms.attachments import LAST_SAVED, file_of, instance_of
from core.forms.instance import Tree
from core.forms.problems import Fate, FormProblem
from core.forms.xforms_reading import Reading, place_of
from core.forms.xforms_repeats import Found, find_repeats, pattern_of
from core.forms.xml_door import tree_of


def primary(element: etree._Element, paths: frozenset[str], reading: Reading) -> Found:
    """The instance that is filled and sent. A path that comes twice is a problem unless it is one of the repeats'."""
    pattern = pattern_of(element, paths)
    tree = tree_of("", pattern, keep_attributes=True)
    known: set[str] = set()
    for node in tree.nodes:
        if node.is_attribute:
            continue
        if node.path in known and node.name == "meta":
            reading.problem(node.path, "form.two_metas")
        elif node.path in known and not (node.parent >= 0 and tree.nodes[node.parent].name == "meta"):
            reading.problem(node.path, "form.duplicate_node")
        known.add(node.path)
    return find_repeats(element, replace(tree, unique=True), paths)


def secondary(
    elements: list[etree._Element], main: Tree, attachments: Mapping[str, bytes], reading: Reading
) -> Mapping[str, Tree]:
    """The other instances by their ids. One that lies in a file is a problem when the file is not among these."""
    found: dict[str, Tree] = {}
    for element in elements:
        name, source = element.get("id", ""), element.get("src")
        content = next(iter(element), None)
        if source is not None:
            tree = _from_file(name, source, main, attachments, place_of(element))
            if source == LAST_SAVED:
                reading.note(place_of(element), "last-saved", Fate.STAYS_EMPTY)
            if isinstance(tree, FormProblem):
                reading.problem(tree.place, tree.key, **tree.values)
            else:
                found[name] = tree
        elif content is not None:
            found[name] = tree_of(name, content)
    return found


def _from_file(
    name: str, source: str, main: Tree, attachments: Mapping[str, bytes], place: str
) -> Tree | FormProblem:
    if source == LAST_SAVED:
        return replace(main, id=name, nodes=tuple([replace(node, default="") for node in main.nodes]))
    file = file_of(source)
    content = attachments.get(file)
    if content is None:
        return FormProblem(place, "form.attachment_missing", {"file": file or source})
    return instance_of(name, file, content)
