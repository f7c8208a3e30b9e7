# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts processes of one module quickly: its code is loaded once, and each process is a fork that runs its `main`.

Nothing is opened before the fork, so each process does everything that a fresh one does after its imports. A fresh
start costs a third of a second of computing, a fork a hundredth: that is what makes a thousand kills affordable.
"""

import contextlib
import importlib
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[2]


class Forked:
    """One process, with a pipe each way."""

    def __init__(self, pid: int, stdin: IO[bytes], stdout: IO[bytes]) -> None:
        self.pid = pid
        self.stdin = stdin
        self.stdout = stdout

    def kill(self) -> None:
        """SIGKILL."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def close(self) -> None:
        """Close our ends; the process ends when its input has."""
        with contextlib.suppress(BrokenPipeError):
            self.stdin.close()
        self.stdout.close()


class Nursery:
    """The parent of all processes of one module. What they complain about goes into `log`."""

    def __init__(self, module: str, log: Path, *words: str) -> None:
        ours, theirs = socket.socketpair()
        self._socket = ours
        with log.open("ab") as complaints:
            self._process = subprocess.Popen(
                (sys.executable, "-m", "tests.support.forking", str(theirs.fileno()), module, *words),
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=complaints,
                env={**os.environ, "PYTHONUNBUFFERED": "1"},
                pass_fds=[theirs.fileno()],
            )
        theirs.close()

    def start(self) -> Forked:
        """One more process. OSError when the parent is gone."""
        input_read, input_write = os.pipe()
        output_read, output_write = os.pipe()
        socket.send_fds(self._socket, [b"f"], [input_read, output_write])
        os.close(input_read)
        os.close(output_write)
        pid = int.from_bytes(self._socket.recv(4))
        return Forked(pid, os.fdopen(input_write, "wb"), os.fdopen(output_read, "rb"))

    def close(self) -> None:
        """End the parent. Its processes must have ended."""
        self._socket.close()
        self._process.wait(20)


def serve(descriptor: int, module: str, words: list[str]) -> None:
    """Fork for each request until the other end is closed; in the fork, run the module's `main`."""
    loaded = importlib.import_module(module)
    # Nobody asks how they ended, so the system need not remember it.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    requests = socket.socket(fileno=descriptor)
    while True:
        asked, (*ends,), _, _ = socket.recv_fds(requests, 1, 2)
        if not asked:
            return
        pid = os.fork()
        if pid == 0:
            requests.close()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            for end, standard in zip(ends, (0, 1), strict=True):
                os.dup2(end, standard)
                os.close(end)
            sys.argv = [module, *words]
            loaded.main()
            os._exit(0)
        for end in ends:
            os.close(end)
        requests.send(pid.to_bytes(4))


if __name__ == "__main__":
    serve(int(sys.argv[1]), sys.argv[2], sys.argv[3:])
