# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A client that walks through the tree at random while another one makes the pages change."""

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kiosk.gate.waiting import Waiting
from tests.support.outside_client.atspi import GoneError

PAGES = 1500
"""More changes than a walk takes time for."""

MEBIBYTE = 1 << 20


@contextmanager
def changing(name: str, presses: Sequence[str]) -> Iterator[list[int]]:
    """Another client presses these one after the other, over and over; how often is known at the end."""
    orders = "".join(json.dumps({"press": presses[at % len(presses)]}) + "\n" for at in range(PAGES))
    other = subprocess.Popen(
        (sys.executable, "-m", "tests.support.outside_client", name),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert other.stdin is not None
    other.stdin.write(orders.encode())
    other.stdin.flush()
    pressed: list[int] = []
    try:
        yield pressed
    finally:
        other.terminate()
        said, _ = other.communicate()
        pressed.append(sum(b'"ok": true' in line for line in said.splitlines()))


def walk(root: Any, name: str, times: int, presses: Sequence[str]) -> dict[str, Any]:
    """Go through the tree at random, reading whatever is met; what vanishes under way is left.

    `slowest` is the longest that an object took to answer, in seconds, without what any of the processes that answer
    together had to wait for a processor. `grown` is by how many MiB the program is larger at the end than at a fifth
    of the way.
    """
    slowest, met, before = 0.0, 0, 0
    program = int(root.get_process_id())
    busy = [Waiting(one) for one in (os.getpid(), program, int(os.environ["ACCESSIBILITY_BUS"]))]
    with changing(name, presses) as pressed:
        for number in range(times):
            if number == times // 5:
                before = resident(program)
            node = root
            while node is not None:
                for one in busy:
                    one.look()
                began, waited = time.monotonic(), sum(one.seconds for one in busy)
                try:
                    count = node.get_child_count()
                    node.get_name(), node.get_description(), node.get_role(), node.get_state_set()
                    node.get_relation_set()
                    met += 1
                    node = node.get_child_at_index(random.randrange(count)) if count else None
                except GoneError:
                    node = None
                took = time.monotonic() - began
                for one in busy:
                    one.look()
                slowest = max(slowest, took - (sum(one.seconds for one in busy) - waited))
    grown = (resident(program) - before) / MEBIBYTE
    return {"met": met, "slowest": slowest, "grown": grown, "changed": pressed[0]}


def resident(process: int) -> int:
    """Bytes of it that are in memory."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")
