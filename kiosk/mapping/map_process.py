# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The process that reads the town's map, from the side of the program that shows it."""

import logging
import os
import select
import time
from pathlib import Path
from typing import Final

from core.town_map import Plan, Tile
from kiosk.answering import AskedChild
from kiosk.children import own_command
from kiosk.mapping.wire import LARGEST_ANSWER, decode, question
from kiosk.picturing.wire import framed

log = logging.getLogger("kiosk.map")

PATIENCE: Final = 10.0
"""Seconds for an answer; the first one loads what decodes pictures."""
MOST_ENDS: Final = 3
"""Times that the process may end over a tile in one visit; after that nothing is drawn any more."""

_CHUNK: Final = 65_536
_HEAD: Final = 4


class MapProcess:
    """One map. Not for several threads, except for `interrupt`."""

    def __init__(
        self, file: Path, command: tuple[str, ...] = own_command("kiosk.mapping"), patience: float = PATIENCE
    ) -> None:
        self._child, self._patience = AskedChild((*command, str(file.absolute()))), patience
        self._ends = 0
        self._plan: Plan | str = ""

    def plan(self) -> Plan | str:
        """What map it is, or in English why there is none. The process begins with this."""
        if not self._plan:
            self._plan = self._begun()
            if isinstance(self._plan, str):
                self._child.end()
        return self._plan

    def tile(self, tile: Tile) -> bytes:
        """The picture, made anew; empty for one that is not there. A tile over which the process ends costs itself."""
        if self._child.is_closed() or self._ends >= MOST_ENDS or not isinstance(self.plan(), Plan):
            return b""
        if self._child.process is None and not isinstance(self._begun(), Plan):
            return b""
        answer = self._answer(framed([question(tile)]))
        if answer is None:
            self._child.end()
            if not self._child.is_closed():
                self._ends += 1
                log.error("the map's process ended over a tile, for the %d. time", self._ends)
        return answer or b""

    def interrupt(self) -> None:
        """Answer nothing more; from another thread too, whose wait for an answer then ends."""
        self._child.interrupt()

    def close(self) -> None:
        """End the process and close its pipes, once nobody waits for an answer."""
        self._child.close()

    def _begun(self) -> Plan | str:
        self._child.start()
        answer = self._answer(b"")
        return decode(answer) if answer is not None else "is too much for the process that reads it"

    def _answer(self, asked: bytes) -> bytes | None:
        """One framed answer; None when none came in time, or the process is no more."""
        process = self._child.process
        assert process is not None
        assert process.stdin is not None
        try:
            process.stdin.write(asked)
            process.stdin.flush()
        except BrokenPipeError:
            return None
        deadline = time.monotonic() + self._patience
        head = self._read(_HEAD, deadline)
        length = int.from_bytes(head, "big")
        if len(head) < _HEAD or length > LARGEST_ANSWER:
            return None
        answer = self._read(length, deadline)
        return answer if len(answer) == length else None

    def _read(self, count: int, deadline: float) -> bytes:
        """So many bytes; fewer when they do not come in time."""
        process = self._child.process
        assert process is not None
        assert process.stdout is not None
        descriptor, found = process.stdout.fileno(), b""
        while len(found) < count:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([descriptor], [], [], left)[0]:
                break
            piece = os.read(descriptor, min(count - len(found), _CHUNK))
            if not piece:
                break
            found += piece
        return found
