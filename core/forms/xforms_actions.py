# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the actions of a form: values that are set at a moment (ODK XForms, 'Actions' and 'Events')."""

from dataclasses import dataclass, field

from lxml import etree

from core.forms.binds import SetValue
from core.forms.expression.tree import Literal
from core.forms.instance import Tree
from core.forms.xforms_binds import Rules, find_node
from core.forms.xforms_reading import Reading, place_of
from core.forms.xml_door import local

_FIRST_LOAD = frozenset(["odk-instance-first-load", "odk-instance-load", "xforms-ready"])
_ADDED = "odk-new-repeat"
_CHANGED = "xforms-value-changed"


@dataclass(slots=True)
class Actions:
    """The values set when the form is opened, when an instance of a repeat is added, when an answer is changed."""

    first: list[SetValue] = field(default_factory=list)
    added: dict[int, list[SetValue]] = field(default_factory=dict)
    changed: dict[int, list[SetValue]] = field(default_factory=dict)


def read_actions(root: etree._Element, tree: Tree, rules: Rules, reading: Reading) -> Actions:
    """The `setvalue` actions; every other action is a problem."""
    found = Actions()
    for element in root.iter():
        name = local(element)
        # A public machine tells no place of its own: `setgeopoint` leaves its node empty, as properties do.
        if name in ("recordaudio", "send", "insert", "delete"):
            reading.unsupported(place_of(element), name)
        elif name == "setvalue":
            _read(element, tree, rules, reading, found)
    return found


def _read(element: etree._Element, tree: Tree, rules: Rules, reading: Reading, found: Actions) -> None:
    events = element.get("event", "").split()
    others = [event for event in events if event not in _FIRST_LOAD and event not in (_ADDED, _CHANGED)]
    if others or not events:
        reading.unsupported(place_of(element), f"setvalue on {' '.join(others) or 'no event'}")
        return
    action = _value(element, tree, rules, reading)
    if action is None:
        return
    if not _FIRST_LOAD.isdisjoint(events):
        found.first.append(action)
    observer = _observer(element, tree, rules, reading)
    if _ADDED in events:
        repeat = observer if observer is not None and observer in tree.repeats else _around(action.node, tree)
        if repeat >= 0:
            found.added.setdefault(repeat, []).append(action)
    if _CHANGED in events and observer is not None:
        found.changed.setdefault(observer, []).append(action)


def _observer(element: etree._Element, tree: Tree, rules: Rules, reading: Reading) -> int | None:
    """The node of the control or repeat that the action stands in; None in the model."""
    parent = element.getparent()
    while parent is not None:
        path = parent.get("ref") or parent.get("nodeset")
        if parent.get("bind") is not None and path is None:
            return rules.by_id.get(parent.get("bind", ""))
        if path is not None:
            return find_node(path, tree, 0, reading, place_of(parent))
        parent = parent.getparent()
    return None


def _around(node: int, tree: Tree) -> int:
    """The innermost repeat around a node, which an action that stands in the model waits for; -1 for none."""
    while node >= 0 and node not in tree.repeats:
        node = tree.nodes[node].parent
    return node


def _value(element: etree._Element, tree: Tree, rules: Rules, reading: Reading) -> SetValue | None:
    path, place = element.get("ref"), place_of(element)
    node = (
        rules.by_id.get(element.get("bind", "")) if path is None else find_node(path, tree, 0, reading, place)
    )
    if node is None:
        # As a bind for a node that is not there rules over nothing, so nothing is set.
        return None
    source = element.get("value")
    if source is None or not source.strip():
        # An empty `value` empties the node; only without the attribute the content counts (XForms 1.1 section 10.6).
        return SetValue(node, Literal((element.text or "").strip() if source is None else ""))
    resolved = reading.expression(source, tree, node, place, "value")
    return SetValue(node, resolved.expression) if resolved is not None else None
