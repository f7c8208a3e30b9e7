# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the program's own session and courier again and again, and compares what was said with what arrived."""

import random
import re
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import Trouble
from core.submission import DeliveryState
from kiosk import link
from kiosk.store_access import OpenStores, open_stores
from offline_cache.subkeys import SESSION_PURPOSES, part
from tests.support.forking import Forked, Nursery
from tests.support.processes import KEY, Machine
from tests.support.sandbox_town import RunningTown

COURIER = "kiosk.courier.process"
SESSION = "tests.support.submitting"
DRAIN_SECONDS = 300.0
"""What the courier gets to empty the outbox once nobody is killed any more."""

COURIER_SECONDS = 0.5
SESSION_SECONDS, LEAST_SECONDS, MOST_SECONDS = 0.25, 0.05, 5.0
"""A process is killed at a random instant of so long: opening the stores and sending are in it, or sealing.

The session's time follows the machine: longer where too few submissions are sealed in it, shorter where too many are.
"""

MOST_AT_ONCE = 4
"""Submissions that a session is told to make in one life; most lives end before the last."""

UNREADY_SHARE = 0.15
"""So many are killed without waiting until they are ready: while they open their stores."""

READY_SECONDS = 60.0
FORMS_SECONDS = 60.0
_PERSON = re.compile(r"<full_name>Marigold (\S+)</full_name>")


class Kept:
    """One role whose process is started again whenever it was killed; a spare waits, as in the real program.

    A spare session has its order and is warm, a spare courier gets it only when it is alone.
    """

    def __init__(
        self,
        machine: Machine,
        log: Path,
        module: str,
        *words: str,
        ordered: bool = False,
        said: list[str] | None = None,
    ) -> None:
        self._nursery = Nursery(module, log, *words)
        self._order = machine.order(module)
        self._ordered = ordered
        self.said = [] if said is None else said
        self._spare = self._prepare()
        self._process, self._reader, self._ready = self._begin()

    def _prepare(self) -> Forked:
        spare = self._nursery.start()
        if self._ordered:
            link.say(spare.stdin, self._order)
        return spare

    def _begin(self) -> tuple[Forked, threading.Thread, threading.Event]:
        process, self._spare = self._spare, self._prepare()
        if not self._ordered:
            link.say(process.stdin, self._order)
        ready = threading.Event()
        reader = threading.Thread(target=self._read, args=(process, ready))
        reader.start()
        return process, reader, ready

    def _read(self, process: Forked, ready: threading.Event) -> None:
        for line in process.stdout:
            ready.set()
            # A line cut off by the kill was never wholly said.
            if line.startswith(b"sealed ") and line.endswith(b"\n"):
                self.said.append(line.decode().split()[1])

    def wait_until_ready(self) -> None:
        """Wait for its first word. AssertionError when it says nothing."""
        assert self._ready.wait(READY_SECONDS), "a process does not get ready"

    def tell(self, words: str) -> None:
        """A line to the process."""
        self._process.stdin.write(words.encode() + b"\n")
        self._process.stdin.flush()

    def kill(self) -> None:
        """SIGKILL, and begin with the spare. Everything that it had said before is in `said` now."""
        self._over()
        self._process, self._reader, self._ready = self._begin()

    def finish(self) -> None:
        """Kill it, and the spare, for good."""
        self._over()
        self._spare.kill()
        self._spare.close()
        self._nursery.close()

    def _over(self) -> None:
        self._process.kill()
        # Its output ends when it is dead: everything that it said has been read then.
        self._reader.join()
        self._process.close()


@dataclass(frozen=True, slots=True)
class Killed:
    """What came of it. `said` are the ids that were acknowledged, `arrived` counts each person at the agency.

    `waiting` are still in the outbox after the last courier had its time.
    """

    said: tuple[str, ...]
    arrived: Counter[str]
    waiting: int
    kills: Counter[str]
    seconds: float
    complaints: str

    @property
    def lost(self) -> int:
        """Acknowledged, and not at the agency."""
        return len(set(self.said) - set(self.arrived))

    @property
    def doubled(self) -> int:
        """People who are at the agency more than once."""
        return sum(number > 1 for number in self.arrived.values())


