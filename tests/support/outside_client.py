# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""An outside AT-SPI client: does one service by accessible names and actions alone. Runs in the system's own Python.

Reads one JSON object a line from standard input and answers each with one: {"press": name}, {"type": [name, text]},
{"names": true}, {"heading": true}, {"await": text}, {"written": [name, text]}, {"tree": true}, {"heard": seconds},
{"walk": times}, {"focused": seconds}.
Knows nothing of the program's code.
"""

import contextlib
import json
import random
import sys
import time
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 - the version must be named first

PATIENCE = 15.0
SLOWEST_MS = 30_000
"""A program on a busy machine answers late; taking that for no answer would press twice."""

PRESSABLE = {
    Atspi.Role.PUSH_BUTTON,
    Atspi.Role.CHECK_BOX,
    Atspi.Role.RADIO_BUTTON,
    Atspi.Role.TOGGLE_BUTTON,
    Atspi.Role.LINK,
}
WRITABLE = {Atspi.Role.TEXT, Atspi.Role.ENTRY}


def application(name: str) -> Any:
    desktop = Atspi.get_desktop(0)
    for place in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(place)
        if child is not None and name in (child.get_name() or ""):
            return child
    return None


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
        except gi.repository.GLib.GError:
            pass  # the tree changed under us: look again
        if time.monotonic() > deadline:
            raise LookupError(f"nothing showing is called {wanted!r}")
        time.sleep(0.05)


def press(root: Any, name: str) -> None:
    node = find(root, name, PRESSABLE)
    try:
        for place in range(node.get_n_actions()):
            if node.get_action_name(place).lower() in ("press", "click", "toggle", "check"):
                node.do_action(place)
                return
    except gi.repository.GLib.GError as trouble:
        raise LookupError(f"{name!r} went away under the hand: {trouble}") from trouble
    raise LookupError(f"{name!r} has no action to press it")


def type_in(root: Any, name: str, text: str) -> None:
    node = find(root, name, WRITABLE)
    try:
        node.set_text_contents(text)
    except gi.repository.GLib.GError as trouble:
        raise LookupError(f"{name!r} went away under the hand: {trouble}") from trouble


def written(root: Any, name: str, text: str) -> None:
    """Wait until a field holds this text."""
    deadline = time.monotonic() + PATIENCE
    found = ""
    while time.monotonic() < deadline:
        try:
            found = str(Atspi.Text.get_text(find(root, name, WRITABLE), 0, -1))
        except gi.repository.GLib.GError:
            found = "nothing: it went away"
        if found == text:
            return
        time.sleep(0.05)
    raise LookupError(f"{name!r} holds {found!r}, not {text!r}")


def names(root: Any) -> list[list[str]]:
    found = []
    for node in showing(root):
        name = node.get_name() or ""
        if name.strip() or node.get_role() in PRESSABLE | WRITABLE:
            found.append([node.get_role_name(), name])
    return found


def names_now(root: Any) -> list[list[str]]:
    """What is showing, looked at again when it changes meanwhile."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return names(root)
        except gi.repository.GLib.GError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def heading(root: Any) -> str:
    """What the first showing heading says; nothing while the page changes."""
    try:
        return next(
            (node.get_name() or "" for node in showing(root) if node.get_role() == Atspi.Role.HEADING), ""
        )
    except gi.repository.GLib.GError:
        return ""


def awaited(root: Any, text: str) -> str:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            for _, name in names(root):
                if text in name:
                    return name
        except gi.repository.GLib.GError:
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
    }
    found = [here]
    for place in range(root.get_child_count()):
        child = root.get_child_at_index(place)
        if child is not None:
            found += tree(child)
    return found


def text_of(node: Any) -> str:
    try:
        count = Atspi.Text.get_character_count(node)
        return str(Atspi.Text.get_text(node, 0, count)) if count > 0 else ""
    except gi.repository.GLib.GError:
        return ""


def walk(root: Any, times: int) -> dict[str, Any]:
    """Go through the tree at random, reading whatever is met; what vanishes under way is left. Times in seconds."""
    slowest, met = 0.0, 0
    for _ in range(times):
        node = root
        while node is not None:
            began = time.monotonic()
            try:
                count = node.get_child_count()
                node.get_name(), node.get_description(), node.get_role(), node.get_state_set()
                node.get_relation_set()
                met += 1
                node = node.get_child_at_index(random.randrange(count)) if count else None
            except gi.repository.GLib.GError:
                node = None
            slowest = max(slowest, time.monotonic() - began)
    return {"met": met, "slowest": slowest}


class Listener:
    """Keeps what is announced, with its politeness (1 polite, 2 assertive), and what got the focus, by its name."""

    def __init__(self) -> None:
        self.heard: list[list[Any]] = []
        self._listener = Atspi.EventListener.new(self._on_event)
        self._listener.register("object:announcement")
        self.focused: list[Any] = []
        self._follower = Atspi.EventListener.new(self._on_focus)
        self._follower.register("object:state-changed:focused")

    def _on_event(self, event: Any) -> None:
        self.heard.append([event.any_data, event.detail1])

    def _on_focus(self, event: Any) -> None:
        if event.detail1:
            # Its name is asked for later: a question from within an event would hold up those that follow.
            self.focused.append(event.source)

    def wait_for_focus(self, seconds: float) -> list[str]:
        """What got the focus until now, and for so long from now on."""
        heard = self.wait(seconds)
        self.heard = heard + self.heard
        focused, self.focused = self.focused, []
        names = []
        for one in focused:
            # What has gone again has no name any more.
            with contextlib.suppress(gi.repository.GLib.GError):
                names.append(one.get_name() or "")
        return names

    def wait(self, seconds: float) -> list[list[Any]]:
        """What was announced until now, and for so long from now on."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            gi.repository.GLib.MainContext.default().iteration(False)
            time.sleep(0.01)
        heard, self.heard = self.heard, []
        return heard


def main(name: str) -> None:
    Atspi.set_timeout(SLOWEST_MS, SLOWEST_MS)
    listener = Listener()
    deadline = time.monotonic() + 60
    root = None
    while root is None and time.monotonic() < deadline:
        root = application(name)
        time.sleep(0.1)
    print(json.dumps({"found": root is not None}), flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        try:
            answer: dict[str, Any] = {"ok": True}
            if "press" in order:
                press(root, order["press"])
            elif "type" in order:
                type_in(root, *order["type"])
            elif "written" in order:
                written(root, *order["written"])
            elif "tree" in order:
                answer["tree"] = tree(root)
            elif "heading" in order:
                answer["heading"] = heading(root)
            elif "heard" in order:
                answer["heard"] = listener.wait(order["heard"])
            elif "focused" in order:
                answer["focused"] = listener.wait_for_focus(order["focused"])
            elif "walk" in order:
                answer |= walk(root, order["walk"])
            elif "await" in order:
                answer["name"] = awaited(root, order["await"])
            else:
                answer["names"] = names_now(root)
        except LookupError as trouble:
            answer = {"ok": False, "why": str(trouble), "names": names_now(root)}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
