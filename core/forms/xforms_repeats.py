# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the repeats of a form: the pattern of each in its instance, and the instances that the form brings along."""

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from core.forms.instance import Tree
from core.forms.planting import Planting
from core.forms.xml_door import attribute, local

_TEMPLATE = "{http://openrosa.org/javarosa}template"


@dataclass(frozen=True, slots=True)
class Found:
    """The form's own tree, with one copy of each repeat; `planted` and `seeds` as `Form` has them."""

    tree: Tree
    planted: tuple[Planting, ...] = ()
    seeds: Mapping[int, Planting] = field(default_factory=dict)


def repeat_paths(body: etree._Element, model: etree._Element) -> frozenset[str]:
    """The absolute paths, in local names, of all that the body lets come several times."""
    by_id = {
        one.get("id", ""): one.get("nodeset", "") for one in model if local(one) == "bind" and one.get("id")
    }
    found: set[str] = set()
    for element in body.iter():
        if local(element) != "repeat":
            continue
        path = _path(element, by_id)
        parent = element.getparent()
        while not path.startswith("/") and parent is not None:
            above = _path(parent, by_id)
            path = f"{above}/{path}" if above else path
            parent = parent.getparent()
        found.add(path)
    return frozenset(found)


def _path(element: etree._Element, by_id: Mapping[str, str]) -> str:
    source = element.get("nodeset") or element.get("ref") or by_id.get(element.get("bind", ""), "")
    return "/".join(part.rpartition(":")[2] for part in source.strip().split("/"))


def pattern_of(data: etree._Element, paths: frozenset[str]) -> etree._Element:
    """The instance with one copy of each repeat: the template (ODK XForms `jr:template`), else the first."""
    if not paths:
        return data
    pattern = copy.deepcopy(data)
    waiting = [(pattern, f"/{local(pattern)}")]
    while waiting:
        element, path = waiting.pop()
        kept: dict[str, etree._Element] = {}
        for child in list(element):
            below = f"{path}/{local(child)}"
            if below in paths:
                other = kept.setdefault(below, child)
                if other is not child:
                    wanted = child if is_template(child) and not is_template(other) else other
                    element.remove(other if wanted is child else child)
                    kept[below] = wanted
        for child in element:
            if is_template(child):
                del child.attrib[_TEMPLATE]
            waiting.append((child, f"{path}/{local(child)}"))
    return pattern


def is_template(element: etree._Element) -> bool:
    """Whether an element is only the pattern of a repeat's instances."""
    return element.get(_TEMPLATE) is not None


def find_repeats(data: etree._Element, tree: Tree, paths: frozenset[str]) -> Found:
    """The repeats of an instance whose pattern is `tree`. A repeat that is not in the instance is passed over."""
    places = [tree.find(path) for path in paths]
    repeats = frozenset([node for node in places if node is not None])
    if not repeats:
        return Found(tree)
    repeated: set[int] = set()
    for node, one in enumerate(tree.nodes):
        if node in repeats or one.parent in repeated:
            repeated.add(node)
    tree = replace(tree, repeats=repeats, repeated=frozenset(repeated))
    seeds: dict[int, Planting] = {}
    _sow(data, f"/{local(data)}", tree, seeds)
    planted = _plantings(data, f"/{local(data)}", tree)
    return Found(tree, planted, {node: seeds.get(node, Planting(node)) for node in repeats})


def _sow(element: etree._Element, path: str, tree: Tree, seeds: dict[int, Planting]) -> None:
    """Remember what a new instance of each repeat begins with: what is in its template, else nothing at all.

    That an instance's own defaults are no pattern for others is how JavaRosa understands it.
    """
    for child in element:
        below = f"{path}/{local(child)}"
        node = tree.find(below)
        if node is not None and node in tree.repeats:
            if is_template(child):
                seeds[node] = Planting(node, {}, _plantings(child, below, tree))
            elif node not in seeds:
                given: dict[int, str] = {}
                _texts(child, below, tree, given)
                seeds[node] = Planting(node, dict.fromkeys(given, ""))
        _sow(child, below, tree, seeds)


def _plantings(element: etree._Element, path: str, tree: Tree) -> tuple[Planting, ...]:
    """The instances of repeats in an element; those in another instance belong to that one."""
    found: list[Planting] = []
    for child in element:
        below = f"{path}/{local(child)}"
        node = tree.find(below)
        if node is None:
            continue
        if node not in tree.repeats:
            found.extend(_plantings(child, below, tree))
        elif not is_template(child):
            given: dict[int, str] = {}
            _texts(child, below, tree, given)
            found.append(Planting(node, given, _plantings(child, below, tree)))
    return tuple(found)


def _texts(element: etree._Element, path: str, tree: Tree, given: dict[int, str]) -> None:
    node = tree.find(path)
    if node is not None and tree.nodes[node].is_leaf:
        given[node] = element.text or ""
    for child in element:
        below = f"{path}/{local(child)}"
        if tree.find(below) not in tree.repeats:
            _texts(child, below, tree, given)


def count_of(element: etree._Element) -> str:
    """The expression of `jr:count`; a fixed number of instances without one is what the form brings along."""
    return attribute(element, "count").strip()