def kill_again_and_again(
    town: RunningTown,
    folder: Path,
    *,
    acknowledged: int,
    kills: int,
    seed: int,
    early: bool = False,
    drafting: bool = False,
    courier_module: str = COURIER,
    disturb: Callable[[random.Random], None] = lambda _: None,
    patience: float = DRAIN_SECONDS,
    said: list[str] | None = None,
) -> Killed:
    """Kill both processes at random instants until at least so many kills and exactly so many acknowledgements.

    `disturb` may order faults of the town before each kill; `said` has what was acknowledged by then. Then one
    undisturbed courier empties the outbox, for which it gets `patience` seconds.
    """
    chance, done, begun = random.Random(seed), Counter[str](), time.monotonic()
    machine, log = Machine(folder / "store", town.url), folder / "complaints"
    courier = Kept(machine, log, courier_module)
    session, pace = None, SESSION_SECONDS
    try:
        wait_for_forms(machine)
        session = Kept(
            machine,
            log,
            SESSION,
            *(["early"] if early else []),
            *(["drafting"] if drafting else []),
            ordered=True,
            said=said,
        )
        while len(session.said) < acknowledged or done.total() < kills:
            disturb(chance)
            left = acknowledged - len(session.said)
            victim = session if chance.random() < 0.5 else courier
            if chance.random() > UNREADY_SHARE:
                victim.wait_until_ready()
            if left > 0 and victim is session:
                session.tell(f"seal {min(left, chance.randint(1, MOST_AT_ONCE))}")
            time.sleep(chance.uniform(0.0, pace if victim is session else COURIER_SECONDS))
            victim.kill()
            done["session" if victim is session else "courier"] += 1
            behind = len(session.said) * kills < done.total() * acknowledged
            pace = min(max(pace * (1.1 if behind else 0.9), LEAST_SECONDS), MOST_SECONDS)
    finally:
        if session is not None:
            session.finish()
        courier.finish()
    town.clear()
    waiting = drain(machine, log, courier_module, patience)
    arrived = people_at(town)
    complaints = log.read_text() if log.exists() else ""
    return Killed(tuple(session.said), arrived, waiting, done, time.monotonic() - begun, complaints)


def people_at(town: RunningTown) -> Counter[str]:
    """Who is at the agencies of the town, by their submission's id, and how often."""
    return Counter(person for record in town.submissions() for person in _PERSON.findall(record["xml"]))


def opened(machine: Machine) -> OpenStores:
    """The machine's stores, seen from outside."""
    stores = open_stores(machine.folder, part(KEY, SESSION_PURPOSES), time.time())
    assert not isinstance(stores, Trouble), stores
    return stores


def drain(machine: Machine, log: Path, module: str, patience: float) -> int:
    """Let one undisturbed courier empty the outbox; how many are still in it when the time is over."""
    courier = Kept(machine, log, module)
    try:
        deadline = time.monotonic() + patience
        stores = opened(machine)
        while True:
            left = sum(d.state is not DeliveryState.RECEIVED for d in stores.outbox.deliveries())
            if not left or time.monotonic() > deadline:
                return left
            time.sleep(0.2)
    finally:
        courier.finish()


def wait_for_forms(machine: Machine) -> None:
    """Wait until a courier has fetched every form. AssertionError when none comes."""
    deadline = time.monotonic() + FORMS_SECONDS
    stores = opened(machine)
    while time.monotonic() < deadline:
        kept: Any = stores.cache.catalogue()
        if kept is not None:
            endpoints = {s.api.endpoint for s in kept[0].services.values() if s.api}
            if all(stores.cache.forms(endpoint) for endpoint in endpoints):
                return
        time.sleep(0.1)
    raise AssertionError("the courier fetched no forms")
