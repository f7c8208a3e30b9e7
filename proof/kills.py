# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P1: what was said to be sealed survives `kill -9` at any instant, and arrives once."""

import sys

from proof.verdict import Trial, Verdict
from tests.support.killing import COURIER, DRAIN_SECONDS, kill_again_and_again
from tests.support.sandbox_town import running_town

SEED = 20261127
CONTROL_PATIENCE = 5.0
"""A courier that renames never gets its receipt, so there is no end to wait for."""


def prove(trial: Trial) -> Verdict:
    """Exactly `number` acknowledged submissions and at least `number` kills of session and courier.

    The seeded fault acknowledges before anything is on the disk, and gives each attempt a new identity.
    """
    with running_town(trial.folder) as town:
        killed = kill_again_and_again(
            town,
            trial.folder,
            acknowledged=trial.number,
            kills=trial.number,
            seed=SEED,
            early=trial.control,
            patience=CONTROL_PATIENCE if trial.control else DRAIN_SECONDS,
            courier_module="tests.support.renaming_courier" if trial.control else COURIER,
        )
    parts = ", ".join(f"{role} {number}" for role, number in sorted(killed.kills.items()))
    sys.stderr.write(f"kill -9: {killed.kills.total()} ({parts}) in {killed.seconds:.0f} s\n")
    figures = f"acknowledged {len(killed.said)} lost {killed.lost} doubled {killed.doubled}"
    if trial.control:
        # Both halves of the fault have to be seen: a check that finds one of them is half a check.
        return Verdict(not (killed.lost and killed.doubled), figures)
    quiet = "Traceback" not in killed.complaints
    if not quiet:
        sys.stderr.write(killed.complaints[-3000:])
    return Verdict(quiet and not killed.waiting and not killed.lost and not killed.doubled, figures)
