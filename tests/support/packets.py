# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers at doors, or knocks at them: run by `tests.support.wired` in networks of its own, with nothing but Python.

`answer DOOR...` listens at each door (`tcp 443`) and says back what it hears. `ask ACCOUNT ADDRESS... -- DOOR...`
knocks at every door of every address as that account, and prints those from which an answer came.
"""

import json
import os
import selectors
import socket
import sys
import time

PATIENCE = 0.6
"""Seconds without any answer, on a wire of this kernel's own, after which the doors left are taken for closed."""

WORD = b"is anybody there"


def _opened(door: str, address: str) -> socket.socket:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    kind = socket.SOCK_STREAM if door.startswith("tcp") else socket.SOCK_DGRAM
    opened = socket.socket(family, kind)
    opened.setblocking(False)
    return opened


def _port(door: str) -> int:
    return int(door.split()[1])


def answer(doors: list[str]) -> None:
    """Listen until the input ends or somebody ends us."""
    watch = selectors.DefaultSelector()
    for door in doors:
        listening = socket.socket(socket.AF_INET6, _opened(door, "::").type)
        listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("::", _port(door)))
        if door.startswith("tcp"):
            listening.listen(64)
        watch.register(listening, selectors.EVENT_READ, (door, listening))
    print("ready", flush=True)
    while True:
        for key, _ in watch.select():
            kind, here = key.data
            if kind == "accepted":
                heard = here.recv(64)
                if heard:
                    here.sendall(heard)
                else:
                    watch.unregister(here)
                    here.close()
            elif kind.startswith("tcp"):
                accepted, _ = here.accept()
                watch.register(accepted, selectors.EVENT_READ, ("accepted", accepted))
            else:
                heard, who = here.recvfrom(64)
                here.sendto(heard, who)


def ask(account: int, addresses: list[str], doors: list[str]) -> list[str]:
    """From which doors the word came back."""
    os.setgroups([])
    os.setgid(account)
    os.setuid(account)
    watch = selectors.DefaultSelector()
    for address in addresses:
        for door in doors:
            knocking = _opened(door, address)
            try:
                knocking.connect((address, _port(door)))
            except BlockingIOError:
                pass
            except PermissionError:
                continue  # the kernel's own rules said no at once
            watch.register(knocking, selectors.EVENT_WRITE, (f"{door} {address}", knocking))
    heard, deadline = [], time.monotonic() + PATIENCE
    while watch.get_map() and time.monotonic() < deadline:
        for key, ready in watch.select(0.05):
            door, here = key.data
            try:
                if ready & selectors.EVENT_WRITE:
                    here.send(WORD)
                    watch.modify(here, selectors.EVENT_READ, key.data)
                elif here.recv(64) == WORD:
                    heard.append(door)
                    deadline = time.monotonic() + PATIENCE
                    watch.unregister(here)
            except OSError:
                watch.unregister(here)
    return heard


if __name__ == "__main__":
    if sys.argv[1] == "answer":
        answer(sys.argv[2:])
    end = sys.argv.index("--")
    print(json.dumps(ask(int(sys.argv[2]), sys.argv[3:end], sys.argv[end + 1 :])))
