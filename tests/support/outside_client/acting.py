# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a client does to objects: presses them, writes into them, and hears whether their change is told."""

import time
from typing import Any

from tests.support.outside_client.atspi import Atspi, GoneError
from tests.support.outside_client.listening import CHOSEN, WRITTEN, Listener
from tests.support.outside_client.objects import PATIENCE, PRESSABLE, WRITABLE, find


def press(root: Any, name: str) -> None:
    node = find(root, name, PRESSABLE)
    try:
        for place in range(node.get_n_actions()):
            if node.get_action_name(place).lower() in ("press", "click", "toggle", "check"):
                node.do_action(place)
                return
    except GoneError as trouble:
        raise LookupError(f"{name!r} went away under the hand: {trouble}") from trouble
    raise LookupError(f"{name!r} has no action to press it")


def type_in(root: Any, name: str, text: str) -> None:
    node = find(root, name, WRITABLE)
    try:
        node.set_text_contents(text)
    except GoneError as trouble:
        raise LookupError(f"{name!r} went away under the hand: {trouble}") from trouble


def written(root: Any, name: str, text: str) -> None:
    """Wait until a field holds this text."""
    deadline = time.monotonic() + PATIENCE
    found = ""
    while time.monotonic() < deadline:
        try:
            found = str(Atspi.Text.get_text(find(root, name, WRITABLE), 0, -1))
        except GoneError:
            found = "nothing: it went away"
        if found == text:
            return
        time.sleep(0.05)
    raise LookupError(f"{name!r} holds {found!r}, not {text!r}")


def change(root: Any, listener: Listener, name: str, text: str) -> str:
    """Choose what is called so, or write `text` into it. Returns what has changed there without being told, or ""."""
    node = find(root, name, WRITABLE if text else PRESSABLE)
    try:
        before = _state(node)
        listener.changed.clear()
        (type_in if text else press)(root, name, *([text] if text else []))
        told = listener.told_of(node, WRITTEN, None) if text else listener.told_of(node, CHOSEN, 1)
        after = _state(node)
    except GoneError:
        return ""
    return "" if told or after == before else f"{name}: {before!r} became {after!r}, and nothing was told"


def _state(node: Any) -> str:
    """What can change by an answer: whether it is chosen, or what stands in it."""
    if node.get_role() in WRITABLE:
        return str(Atspi.Text.get_text(node, 0, -1))
    return "chosen" if node.get_state_set().contains(Atspi.StateType.CHECKED) else "not chosen"
