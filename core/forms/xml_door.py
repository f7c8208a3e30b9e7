# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets XML from outside in as a tree, or says why not; it can reach no network and no file."""

from lxml import etree

from core.forms.problems import FormProblem

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
    return str(element.tag).rpartition("}")[2]


def space(element: etree._Element) -> str:
    """The element's namespace; empty for none."""
    tag = str(element.tag)
    return tag[1:].partition("}")[0] if tag.startswith("{") else ""


def child(element: etree._Element, name: str) -> etree._Element | None:
    """The first child with a local name."""
    return next((one for one in element if local(one) == name), None)


def attribute(element: etree._Element, name: str) -> str:
    """An attribute by its local name, whatever its namespace; empty when it is missing."""
    plain = element.get(name)
    if plain is not None:
        return plain
    ending = "}" + name
    return next((str(value) for key, value in element.attrib.items() if str(key).endswith(ending)), "")
