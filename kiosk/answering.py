# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks a child process that answers each line with a line, and ends one that does not."""

import contextlib
import os
import select
import subprocess
import time
from typing import Final

from kiosk.children import OWN_CODE

_CHUNK: Final = 65_536


def answer_of(process: "subprocess.Popen[bytes]", question: bytes, patience: float) -> bytes:
    """The answer's line; empty when none came within `patience` seconds, or the process is no more."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(question)
        process.stdin.flush()
    except BrokenPipeError:
        return b""
    answer, descriptor = b"", process.stdout.fileno()
    deadline = time.monotonic() + patience
    while not answer.endswith(b"\n"):
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([descriptor], [], [], left)[0]:
            return b""
        read = os.read(descriptor, _CHUNK)
        if not read:
            return b""
        answer += read
    return answer


def end(process: "subprocess.Popen[bytes]") -> None:
    """Kill it, and close both pipes."""
    process.kill()
    process.wait()
    if process.stdout is not None:
        process.stdout.close()
    if process.stdin is not None:
        # What was not written any more has no reader.
        with contextlib.suppress(BrokenPipeError):
            process.stdin.close()


class AskedChild:
    """A process of our own that is asked: begun when it is needed, and anew after it has ended.

    Not for several threads, except for `interrupt`. Its complaints are not kept: libraries may quote in them what they
    were given.
    """

    def __init__(self, command: tuple[str, ...]) -> None:
        self._command = command
        self._closed = False
        self.process: subprocess.Popen[bytes] | None = None

    def is_closed(self) -> bool:
        """Whether nothing more is to be asked; another thread may decide it during a wait."""
        return self._closed

    def start(self) -> "subprocess.Popen[bytes]":
        """Begin one."""
        self.process = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env={**os.environ, "PYTHONPATH": OWN_CODE, "PYTHONDONTWRITEBYTECODE": "1"},
        )
        return self.process

    def interrupt(self) -> None:
        """Have nothing answered any more; a wait for an answer in another thread ends."""
        self._closed = True
        process = self.process
        if process is not None:
            process.kill()

    def end(self) -> None:
        """Kill it and close its pipes; the next question may begin another."""
        process, self.process = self.process, None
        if process is not None:
            end(process)

    def close(self) -> None:
        """The same for good, once nobody waits for an answer."""
        self.interrupt()
        self.end()
