# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P33: of all couriers that are started for a store one works, and a killed one leaves no lock behind."""

import signal
import sys
import time
from pathlib import Path

from kiosk.courier.process import LOCK
from proof.verdict import Trial, Verdict
from tests.support.killing import COURIER
from tests.support.processes import Machine, end

PATIENCE, CONTROL_PATIENCE = 60.0, 2.0


def prove(trial: Trial) -> Verdict:
    """`number` times a courier is started beside the one that works, and that one is killed.

    The seeded fault is a lock that is a file with a process number, as many programs have it.
    """
    machine, log = Machine(trial.folder / "store", "http://127.0.0.1:9"), trial.folder / "complaints"
    module = "tests.support.pid_file_courier" if trial.control else COURIER.removesuffix(".process")
    lock = trial.folder / "store" / LOCK
    patience = CONTROL_PATIENCE if trial.control else PATIENCE
    working = machine.start(module, log)
    wrong = 0
    for _ in range(trial.number):
        holder = _only_holder(lock, patience)
        rival = machine.start(module, log)
        assert rival.stdout is not None
        rival.stdout.readline()
        wrong += _holders(lock) != [working.pid] or holder != working.pid
        working.send_signal(signal.SIGKILL)
        end(working)
        wrong += _only_holder(lock, patience) != rival.pid
        working = rival
    end(working)
    sys.stderr.write(log.read_text()[-500:] if wrong else "")
    return Verdict(wrong == 0, f"races {trial.number} two at once or none {wrong}")


def _holders(lock: Path) -> list[int]:
    """Who holds the file's lock, as the kernel says (proc(5), /proc/locks)."""
    if not lock.exists():
        return []
    inode = str(lock.stat().st_ino)
    held = (line.split() for line in Path("/proc/locks").read_text().splitlines())
    return [int(words[4]) for words in held if words[1] == "FLOCK" and words[5].rpartition(":")[2] == inode]


def _only_holder(lock: Path, patience: float) -> int:
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        holders = _holders(lock)
        if len(holders) == 1:
            return holders[0]
        time.sleep(0.05)
    return 0
