# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P1B: a session and a courier that are killed at every single call with which they write, sync, rename or send."""

import sys
import time
from collections import Counter
from pathlib import Path
from typing import Final

from core.submission import DeliveryState
from kiosk import link
from proof.verdict import CannotRunError, Trial, Verdict
from tests.support.forking import Forked, Nursery
from tests.support.killed_calls import can_watch, counted, died, killed_at, points
from tests.support.killing import COURIER, SESSION, Kept, drain, opened, people_at, wait_for_forms
from tests.support.processes import Machine
from tests.support.sandbox_town import running_town

SESSION_SHARE: Final = 0.5
"""Of the kills at a sample; at the whole number each has all of its own."""

UNSTRUCK_SHARE: Final = 0.1
DELIVERY_SECONDS, SHORT_SECONDS = 8.0, 2.0
DRAIN_SECONDS, CONTROL_SECONDS = 300.0, 5.0
LOOK_SECONDS, AFTER_SECONDS = 0.02, 0.1
RENAMING: Final = "tests.support.renaming_courier"


def prove(trial: Trial) -> Verdict:
    """A kill at each call of one sealing and of one courier's life with a delivery in it, or at `number` of them.

    The counts come from undisturbed lives; each kill has a life of its own, on one store. The seeded faults
    acknowledge before anything is on the disk, and give each attempt a new identity.
    """
    if not can_watch():
        raise CannotRunError("strace may not look into processes here")
    with running_town(trial.folder) as town:
        machine = Machine(trial.folder / "store", town.url)
        log = trial.folder / "complaints"
        first = Kept(machine, log, COURIER)
        try:
            wait_for_forms(machine)
        finally:
            first.finish()
        sweep = Sweep(machine, trial.folder, control=trial.control)
        try:
            sealing = sweep.sessions(max(1, round(trial.number * SESSION_SHARE)))
            carrying = sweep.couriers(max(1, round(trial.number * (1 - SESSION_SHARE))))
        finally:
            sweep.close()
        patience = CONTROL_SECONDS if trial.control else DRAIN_SECONDS
        waiting = drain(machine, log, RENAMING if trial.control else COURIER, patience)
        arrived = people_at(town)
    lost = len(set(sweep.said) - set(arrived))
    doubled = sum(number > 1 for number in arrived.values())
    sys.stderr.write(f"{sweep.made}\n")
    calls = {role: most.total() for role, most in sweep.made.items()}
    figures = f"kills while sealing {sealing} (calls {calls['session']}) "
    figures += f"while delivering {carrying} (calls {calls['courier']}) "
    figures += f"not reached {sweep.unstruck} acknowledged {len(sweep.said)} lost {lost} doubled {doubled}"
    if trial.control:
        return Verdict(not (lost and doubled), figures)
    struck = sweep.unstruck <= UNSTRUCK_SHARE * (sealing + carrying)
    return Verdict(struck and bool(sealing and carrying) and not (waiting or lost or doubled), figures)


class Sweep:
    """Lives of both roles on one store; `said` is what was acknowledged, `made` the calls of undisturbed lives.

    `unstruck` lives ended before their call: what threads do in parallel is not the same in each.
    """

    def __init__(self, machine: Machine, folder: Path, *, control: bool) -> None:
        self._machine, self._folder = machine, folder
        self._courier, self._patience = (RENAMING, SHORT_SECONDS) if control else (COURIER, DELIVERY_SECONDS)
        log = folder / "complaints"
        self._sealers = Nursery(SESSION, log, *(["early"] if control else []))
        self._couriers = Nursery(self._courier, log)
        self._outbox = opened(machine).outbox
        self.said: list[str] = []
        self.unstruck = 0
        self.made: dict[str, Counter[str]] = {}

    def sessions(self, kills: int) -> int:
        """Kill sessions while they seal: how often one died."""
        session, log = self._session(), self._folder / "calls-of-session"
        with counted(session.pid, log) as most:
            self._seal(session)
        session.close()
        self.made["session"] = most
        deaths = 0
        for point in points(most, kills):
            session = self._session()
            with killed_at(session.pid, log, point):
                self._seal(session)
            session.close()
            deaths += died(log)
            self.unstruck += not died(log)
        return deaths

    def couriers(self, kills: int) -> int:
        """Kill couriers from their start to the receipt of what was sealed before: how often one died."""
        before = self._couriers.start()
        self._carry(before)
        self._over(before)
        # Nothing else waits now: what is counted is one delivery, and every life has that.
        self._sealed_in_peace()
        courier, log = self._couriers.start(), self._folder / "calls-of-courier"
        with counted(courier.pid, log) as most:
            self._carry(courier)
            self._over(courier)
        self.made["courier"] = most
        deaths = 0
        for point in points(most, kills):
            self._sealed_in_peace()
            courier = self._couriers.start()
            with killed_at(courier.pid, log, point):
                self._carry(courier)
            struck = died(log)
            self._over(courier)
            deaths += struck
            self.unstruck += not struck
        return deaths

    def close(self) -> None:
        """End what the processes were forked from."""
        self._sealers.close()
        self._couriers.close()

    def _session(self) -> Forked:
        session = self._sealers.start()
        link.say(session.stdin, self._machine.order(SESSION))
        assert session.stdout.readline() == b"ready\n"
        return session

    def _seal(self, session: Forked) -> None:
        """Tell it to seal one, and let it come to its end or be killed; what it said by then is in `said`."""
        session.stdin.write(b"seal 1\n")
        session.stdin.close()
        for line in session.stdout:
            # A line that was cut off was never wholly said.
            if line.startswith(b"sealed ") and line.endswith(b"\n"):
                self.said.append(line.decode().split()[1])

    def _sealed_in_peace(self) -> None:
        session = self._session()
        self._seal(session)
        session.close()

    def _carry(self, courier: Forked) -> None:
        """Let it live until it dies or everything is received, or until it had its time."""
        link.say(courier.stdin, self._machine.order(self._courier))
        deadline = time.monotonic() + self._patience
        while time.monotonic() < deadline and not _is_dead(courier.pid):
            if all(one.state is DeliveryState.RECEIVED for one in self._outbox.deliveries()):
                # What it does with the receipt is part of it.
                time.sleep(AFTER_SECONDS)
                return
            time.sleep(LOOK_SECONDS)

    def _over(self, process: Forked) -> None:
        process.kill()
        while not _is_dead(process.pid):
            time.sleep(LOOK_SECONDS / 10)
        process.close()


def _is_dead(process: int) -> bool:
    try:
        return ") Z " in Path(f"/proc/{process}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return True
