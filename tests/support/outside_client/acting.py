# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a client does to objects: presses them, and writes into them."""

import time
from typing import Any

from tests.support.outside_client.atspi import Atspi, GoneError
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
