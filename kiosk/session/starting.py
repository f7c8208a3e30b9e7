# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts a session's process: a spare, which waits for its order, or the first, whose window is shown at once."""

import os
import sys

from PySide6.QtWidgets import QApplication

from kiosk import early, link
from kiosk.language_packs import with_packs
from kiosk.profile.file import BadProfile, load
from kiosk.profile.in_force import brought_at_start, load_in_force
from kiosk.profile.model import KeySource
from kiosk.session.application import begin
from kiosk.session.process import Process


def main(kind: type[Process] = Process) -> None:
    """Read the order from standard input, prepare, and wait to be shown."""
    application = begin()
    order = first_order()
    if order is None:
        return
    _run(application, order, kind, at_once=False)


def main_early(command: str, profile: str, key: str) -> None:
    """Show the welcome page of a profile now; the order follows. `key` is empty where the profile says it."""
    application = begin()
    paper = early.demonstration_paper() if command == "demo" else ""
    own = load(profile)
    brought = "" if isinstance(own, BadProfile) or command == "demo" else brought_at_start(own)
    order = link.Order(
        profile,
        "",
        {},
        trial=key == KeySource.MEMORY.value,
        print_to=paper,
        vnc_port=early.vnc_port(),
        brought=brought,
    )
    # A passphrase is asked for in the terminal: until it is there, nobody may be welcomed.
    _run(application, order, Process, at_once=key != KeySource.PASSPHRASE.value)


def _run(application: QApplication, order: link.Order, kind: type[Process], *, at_once: bool) -> None:
    profile = load_in_force(order.profile, order.brought)
    if isinstance(profile, BadProfile):
        link.say(sys.stdout.buffer, link.Refusal("trouble.profile", profile.lines()[0]))
        return
    if order.origin:
        profile = profile.moved(order.origin)
    profile, refused = with_packs(profile)
    for pack in refused:
        from kiosk.session.log import log

        for line in pack.lines():
            log.warning("language pack refused: %s", line)
    at_once = at_once and profile.key is not KeySource.PASSPHRASE
    process = kind(application, order, profile, at_once=at_once)
    status = application.exec()
    del process
    sys.exit(status)


def first_order() -> link.Order | None:
    """The order with which a window's process begins; None where the supervisor has gone before it."""
    raw = _first_line()
    if not raw:
        return None
    order = link.decode(raw)
    if not isinstance(order, link.Order):
        raise TypeError("the first line to a window's process is its order")
    return order


def _first_line() -> bytes:
    """The first line, byte by byte: what follows it must stay in the pipe, where the event loop can see it."""
    line = b""
    while not line.endswith(b"\n"):
        one = os.read(sys.stdin.fileno(), 1)
        if not one:
            return b""
        line += one
    return line
