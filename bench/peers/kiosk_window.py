# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Our own session as a contender: a real process with its window, its store and its form engine."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from bench.peers.contender import Took
from bench.peers.hand import Hand
from bench.peers.marks import Code, Marks
from bench.peers.resting import rest, whole_memory
from bench.peers.three_forms import LENGTHS, keep
from bench.screen import Screen
from kiosk import children, link
from kiosk.store_access import session_keys
from offline_cache.subkeys import KEY_BYTES, Key, KeyOrigin

PROFILE: Final = "town-hall-kiosk"
CHOOSES: Final = dict(zip(LENGTHS, ("F5", "F6", "F7"), strict=True))
_KEY: Final = Key(b"\x5e" * KEY_BYTES, KeyOrigin.MEMORY)
_COUNTS_AFTER: Final = 0.6
"""Seconds: what is pressed within 0.4 of a new page does not count (OPR-06)."""


class KioskWindow:
    """Our window. A question that depends on an answer comes as the next page: the key is that of Continue."""

    def __init__(self, pid: int, hand: Hand, marks: Marks) -> None:
        self._pid, self._hand, self._marks = pid, hand, marks

    def take(self, count: int) -> Took:
        """See `Contender`."""
        self._key(CHOOSES[count], Code.LIST)
        opened = self._key("F2", Code.FORM)
        rest(self._pid, least=1.0)
        memory = whole_memory(self._pid)
        for letter in "ye":
            self._hand.key(letter)
            time.sleep(0.2)
        letter_took = self._key("s", Code.SHOWN)
        shown = self._key("Return", Code.DONE)
        checked = self._key("F3", Code.DONE)
        judged = self._key("F4", Code.VALID)
        return Took(opened, shown, judged, memory, letter_took, checked)

    def _key(self, name: str, code: Code) -> float:
        before = self._marks.now()
        took = self._marks.until(code, before, self._hand.key(name))
        rest(self._pid, least=_COUNTS_AFTER)
        return took


@contextmanager
def opened(
    folder: Path, forms: dict[int, bytes], display: Screen, hand: Hand, marks: Marks
) -> Iterator[KioskWindow]:
    """Our session with these forms in its store."""
    keep(folder, _KEY, forms)
    order = link.Order(PROFILE, str(folder), session_keys(_KEY, at_home=False), trial=True)
    process = subprocess.Popen(
        children.own_command("bench.peers.marked_session"),
        env={**display.environment(), "PYTHONPATH": children.OWN_CODE},
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdin is not None
    try:
        link.say(process.stdin, order)
        link.say(process.stdin, link.Show(link.SHOW_WELCOME))
        _until_it_lists(hand, marks)
        yield KioskWindow(process.pid, hand, marks)
    finally:
        process.terminate()
        process.wait()
        process.stdin.close()


def _until_it_lists(hand: Hand, marks: Marks) -> None:
    """Ask for the first form's page until the window is there and the catalogue has been read."""
    before = marks.now()
    for _ in range(60):
        try:
            marks.until(Code.LIST, before, hand.key(CHOOSES[LENGTHS[0]]), patience=0.5)
        except TimeoutError:
            continue
        return
    raise TimeoutError("our own window never came")
