# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Chromium in kiosk mode that shows one of the peers' pages: a list of forms, and the form that is chosen."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.peers.contender import Took
from bench.peers.hand import Hand
from bench.peers.marks import Code, Marks
from bench.peers.resting import rest, whole_memory
from bench.peers.three_forms import LENGTHS
from bench.screen import Screen

PATIENCE: Final = 240.0
_FLAGS: Final = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--kiosk",
    "--window-position=0,0",
    "--noerrdialogs",
    "--test-type",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--password-store=basic",
    "--force-color-profile=srgb",
)
_TOP, _ROW, _ASIDE = 112, 64, 400
"""Pixels: where the peers' list begins, how high a row of it is, and a place within its width."""


@dataclass(frozen=True, slots=True)
class Peer:
    """One of the renderers. One that `looks_on_leaving` shows dependent questions when the field is left."""

    name: str
    page: str
    looks_on_leaving: bool = False


PEERS: Final = (
    Peer("Form.io", "peer-formio.html?variant=wizard"),
    Peer("SurveyJS", "peer-survey.html?variant=paged"),
    Peer("ODK Web Forms", "peer-odk.html"),
    Peer("Enketo", "peer-enketo.html?variant=paged", looks_on_leaving=True),
)
"""Each in the mode in which it shows one part at a time, where it has one."""


class Browser:
    """One browser with its list on the screen."""

    def __init__(self, peer: Peer, pid: int, hand: Hand, marks: Marks) -> None:
        self._peer, self._pid, self._hand, self._marks = peer, pid, hand, marks

    def take(self, count: int) -> Took:
        """See `Contender`."""
        opened = self._open(count)
        memory = whole_memory(self._pid)
        shown = self._answer()
        rest(self._pid)
        before = self._marks.now()
        judged = self._marks.until(Code.VALID, before, self._hand.key("F4"), PATIENCE)
        self._back()
        return Took(opened, shown, judged, memory)

    def warm(self) -> None:
        """Open and leave the shortest form: the renderer itself is loaded with it."""
        self._open(LENGTHS[0])
        self._back()

    def _open(self, count: int) -> float:
        before, row = self._marks.now(), LENGTHS.index(count)
        began = self._hand.press(_ASIDE, _TOP + _ROW * row + _ROW // 2)
        opened = self._marks.until(Code.FORM, before, began, PATIENCE)
        rest(self._pid, least=1.0)
        return opened

    def _answer(self) -> float:
        """Write `yes` into the first field; from the key that shows the question that depends on it."""
        letters = "yes" if self._peer.looks_on_leaving else "ye"
        for letter in letters:
            self._hand.key(letter)
            rest(self._pid, least=0.2)
        before = self._marks.now()
        began = self._hand.key("Tab" if self._peer.looks_on_leaving else "s")
        return self._marks.until(Code.SHOWN, before, began, PATIENCE)

    def _back(self) -> None:
        rest(self._pid)
        before = self._marks.now()
        self._marks.until(Code.LIST, before, self._hand.key("F9"), PATIENCE)
        rest(self._pid)


@contextmanager
def opened(
    peer: Peer, address: str, profile: Path, display: Screen, hand: Hand, marks: Marks
) -> Iterator[tuple[Browser, float, int]]:
    """A browser with the peer's list, the milliseconds until the list was there, and the process."""
    size = f"--window-size={display.width},{display.height}"
    # Chromium refuses its sandbox to root.
    alone = ("--no-sandbox",) if os.geteuid() == 0 else ()
    command = ("chromium", *_FLAGS, *alone, size, f"--user-data-dir={profile}", f"{address}/{peer.page}")
    before, began = marks.now(), time.perf_counter()
    process = subprocess.Popen(
        command, env=_quiet(display), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        listed = marks.until(Code.LIST, before, began, PATIENCE)
        yield Browser(peer, process.pid, hand, marks), listed, process.pid
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _quiet(display: Screen) -> dict[str, str]:
    return {**display.environment(), "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent", "LANG": "C.UTF-8"}


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The peers' own server; its address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with ExitStack() as stack:
        process = subprocess.Popen(
            ("node", "web/server.mjs", str(port), "results/told.jsonl"),
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        stack.callback(process.wait)
        stack.callback(process.terminate)
        _answers(port)
        yield f"http://127.0.0.1:{port}"


def _answers(port: int) -> None:
    ends = time.monotonic() + 15
    while time.monotonic() < ends:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError("the peers' server does not answer")
