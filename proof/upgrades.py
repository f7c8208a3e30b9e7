# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P16: an outbox of the earlier schema, taken over by a process that is killed at its disk operations."""

from proof.verdict import Trial, Verdict
from tests.support.dying import ITEMS, sweep


def prove(trial: Trial) -> Verdict:
    """`number` kills spread over every disk operation and fsync; all there are when the number is as high.

    The seeded fault takes everything out of the old place before it is in the new one.
    """
    deaths, wrong = sweep(trial.folder, trial.number, careless=trial.control)
    return Verdict(
        deaths > 0 and not wrong, f"kills {deaths} waiting in each {len(ITEMS)} lost or changed {len(wrong)}"
    )
