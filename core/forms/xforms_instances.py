# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes instance trees of the `instance` elements of a form's model."""

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from core.forms.instance import Node, Tree
from core.forms.xforms_reading import Reading, place_of
from core.forms.xforms_repeats import Found, find_repeats, pattern_of
from core.forms.xml_door import local, space

XFORMS = "http://www.w3.org/2002/xforms"


def primary(element: etree._Element, paths: frozenset[str], reading: Reading) -> Found:
    """The instance that is filled and sent. A path that comes twice is a problem unless it is one of the repeats'."""
    pattern = pattern_of(element, paths)
    tree = make_tree("", pattern, keep_attributes=True)
    known: set[str] = set()
    for node in tree.nodes:
        if node.is_attribute:
            continue
        if node.path in known:
            reading.problem(node.path, "form.duplicate_node")
        known.add(node.path)
    for one in element.iter():
        if local(one) == "entity" and one.getparent() is not None and local(_parent(one)) == "meta":
            reading.unsupported(place_of(one), "entity")
    return find_repeats(element, replace(tree, unique=True), paths)


def secondary(elements: list[etree._Element], reading: Reading) -> Mapping[str, Tree]:
    """The other instances by their ids. One that lies in another file is a problem."""
    found: dict[str, Tree] = {}
    for element in elements:
        name = element.get("id", "")
        content = next(iter(element), None)
        if element.get("src") is not None:
            reading.unsupported(place_of(element), "external instance")
        elif content is not None:
            found[name] = make_tree(name, content, keep_attributes=False)
    return found


def make_tree(name: str, root: etree._Element, *, keep_attributes: bool) -> Tree:
    """The flat table of an instance's elements and attributes, in document order."""
    children: list[list[int]] = []
    attributes: list[list[int]] = []
    nodes: list[Node] = []
    waiting: list[tuple[etree._Element, int, str]] = [(root, -1, "")]
    while waiting:
        element, parent, above = waiting.pop()
        here = len(nodes)
        path = f"{above}/{local(element)}"
        children.append([])
        attributes.append([])
        if parent >= 0:
            children[parent].append(here)
        nodes.append(_node(element, path, parent, keep_attributes))
        for key, value in element.attrib.items():
            plain = str(key).rpartition("}")[2]
            attributes[here].append(len(nodes))
            children.append([])
            attributes.append([])
            nodes.append(Node(plain, "", f"{path}/@{plain}", here, str(value), is_attribute=True))
        waiting.extend((child, here, path) for child in reversed(element))
    linked = [
        replace(one, children=tuple(children[place]), attribute_nodes=tuple(attributes[place]))
        for place, one in enumerate(nodes)
    ]
    by_path: dict[str, int] = {}
    for place, one in enumerate(linked):
        by_path.setdefault(one.path, place)
    return Tree(name, tuple(linked), by_path)


def _node(element: etree._Element, path: str, parent: int, keep_attributes: bool) -> Node:
    own = space(element)
    text = "" if len(element) else (element.text or "")
    kept = tuple([(str(key), str(value)) for key, value in element.attrib.items()]) if keep_attributes else ()
    return Node(local(element), "" if own == XFORMS else own, path, parent, text, attributes=kept)


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    return element if parent is None else parent
