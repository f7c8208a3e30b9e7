# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A proof whose verdict the test chooses."""

from proof.verdict import Trial, Verdict

KEPT = True


def prove(trial: Trial) -> Verdict:
    assert trial.folder.is_dir()
    return Verdict(KEPT, f"{trial.number} of 3")
