# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what there is to choose from: choices in the control, or in an instance that the form brings along."""

import re
from collections.abc import Mapping, Sequence

from lxml import etree

from core.forms.choice_index import index
from core.forms.definition import Choice, Itemset
from core.forms.expression.tree import Axis, Call, Expression, Fixed, Joined, Literal, Path, Step
from core.forms.expression.world import step_from
from core.forms.instance import Tree
from core.forms.message import Message
from core.forms.xforms_reading import Reading, place_of
from core.forms.xforms_texts import Texts
from core.forms.xml_door import child, local

_NAME = re.compile(r"[\w.:\-]+")
_ITEXT_OF_NODE = re.compile(r"\s*jr:itext\(\s*([\w.\-]+)\s*\)\s*")

MOST = 500_000
"""Choices of a form. A country's list of wards has 9,000."""

MOST_PASSED = 4 * MOST
"""Nodes on the ways to all lists of a form. A way that goes down passes hardly more than it leads to; one to and fro
between siblings passes the square of that."""


class Choices:
    """The choices of one form's questions."""

    def __init__(
        self,
        tree: Tree,
        instances: Mapping[str, Tree],
        external: frozenset[str],
        texts: Texts,
        reading: Reading,
    ) -> None:
        self._tree = tree
        self._instances = instances
        self._external = external
        self._kept: dict[str, Mapping[int, Choice]] = {}
        self._left = MOST
        self._unpassed = MOST_PASSED
        self._texts = texts
        self._reading = reading

    def of(self, element: etree._Element, node: int) -> tuple[tuple[Choice, ...], Itemset | None]:
        """All choices of a select control, and the itemset when they depend on other answers.

        A control without any is a problem; one whose choices cannot be read has that problem already.
        """
        itemset = child(element, "itemset")
        if itemset is not None:
            found = self._from_instance(itemset, node)
            if found is None:
                return (), None
        else:
            found = tuple([self._inline(item, node) for item in element if local(item) == "item"]), None
        if not found[0] and (found[1] is None or found[1].names is None):
            self._reading.problem(self._tree.nodes[node].path, "form.no_choices")
        return found

    def _inline(self, item: etree._Element, node: int) -> Choice:
        value = child(item, "value")
        text = (value.text or "").strip() if value is not None else ""
        return Choice(text, self._texts.of_control(child(item, "label"), node))

    def _from_instance(
        self, element: etree._Element, node: int
    ) -> tuple[tuple[Choice, ...], Itemset | None] | None:
        source, place = element.get("nodeset", ""), place_of(element)
        found = self._reading.expression(source, self._tree, node, place, "nodeset")
        if found is None:
            return None
        nodes = found.expression
        match nodes:
            case Call(name="randomize", arguments=((Path() | Joined(parts=(Path(),))) as inner, *_)):
                listed: Expression = inner.parts[0] if isinstance(inner, Joined) else inner
            case Joined(parts=(Path() as inner,)):
                listed = inner
            case _:
                listed = nodes
        match listed:
            case (
                Path(
                    start=Call(name="instance", arguments=(Literal(value=str() as name),)), steps=steps
                ) as path
            ):
                tree = self._instances.get(name)
                if tree is None:
                    if name not in self._external:
                        self._reading.problem(place, "form.missing_node", path=f"instance('{name}')")
                    return None
                choices = self._known(tree, steps, element, node)
                if choices is None:
                    return None
                predicates = [predicate for step in steps for predicate in step.predicates]
                if nodes is not path:
                    return tuple(choices.values()), Itemset(nodes, choices)
                if not predicates:
                    return tuple(choices.values()), None
                only = predicates[0] if len(predicates) == 1 and steps[-1].predicates else None
                found_index = index(tree, choices, only) if only is not None else None
                return tuple(choices.values()), Itemset(path, choices, found_index)
            case Path() | Fixed():
                names = [
                    _reference(child(element, one), one).rpartition(":")[2] for one in ("value", "label")
                ]
                return (), Itemset(nodes, {}, names=(names[0], names[1]))
            case _:
                self._reading.unsupported(place, "choices from answers")
                return None

    def _known(
        self, tree: Tree, steps: tuple[Step, ...], element: etree._Element, node: int
    ) -> Mapping[int, Choice] | None:
        """The choices, read once for all questions that have the same: a list of 40,000 may serve many."""
        labels = [child(element, name) for name in ("value", "label")]
        ways = [(step.axis.value, step.name) for step in steps]
        key = repr((tree.id, ways, [one.get("ref") if one is not None else None for one in labels]))
        kept = self._kept.get(key)
        if kept is not None:
            return kept
        found = self._all(tree, steps, element, node)
        if found is None:
            return None
        self._left -= len(found)
        if self._left < 0:
            self._reading.problem(place_of(element), "form.too_large", most=str(MOST))
            return None
        versions = [version for choice in found.values() for version in choice.label.versions]
        if all(isinstance(part, str) for version in versions for part in version.parts):
            self._kept[key] = found
        return found

    def _all(
        self, tree: Tree, steps: tuple[Step, ...], element: etree._Element, node: int
    ) -> dict[int, Choice] | None:
        """The choices with their nodes, filters apart, in document order."""
        at = self._led_to(tree, steps)
        if at is None:
            self._reading.problem(place_of(element), "form.too_large", most=str(MOST))
            return None
        value = _reference(child(element, "value"), "name")
        label = _reference(child(element, "label"), "label")
        if not (_NAME.fullmatch(label) or _ITEXT_OF_NODE.fullmatch(label)) or not _NAME.fullmatch(value):
            self._reading.unsupported(place_of(element), "computed label")
            return None
        translated = _ITEXT_OF_NODE.fullmatch(label)
        found: dict[int, Choice] = {}
        for item in at:
            chosen = _inner_text(tree, item, value).strip()
            if translated is not None:
                shown = self._texts.by_id(_inner_text(tree, item, translated[1]), node, place_of(element))
            else:
                shown = self._texts.of_text(_inner_text(tree, item, label))
            found[item] = Choice(chosen, shown or Message())
        return found

    def _led_to(self, tree: Tree, steps: tuple[Step, ...]) -> Sequence[int] | None:
        """The nodes in document order; None where the way to them passes more than a form's choices may."""
        at = [-1]
        for step in steps:
            reached: list[int] = []
            for one in at:
                if self._unpassed <= 0:
                    return None
                reached.extend(step_from(tree, one, step, self._pass))
                self._pass(1)
            at = reached if step.axis is Axis.CHILD else sorted(set(reached))
        return at

    def _pass(self, nodes: int) -> None:
        self._unpassed -= nodes


def _reference(element: etree._Element | None, otherwise: str) -> str:
    return element.get("ref", otherwise).strip() if element is not None else otherwise


def _inner_text(tree: Tree, item: int, name: str) -> str:
    """The text of a child element of a choice's node."""
    return next((tree.nodes[inner].default for inner in tree.children(item, name.rpartition(":")[2])), "")
