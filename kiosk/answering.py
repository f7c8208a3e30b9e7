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
