# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P5: in no history of citizens, couriers, crashes and agencies is anybody lost, doubled or told what is not so.

The model knows receipts as such. What an OpenRosa server's answer must be to be one, where some name the submission and
ODK Central names none, is shown by the connector over real HTTP.
"""

import sys

from proof import openrosa_receipts
from proof.verdict import Trial, Verdict
from tests.support.delivery_model import run
from tests.support.rules_under_test import WRONG, Rules

STEPS = 50
CONTROL_EXAMPLES = 3_000
"""A wrong rule is searched for so long; most are found within a hundred."""


def prove(trial: Trial) -> Verdict:
    """`number` histories of 50 steps, and each answer of an OpenRosa server.

    With `control`, each of the wrong rules and each credulous connector must be found for the fault to be.
    """
    if trial.control:
        found = [name for name in WRONG if _is_found(name)]
        credulous = [
            believes for believes in openrosa_receipts.CREDULOUS if openrosa_receipts.misread(believes)
        ]
        figures = (
            f"wrong rules found {len(found)} of {len(WRONG)} credulous connectors found {len(credulous)} "
            f"of {len(openrosa_receipts.CREDULOUS)}"
        )
        missed = len(found) < len(WRONG) or len(credulous) < len(openrosa_receipts.CREDULOUS)
        return Verdict(missed, figures)
    misread = openrosa_receipts.misread()
    try:
        run(Rules(), trial.number, STEPS)
    except AssertionError as wrong:
        return Verdict(kept=False, figures=f"histories {trial.number} of {STEPS} steps: {wrong}")
    figures = (
        f"histories {trial.number} of {STEPS} steps lost 0 doubled 0 falsely told 0 "
        f"answers of a server {len(openrosa_receipts.ANSWERS)} misread {len(misread)}"
    )
    return Verdict(not misread, figures)


def _is_found(name: str) -> bool:
    rules, harm = WRONG[name]
    try:
        run(rules, CONTROL_EXAMPLES, STEPS)
    except AssertionError as wrong:
        sys.stderr.write(f"{name}: {wrong}\n")
        return harm in str(wrong)
    return False
