# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the whole program under X with an outside AT-SPI client beside it, and hands the client its orders."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.screen import screen
from kiosk.profile.file import SHIPPED
from tests.support.private_bus import KIOSK
from tests.support.sandbox_town import RunningTown

ROOT = Path(__file__).parents[2]
CLIENT = "tests.support.outside_client"


class Client:
    """Gives orders to the outside client, and reads its answers."""

    def __init__(self, process: "subprocess.Popen[bytes]", log: Path) -> None:
        self._process = process
        self._log = log

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, self._log.read_text()[-3000:]
        answer: dict[str, Any] = json.loads(line)
        return answer

    def begin(self) -> None:
        assert self._answer()["found"], self._log.read_text()[-3000:]

    def tell(self, **order: object) -> dict[str, Any]:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        self._process.stdin.flush()
        answer = self._answer()
        assert answer.get("ok"), "\n".join(map(str, [answer.get("why"), *answer.get("names", [])]))
        return answer

    def press(self, name: str) -> None:
        self.tell(press=name)

    def type_in(self, name: str, text: str) -> None:
        self.tell(type=[name, text])


@contextmanager
def outside_client(
    tmp_path: Path, town: RunningTown, program: str = KIOSK, **environment: str
) -> Iterator[Client]:
    """A client beside the program, or beside a module that runs it with something of its own."""
    profile, log = tmp_path / "kiosk.toml", tmp_path / "log"
    shipped = (SHIPPED / "town-hall-kiosk.toml").read_text("utf-8")
    profile.write_text(shipped.replace("http://127.0.0.1:8311", town.url), "utf-8")
    with screen(1920, 1080) as display, log.open("ab") as complaints:
        process = subprocess.Popen(
            (
                "dbus-run-session",
                "--",
                sys.executable,
                "-m",
                "tests.support.private_bus",
                profile,
                CLIENT,
                log,
                program,
            ),
            cwd=ROOT,
            env={
                **os.environ,
                "DISPLAY": display.display,
                "XDG_RUNTIME_DIR": str(tmp_path),
                "NO_AT_BRIDGE": "0",
                **environment,
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
        )
        try:
            client = Client(process, log)
            client.begin()
            yield client
        finally:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.close()
            process.wait(60)
            process.stdout.close()
