# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P11: any one disk operation may fail; nobody is told what is not so, and the next opening succeeds."""

from unittest import mock

import apsw

from offline_cache.outbox import StoredOutbox
from proof.verdict import Trial, Verdict
from tests.support.faulty_disk import FailingDisk, failing_disk
from tests.support.told_of_disks import fail_each_once

ERRORS = (apsw.IOError, apsw.FullError, apsw.BusyError)


def prove(trial: Trial) -> Verdict:
    """`number` failures, spread over every operation and three errors; all there are when the number is as high.

    The seeded fault takes a failed write for a done one.
    """
    disk = failing_disk()
    if trial.control:
        with mock.patch.object(StoredOutbox, "seal", _says_sealed):
            return _swept(trial, disk)
    return _swept(trial, disk)


def _swept(trial: Trial, disk: FailingDisk) -> Verdict:
    failed, operations, wrong = 0, 0, list[str]()
    for error in ERRORS:
        swept = fail_each_once(trial.folder, disk, error, max(1, trial.number // len(ERRORS)))
        failed, operations, wrong = failed + swept[0], operations + swept[1], wrong + swept[2]
    figures = f"operations {operations} failed on purpose {failed} lost or spoilt {len(wrong)}"
    return Verdict(failed > 0 and not wrong, figures)


_seal = StoredOutbox.seal


def _says_sealed(outbox: StoredOutbox, submission: object) -> object:
    from core import sync
    from core.errors import Trouble
    from core.submission import Submission

    assert isinstance(submission, Submission)
    sealed = _seal(outbox, submission)
    return sync.begin(submission) if isinstance(sealed, Trouble) else sealed
