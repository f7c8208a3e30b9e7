# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P2: what was said survives a power cut with lost, torn, reordered and garbled sectors, under the encryption."""

import sys

from proof.verdict import Trial, Verdict
from tests.support.cutting_power import cut_many, sync_less
from tests.support.faulty_disk import cuttable_disk


def prove(trial: Trial) -> Verdict:
    """`number` cuts, each at a random operation on the database or on the files beside it.

    Sealed copies and keys of epochs are among the files; answers are erased and keys renewed meanwhile. The seeded
    faults are `synchronous=NORMAL`, and files that nobody syncs.
    """
    disk = cuttable_disk()
    if trial.control:
        for name in ("normal", "unsynced"):
            (trial.folder / name).mkdir()
        acknowledged, lost = cut_many(trial.folder / "normal", disk, trial.number, spoil=sync_less)
        _, unsynced = cut_many(trial.folder / "unsynced", disk, trial.number, unsynced=True)
        figures = f"power cuts {trial.number} acknowledged {acknowledged} cuts with loss {len(lost)}, "
        figures += f"with files unsynced {len(unsynced)}"
        return Verdict(not (lost and unsynced), figures)
    acknowledged, lost = cut_many(trial.folder, disk, trial.number)
    sys.stderr.write("".join(f"{one}\n" for one in lost))
    return Verdict(
        not lost, f"power cuts {trial.number} acknowledged {acknowledged} cuts with loss {len(lost)}"
    )
