# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P5: in no history of citizens, couriers, crashes and agencies is anybody lost, doubled or told what is not so."""

import sys

from proof.verdict import Trial, Verdict
from tests.support.delivery_model import run
from tests.support.rules_under_test import WRONG, Rules

STEPS = 50
CONTROL_EXAMPLES = 3_000
"""A wrong rule is searched for so long; most are found within a hundred."""


def prove(trial: Trial) -> Verdict:
    """`number` histories of 50 steps. With `control`, each of the wrong rules must be found for the fault to be."""
    if trial.control:
        found = [name for name in WRONG if _is_found(name)]
        return Verdict(len(found) < len(WRONG), f"wrong rules found {len(found)} of {len(WRONG)}")
    try:
        run(Rules(), trial.number, STEPS)
    except AssertionError as wrong:
        return Verdict(kept=False, figures=f"histories {trial.number} of {STEPS} steps: {wrong}")
    return Verdict(
        kept=True, figures=f"histories {trial.number} of {STEPS} steps lost 0 doubled 0 falsely told 0"
    )


def _is_found(name: str) -> bool:
    rules, harm = WRONG[name]
    try:
        run(rules, CONTROL_EXAMPLES, STEPS)
    except AssertionError as wrong:
        sys.stderr.write(f"{name}: {wrong}\n")
        return harm in str(wrong)
    return False
