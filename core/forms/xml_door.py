# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets XML from outside in as a tree, or says why not; it can reach no network and no file."""

from dataclasses import replace
from functools import lru_cache

from lxml import etree

from core.forms.instance import Node, Tree
from core.forms.problems import FormProblem

XFORMS = "http://www.w3.org/2002/xforms"

LARGEST = 8_000_000
"""Bytes. The largest of 451 published forms has 2.7 million."""

DEEPEST = 100
"""Levels of elements."""


def read(source: bytes) -> etree._Element | FormProblem:
    """The root element, without comments and processing instructions.

    A document type is refused whole: forms need none, and entities are how XML attacks its readers.
    """
    if len(source) > LARGEST:
        return FormProblem("file", "form.too_large", {"bytes": str(len(source)), "most": str(LARGEST)})
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(source, parser)
    except etree.XMLSyntaxError as error:
        if b"<!DOCTYPE" in source:
            return FormProblem("file", "form.doctype")
        line = error.lineno if error.lineno is not None else 0
        return FormProblem(f"line {line}", "form.not_xml")
    except ValueError:
        # lxml refuses text that has no bytes to parse.
        return FormProblem("file", "form.not_xml")
    if root.getroottree().docinfo.internalDTD is not None:
        return FormProblem("file", "form.doctype")
    if _deeper_than(root, DEEPEST):
        return FormProblem("file", "form.too_deep", {"most": str(DEEPEST)})
    return root


def _deeper_than(root: etree._Element, most: int) -> bool:
    level: list[etree._Element] = [root]
    for _ in range(most):
        level = [child for element in level for child in element]
        if not level:
            return False
    return True


def local(element: etree._Element) -> str:
    """The element's name without its namespace."""
    return _local(str(element.tag))


@lru_cache(maxsize=1_000)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def space(element: etree._Element) -> str:
    """The element's namespace; empty for none."""
    tag = str(element.tag)
    return tag[1:].partition("}")[0] if tag.startswith("{") else ""


def child(element: etree._Element, name: str) -> etree._Element | None:
    """The first child with a local name."""
    return next(element.iterchildren(f"{{*}}{name}"), None)


def attribute(element: etree._Element, name: str) -> str:
    """An attribute by its local name, whatever its namespace; empty when it is missing."""
    plain = element.get(name)
    if plain is not None:
        return plain
    ending = "}" + name
    return next((str(value) for key, value in element.attrib.items() if str(key).endswith(ending)), "")


def tree_of(name: str, root: etree._Element, *, keep_attributes: bool = False) -> Tree:
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
