# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a filled form as the OpenRosa submission that its agency expects; it sends nothing."""

from collections.abc import Mapping
from datetime import datetime
from typing import cast

from lxml import etree

from core.forms.answers import sendable
from core.forms.binds import Preload
from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.instance import Tree
from core.forms.xforms_binds import INSTANCE_ID

OPENROSA = "http://openrosa.org/xforms"


def to_xml(entry: Entry, finished: datetime | None = None) -> bytes:
    """The primary instance with its answers (ODK XForms 'Primary instance'; OpenRosa Metadata 1.0).

    Nodes that are not relevant are left out with all that is in them. `meta/instanceID` is always there, even when
    the form forgot it: by it the agency recognises a repetition. `finished` fills the `end` timestamp, if any.
    """
    form, tree = entry.form, entry.tree
    root = _element(entry, 0, None)
    made: dict[int, etree._Element] = {0: root}
    ends = {node for node, preload in form.preloads if preload is Preload.END}
    for node in tree.live():
        one = tree.nodes[node]
        if node == 0 or one.is_attribute or one.parent not in made or not entry.node_relevant(node):
            continue
        element = made[node] = _element(entry, node, made[one.parent])
        if one.is_leaf:
            value = (
                finished.isoformat(timespec="milliseconds")
                if finished and tree.origin(node) in ends
                else entry.value_text(node)
            )
            element.text = sendable(value) or None
    if not any(tree.nodes[node].path.endswith(INSTANCE_ID) for node in made):
        _add_instance_id(root, made, tree)
    for node, element in made.items():
        if tree.nodes[node].path.endswith(INSTANCE_ID):
            element.text = entry.submission_id
    for element in root.iter("{*}instanceID"):
        element.text = element.text or entry.submission_id
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _element(entry: Entry, node: int, parent: etree._Element | None) -> etree._Element:
    form, one = entry.form, entry.tree.nodes[node]
    name = f"{{{one.space}}}{one.name}" if one.space else one.name
    element = etree.Element(name, nsmap=_prefixes(form)) if parent is None else etree.SubElement(parent, name)
    # Attributes have rules too: entities are told by them (ODK Entities, 'Declaring that a form creates entities').
    for (key, _), attribute in zip(one.attributes, one.attribute_nodes, strict=True):
        if entry.node_relevant(attribute):
            element.set(key, sendable(entry.value_text(attribute)))
    return element


def _prefixes(form: Form) -> Mapping[str, str]:
    # lxml writes a default namespace for the key None, which its type hints leave out.
    return cast("Mapping[str, str]", {prefix or None: space for prefix, space in form.spaces})


def _add_instance_id(root: etree._Element, made: dict[int, etree._Element], tree: Tree) -> None:
    meta = next((element for node, element in made.items() if tree.nodes[node].path.endswith("/meta")), None)
    if meta is None:
        meta = etree.SubElement(root, f"{{{OPENROSA}}}meta", nsmap={"orx": OPENROSA})
    own = str(meta.tag).rpartition("}")[0]
    etree.SubElement(meta, f"{own}}}instanceID" if own else "instanceID")
