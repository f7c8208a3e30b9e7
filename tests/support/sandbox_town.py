# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the sandbox town as a process of its own for tests, and speaks its control API; asserts nothing."""

import json
import os
import select
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

REPOSITORY = Path(__file__).resolve().parents[2]
START_SECONDS = 30.0
STOP_SECONDS = 10.0

# As sandbox/town/town.json gives them to kiosks; written again, as a client has them in its profile.
APP_USER_KEYS = {
    "civil-registry": "PortAmityKioskCivilRegistryAppUserKeyForTheSandboxTownOnly000001",
    "social-security": "PortAmityKioskSocialSecurityAppUserKeyForTheSandboxTownOnly00002",
    "tax-office": "PortAmityKioskTaxOfficeAppUserKeyForTheSandboxTownOnly0000000003",
    "city-works": "PortAmityKioskCityWorksAppUserKeyForTheSandboxTownOnly0000000004",
}
PROJECTS = {"civil-registry": 1, "social-security": 2, "tax-office": 3, "city-works": 4}
OPEN311_KEY = "port-amity-open311-kiosk"
TAX_OFFICE_TOKEN = "port-amity-tax-office-kiosk"
FORMIO_TOKEN = "port-amity-formio-kiosk"


class TownError(Exception):
    """The town did not start, or the control API refused; the text says what it printed."""


