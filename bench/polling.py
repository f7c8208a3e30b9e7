# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A hundred thousand machines ask a plain nginx for their set-up: what one look costs, and what a host must bear."""

import asyncio
import os
import random
import shutil
import socket
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.bundles.client import Source, Taken
from kiosk.courier.bundling import FIRST
from services.bundle_fetching import BundleFetcher
from services.origins import Origins
from tests.support.bundle_world import PROFILE, BundleMachine, BundleTown

MACHINES: Final = 100_000
REFRESH: Final = 3_600.0
"""Seconds between two looks, as a profile says it where nothing is said."""

HOURS: Final = 24
AT_ONCE: Final = 64
SEED: Final = 20261128
CONFIG: Final = """
daemon off; pid {folder}/pid; error_log {folder}/error; worker_processes 1;
events {{ worker_connections 1024; }}
http {{
  access_log {folder}/access; sendfile on;
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  server {{ listen 127.0.0.1:{port}; root {public}; }}
}}
"""


@dataclass(frozen=True, slots=True)
class Look:
    """What one look of the real client costs: its requests, the bytes of their bodies, and seconds."""

    requests: int
    body: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Host:
    """What nginx bore: requests, all the bytes it sent, and seconds."""

    requests: int
    sent: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Curve:
    """Looks in each hour after all machines were switched on together, and in the worst second."""

    hours: tuple[int, ...]
    peak: int


def looks(folder: Path) -> tuple[Look, Look, Host]:
    """The real client's look with something new, one without, and the latter from every machine at a real nginx."""
    town = BundleTown(folder)
    with nginx(folder / "nginx", town.public) as port:
        address = f"http://127.0.0.1:{port}"
        machine = BundleMachine(folder / "machine", town)
        _look(machine, address)
        town.put("profile/profile.toml", PROFILE + b"\n# newer\n")
        new = _look(machine, address)
        same = _look(machine, address)
        wanted = [_request(name) for name in ("metadata/2.root.json", "metadata/timestamp.json")]
        log = folder / "nginx" / "access"
        before = log.stat().st_size
        began = time.monotonic()
        asyncio.run(_ask(port, wanted * MACHINES))
        seconds = time.monotonic() - began
        with log.open("rb") as lines:
            lines.seek(before)
            asked = sum(1 for _ in lines)
        sent = asyncio.run(_sizes(port, wanted)) * MACHINES
    return new, same, Host(asked, sent, seconds)


def arrivals(machines: int = MACHINES) -> Curve:
    """After a town's power cut: the moments of `kiosk.courier.bundling`, as far as a day."""
    chance = random.Random(SEED)
    seconds: Counter[int] = Counter()
    for _ in range(machines):
        at = chance.random() * REFRESH * FIRST
        while at < HOURS * 3_600:
            seconds[int(at)] += 1
            at += REFRESH * (0.5 + chance.random() / 2)
    hours = [0] * HOURS
    for second, count in seconds.items():
        hours[second // 3_600] += count
    return Curve(tuple(hours), max(seconds.values()))


@contextmanager
def nginx(folder: Path, public: Path) -> Iterator[int]:
    """A plain nginx of one worker on a free port. FileNotFoundError where there is none."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if program is None:
        raise FileNotFoundError("nginx")
    folder.mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    config = folder / "nginx.conf"
    # Where this runs as root, the worker would be another user, who may not read here.
    user = "user root;\n" if os.geteuid() == 0 else ""
    config.write_text(user + CONFIG.format(folder=folder, port=port, public=public))
    process = subprocess.Popen((program, "-c", config, "-p", folder), stderr=subprocess.DEVNULL)
    try:
        _until_it_listens(port)
        yield port
    finally:
        process.terminate()
        process.wait(10)


def _until_it_listens(port: int) -> None:
    deadline = time.monotonic() + 10
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except ConnectionRefusedError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return


def _look(machine: BundleMachine, address: str) -> Look:
    fetcher = BundleFetcher(Origins.of([address]))
    began = time.monotonic()
    outcome = machine.take_from(Source(address, fetcher))
    seconds = time.monotonic() - began
    if isinstance(outcome, Taken):
        machine.use(outcome)
    elif not outcome.proved:
        raise RuntimeError(f"{outcome.why.value} {outcome.detail}")
    return Look(fetcher.requests, fetcher.fetched, seconds)


def _request(name: str) -> bytes:
    """As the client asks it, but for the order of its headers."""
    return (
        f"GET /{name} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: CivicKiosk\r\nConnection: close\r\n"
        "Accept-Encoding: gzip\r\n\r\n"
    ).encode()


async def _answer(port: int, request: bytes) -> int:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request)
    size = len(await reader.read())
    writer.close()
    await writer.wait_closed()
    return size


async def _ask(port: int, requests: list[bytes]) -> None:
    waiting = iter(requests)

    async def one() -> None:
        for request in waiting:
            await _answer(port, request)

    await asyncio.gather(*(one() for _ in range(AT_ONCE)))


async def _sizes(port: int, requests: list[bytes]) -> int:
    return sum([await _answer(port, request) for request in requests])
