# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The objects of a program as AT-SPI has them: what is showing, and what of it is called so."""

import time
from typing import Any

from tests.support.outside_client.atspi import Atspi, GoneError

PATIENCE = 15.0

PRESSABLE = {
    Atspi.Role.PUSH_BUTTON,
    Atspi.Role.CHECK_BOX,
    Atspi.Role.RADIO_BUTTON,
    Atspi.Role.TOGGLE_BUTTON,
    Atspi.Role.LINK,
}
WRITABLE = {Atspi.Role.TEXT, Atspi.Role.ENTRY}


def applications() -> Any:
    """Everything that is on the bus now."""
    desktop = Atspi.get_desktop(0)
    for place in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(place)
        if child is not None:
            yield child


def application(name: str) -> Any:
    return next((one for one in applications() if name in (one.get_name() or "")), None)


def showing(node: Any) -> Any:
    """All objects that are on the screen now, in tree order."""
    states = node.get_state_set()
    if states.contains(Atspi.StateType.SHOWING):
        yield node
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None:
            yield from showing(child)


def find(root: Any, wanted: str, roles: set[Any]) -> Any:
    """The first showing object whose name begins with `wanted`; waits for it."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            for node in showing(root):
                if node.get_role() in roles and (node.get_name() or "").startswith(wanted):
                    return node
        except GoneError:
            pass  # the tree changed under us: look again
        if time.monotonic() > deadline:
            raise LookupError(f"nothing showing is called {wanted!r}")
        time.sleep(0.05)
