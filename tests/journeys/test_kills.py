# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever is killed, and whenever: what was said to be sealed arrives, and arrives once."""

import random
import subprocess
import threading
import time
from collections import Counter
from pathlib import Path

import pytest

from core.errors import Trouble
from core.submission import DeliveryState
from kiosk.store_access import key_from, open_stores
from tests.support.processes import SECRET, Machine, end
from tests.support.sandbox_town import RunningTown, running_town

DRAIN = 120.0
"""Seconds that the courier gets to empty the outbox once nobody is killed any more."""


class Kept:
    """One process that is started again whenever it was killed; keeps what it said was sealed."""

    def __init__(self, machine: Machine, module: str, log: Path) -> None:
        self.machine, self.module, self.log = machine, module, log
        self.said: list[str] = []
        self._reader: threading.Thread | None = None
        self.start()

    def start(self) -> None:
        self.process = self.machine.start(self.module, self.log)
        self._reader = threading.Thread(target=self._read, args=(self.process,))
        self._reader.start()

    def _read(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdout is not None
        for line in process.stdout:
            # A line cut off by the kill was never wholly said.
            if line.startswith(b"sealed ") and line.endswith(b"\n"):
                self.said.append(line.decode().split()[1])

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        assert self._reader is not None
        self._reader.join()
        end(self.process)

    def finish(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait(20)
        assert self._reader is not None
        self._reader.join()
        end(self.process)


def settle(town: RunningTown, machine: Machine, log: Path) -> None:
    """Let one undisturbed courier empty the outbox."""
    courier = Kept(machine, "kiosk.courier", log)
    try:
        deadline = time.monotonic() + DRAIN
        stores = open_stores(machine.folder, key_from(SECRET, trial=False), time.time())
        assert not isinstance(stores, Trouble), stores
        while True:
            left = [d for d in stores.outbox.deliveries() if d.state is not DeliveryState.RECEIVED]
            if not left:
                return
            assert time.monotonic() < deadline, [(d.id, d.state, d.attempts) for d in left]
            time.sleep(0.2)
    finally:
        courier.finish()


def kill_again_and_again(
    town: RunningTown, folder: Path, kills: int, seed: int
) -> tuple[set[str], Counter[str]]:
    """Kill session and courier at random instants; what was said to be sealed, and what the agency holds."""
    chance = random.Random(seed)
    machine, log = Machine(folder / "store", town.url), folder / "complaints"
    courier = Kept(machine, "kiosk.courier", log)
    wait_for_forms(machine)
    session = Kept(machine, "tests.support.submitting", log)
    for _ in range(kills):
        time.sleep(chance.expovariate(1 / 0.35))
        victim = chance.choice((session, courier))
        victim.kill()
        victim.start()
    session.kill()
    courier.kill()
    settle(town, machine, log)
    complaints = log.read_text() if log.exists() else ""
    assert "Traceback" not in complaints, complaints[-3000:]
    records = Counter(str(record["instance_id"]) for record in town.submissions())
    return set(session.said), records


def wait_for_forms(machine: Machine) -> None:
    deadline = time.monotonic() + 30
    stores = open_stores(machine.folder, key_from(SECRET, trial=False), time.time())
    assert not isinstance(stores, Trouble), stores
    while time.monotonic() < deadline:
        kept = stores.cache.catalogue()
        if kept is not None:
            endpoints = {s.api.endpoint for s in kept[0].services.values() if s.api}
            if all(stores.cache.forms(endpoint) for endpoint in endpoints):
                return
        time.sleep(0.1)
    pytest.fail("the courier fetched no forms")


@pytest.mark.expects_log
@pytest.mark.timeout(600)
def test_a_hundred_kills_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    with running_town(tmp_path) as town:
        said, records = kill_again_and_again(town, tmp_path, kills=100, seed=1)
    assert said
    assert said <= set(records), f"lost: {sorted(said - set(records))}"
    assert max(records.values()) == 1, records.most_common(3)
    print(f"acknowledged {len(said)} lost 0 doubled 0, kills 100, records {len(records)}")


@pytest.mark.long
@pytest.mark.expects_log
@pytest.mark.timeout(3_600)
def test_a_thousand_kills_with_a_town_that_fails_lose_nothing(tmp_path: Path) -> None:
    with running_town(tmp_path) as town:
        said, records = kill_again_and_again(town, tmp_path, kills=1_000, seed=2)
    assert said <= set(records), f"lost: {sorted(said - set(records))}"
    assert max(records.values()) == 1, records.most_common(3)
    print(f"acknowledged {len(said)} lost 0 doubled 0, kills 1000, records {len(records)}")
