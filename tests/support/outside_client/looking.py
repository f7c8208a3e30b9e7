# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a client learns of a program by looking: names, headings, and every object there is."""

import time
from collections.abc import Callable
from typing import Any, TypeVar

from tests.support.outside_client.atspi import Atspi, GoneError
from tests.support.outside_client.objects import PATIENCE, PRESSABLE, WRITABLE, applications, showing

Found = TypeVar("Found")


def names(root: Any) -> list[list[str]]:
    found = []
    for node in showing(root):
        name = node.get_name() or ""
        if name.strip() or node.get_role() in PRESSABLE | WRITABLE:
            found.append([node.get_role_name(), name])
    return found


def now(look: Callable[[Any], Found], root: Any) -> Found:
    """What a look at a program finds; looked at again when a page goes meanwhile."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return look(root)
        except GoneError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def heading(root: Any) -> str:
    """What the first showing heading says; nothing while the page changes."""
    try:
        return next(
            (node.get_name() or "" for node in showing(root) if node.get_role() == Atspi.Role.HEADING), ""
        )
    except GoneError:
        return ""


def awaited(root: Any, text: str) -> str:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            for _, name in names(root):
                if text in name:
                    return name
        except GoneError:
            pass
        time.sleep(0.05)
    raise LookupError(f"no text {text!r} came up")


def tree(root: Any) -> list[dict[str, Any]]:
    """Every object, showing or not."""
    states = root.get_state_set()
    here = {
        "role": root.get_role_name(),
        "name": root.get_name() or "",
        "described": root.get_description() or "",
        "text": text_of(root),
        "showing": states.contains(Atspi.StateType.SHOWING),
        "focused": states.contains(Atspi.StateType.FOCUSED),
        "focusable": states.contains(Atspi.StateType.FOCUSABLE),
        "checked": states.contains(Atspi.StateType.CHECKED),
        "checkable": states.contains(Atspi.StateType.CHECKABLE),
        "editable": states.contains(Atspi.StateType.EDITABLE),
        "labelled": tied(root, Atspi.RelationType.LABELLED_BY),
        "labels": tied(root, Atspi.RelationType.LABEL_FOR),
    }
    found = [here]
    for place in range(root.get_child_count()):
        child = root.get_child_at_index(place)
        if child is not None:
            found += tree(child)
    return found


def everywhere() -> dict[str, str]:
    """All that can be read on the whole bus now: number of each process that is on it → its objects' words."""
    found = {}
    for one in applications():
        try:
            words = [f"{node['name']} {node['described']} {node['text']}" for node in tree(one)]
            found[str(one.get_process_id())] = "\n".join(words)
        except GoneError:
            continue
    return found


def tied(node: Any, kind: Any) -> list[str]:
    """What the objects are called to which this one has such a relation."""
    ties = [one for one in node.get_relation_set() if one.get_relation_type() == kind]
    return [one.get_target(place).get_name() or "" for one in ties for place in range(one.get_n_targets())]


def text_of(node: Any) -> str:
    try:
        count = Atspi.Text.get_character_count(node)
        return str(Atspi.Text.get_text(node, 0, count)) if count > 0 else ""
    except GoneError:
        return ""