class RunningTown:
    """A town on loopback. `stop`, `kill` and `start` keep both ports and the records."""

    def __init__(self, data: Path, *, control: bool = True) -> None:
        self._data = data
        self._process: subprocess.Popen[bytes] | None = None
        # A bound socket that never listens keeps a port ours while the town is down; callers are refused.
        self._held = [_held_port() for _ in range(2 if control else 1)]
        addresses = [f"http://127.0.0.1:{held.getsockname()[1]}" for held in self._held]
        self.url = addresses[0]
        self.control = addresses[1] if control else ""
        # Proxies of the environment must never see loopback traffic.
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    @property
    def pid(self) -> int | None:
        """The process that runs the town; None while it does not run."""
        return None if self._process is None else self._process.pid

    @property
    def port(self) -> int:
        """The town's port."""
        return int(self.url.rpartition(":")[2])

    @property
    def records_file(self) -> Path:
        """The town's SQLite file."""
        return self._data / "town.sqlite3"

    def openrosa(self, agency: str) -> str:
        """The OpenRosa address of an agency's project, with the kiosks' key in it."""
        return f"{self.url}/v1/key/{APP_USER_KEYS[agency]}/projects/{PROJECTS[agency]}"

    def start(self) -> None:
        """Start the town and wait until it listens; on the same ports when it has run before."""
        if self._process is not None:
            raise TownError("the town is running already")
        command = [
            sys.executable, "-m", "sandbox", "--data", str(self._data), "--until-stdin-closes",
            "--port", str(self.port),
        ]  # fmt: skip
        if self.control:
            command += ["--control", "--control-port", self.control.rpartition(":")[2]]
        with (self._data / "town.stderr").open("ab") as complaints:
            process = subprocess.Popen(
                command,
                cwd=REPOSITORY,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,
                env=os.environ | {"PYTHONUNBUFFERED": "1"},
            )
        self._process = process
        announced = _first_line(process, START_SECONDS)
        if not announced:
            self.kill()
            raise TownError(f"the town did not start: {self.complaints()}")

    def stop(self) -> int:
        """End the town in order; the exit code. 0 as well when it does not run."""
        return self._end(kill=False)

    def kill(self) -> None:
        """End the town as a power cut would (SIGKILL)."""
        self._end(kill=True)

    def close(self) -> None:
        """Give the ports back; the town cannot be started again afterwards."""
        self.stop()
        for held in self._held:
            held.close()

    def complaints(self) -> str:
        """What the town has printed on standard error since the beginning; empty in a good run."""
        path = self._data / "town.stderr"
        return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""

    def order(self, kind: str, **words: Any) -> dict[str, Any]:
        """Order a fault, for example `order("close-after-commit", endpoint="submission", count=1)`."""
        result: dict[str, Any] = self._control("POST", "/control/faults", {"kind": kind, **words})
        return result

    def clear(self) -> None:
        """Take back all faults and open the port."""
        self._control("DELETE", "/control/faults")

    def faults(self) -> dict[str, Any]:
        """The ordered faults with how often each has struck."""
        result: dict[str, Any] = self._control("GET", "/control/faults")
        return result

    def change_form(self, form: str, **words: Any) -> dict[str, Any]:
        """Publish a `version`, other bytes (`mark`), or close a form (`closed=True`)."""
        result: dict[str, Any] = self._control("POST", f"/control/forms/{form}", words)
        return result

    def submissions(self, form: str | None = None) -> list[dict[str, Any]]:
        """The submissions that the agencies hold, the oldest first."""
        query = f"?{urlencode({'form': form})}" if form else ""
        result: list[dict[str, Any]] = self._control("GET", f"/control/submissions{query}")
        return result

    def submission(self, instance_id: str) -> dict[str, Any]:
        """One submission."""
        result: dict[str, Any] = self._control("GET", f"/control/submissions/{quote(instance_id, safe=':')}")
        return result

    def counts(self) -> dict[str, Any]:
        """Records in all, by form, by instanceID, and Open311 requests."""
        result: dict[str, Any] = self._control("GET", "/control/counts")
        return result

    def requests(self) -> list[dict[str, Any]]:
        """The Open311 requests that City Works holds, the oldest first."""
        result: list[dict[str, Any]] = self._control("GET", "/control/requests")
        return result

    def applications(self) -> list[dict[str, Any]]:
        """What the JSON services hold, the oldest first."""
        result: list[dict[str, Any]] = self._control("GET", "/control/applications")
        return result

    def forget_keys(self) -> None:
        """Let every Idempotency-Key be forgotten."""
        self._control("DELETE", "/control/keys")

    def end_sessions(self) -> None:
        """Let every session of the OpenRosa servers end."""
        self._control("DELETE", "/control/sessions")

    def change_request(self, service_request_id: str, **words: Any) -> dict[str, Any]:
        """Let City Works answer a request: `status`, `status_notes`, ..."""
        result: dict[str, Any] = self._control("POST", f"/control/requests/{service_request_id}", words)
        return result

    def traffic(self) -> list[dict[str, Any]]:
        """The requests that reached the town, the oldest first."""
        result: list[dict[str, Any]] = self._control("GET", "/control/traffic")
        return result

    def forget(self) -> None:
        """Empty the agencies' records and the traffic list."""
        self._control("DELETE", "/control/records")

    def _control(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        request = urllib.request.Request(
            self.control + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        try:
            with self._opener.open(request, timeout=10) as answer:
                content = answer.read()
        except urllib.error.HTTPError as refusal:
            with refusal:
                raise TownError(f"{method} {path}: {refusal.code} {refusal.read().decode()}") from None
        return json.loads(content) if content else None

    def _end(self, *, kill: bool) -> int:
        process = self._process
        if process is None:
            return 0
        self._process = None
        if kill:
            process.kill()
        else:
            process.terminate()
        try:
            code = process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            code = process.wait(STOP_SECONDS)
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()
        return code


@contextmanager
def running_town(folder: Path, *, control: bool = True) -> Iterator[RunningTown]:
    """A started town with its records in `folder`; ended when the block ends, whatever happened."""
    data = folder / "town"
    data.mkdir(parents=True, exist_ok=True)
    town = RunningTown(data, control=control)
    try:
        town.start()
        yield town
    finally:
        town.close()


def _held_port() -> socket.socket:
    """A free port on loopback, bound in the way that lets the town listen on it too."""
    held = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    held.bind(("127.0.0.1", 0))
    return held


def _first_line(process: subprocess.Popen[bytes], seconds: float) -> bytes:
    """The first line on the process's standard output; empty when it ends or says nothing in time."""
    assert process.stdout is not None
    descriptor = process.stdout.fileno()
    until = time.monotonic() + seconds
    # Not select(), which refuses descriptors from 1,024 on.
    watch = select.poll()
    watch.register(descriptor, select.POLLIN)
    line = b""
    while not line.endswith(b"\n"):
        if not watch.poll(max(0.0, until - time.monotonic()) * 1000):
            return b""
        part = os.read(descriptor, 1)
        if not part:
            return b""
        line += part
    return line
