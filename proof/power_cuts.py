# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P2: what was said survives a power cut with lost, torn, reordered and garbled sectors, under the encryption."""

from proof.verdict import Trial, Verdict
from tests.support.faulty_disk import cuttable_disk
from tests.support.told_of_disks import cut_many, sync_less


def prove(trial: Trial) -> Verdict:
    """`number` cuts, each at a random disk operation. The seeded fault is `synchronous=NORMAL`."""
    disk = cuttable_disk()
    if trial.control:
        acknowledged, lost = cut_many(trial.folder, disk, trial.number, sync_less)
    else:
        acknowledged, lost = cut_many(trial.folder, disk, trial.number)
    return Verdict(lost == 0, f"power cuts {trial.number} acknowledged {acknowledged} cuts with loss {lost}")
