# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P1 and P3: what was said to be sealed survives `kill -9` at any instant, and arrives once, whatever is answered."""

import random
import sys
from typing import Any

from proof.verdict import Trial, Verdict
from tests.support.killing import COURIER, DRAIN_SECONDS, Killed, kill_again_and_again
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


FAULTS: tuple[dict[str, object], ...] = (
    {"kind": "close-before-commit"},
    {"kind": "close-after-commit"},
    {"kind": "reset-after-commit"},
    {"kind": "truncate"},
    {"kind": "wrong-content-type"},
    {"kind": "portal-page"},
    {"kind": "status-after-commit", "status": 500},
    {"kind": "status-before-commit", "status": 503},
    {"kind": "status-before-commit", "status": 429, "retry_after": 1},
)
"""What an agency may do with a submission, besides taking it."""


LOST_RECEIPT: dict[str, object] = {"kind": "close-after-commit"}
"""The case is there and nobody was told."""


def exactly_once(trial: Trial) -> Verdict:
    """The same at an agency that answers wrongly to every third: nobody is lost, and nobody is there twice.

    The seeded fault gives each attempt a new identity.
    """
    ordered = 0
    with running_town(trial.folder) as town:

        def disturb(chance: random.Random) -> None:
            nonlocal ordered
            # The control needs an agency that has the case and does not say so: nothing else can double one.
            fault = dict(LOST_RECEIPT) if trial.control else _fault(chance)
            if trial.control or chance.random() < 0.33:
                town.order(endpoint="submission", count=3 if trial.control else 1, **fault)
                ordered += 1

        killed: Killed = kill_again_and_again(
            town,
            trial.folder,
            acknowledged=trial.number,
            kills=trial.number,
            seed=SEED + 3,
            disturb=disturb,
            patience=CONTROL_PATIENCE if trial.control else DRAIN_SECONDS,
            courier_module="tests.support.renaming_courier" if trial.control else COURIER,
        )
    figures = (
        f"acknowledged {len(killed.said)} faults {ordered} kills {killed.kills.total()} "
        f"lost {killed.lost} doubled {killed.doubled}"
    )
    if trial.control:
        return Verdict(not killed.doubled, figures)
    return Verdict(not killed.waiting and not killed.lost and not killed.doubled, figures)


def _fault(chance: random.Random) -> dict[str, Any]:
    return dict(chance.choice(FAULTS))
