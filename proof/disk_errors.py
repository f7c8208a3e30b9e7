# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P11: any one disk operation may fail; nobody is told what is not so, and the next opening succeeds."""

from pathlib import Path
from typing import Final
from unittest import mock

import apsw

from offline_cache.outbox import StoredOutbox
from proof.verdict import Trial, Verdict
from tests.support.failing_once import Swept, fail_each_once, says_sealed, wedged
from tests.support.faulty_disk import failing_disk

ERRORS: Final = (apsw.IOError, apsw.FullError, apsw.BusyError)


def prove(trial: Trial) -> Verdict:
    """`number` failures, spread over every operation and three errors; all there are when the number is as high.

    Operations are SQLite's, and those on the sealed copies, the keys of epochs and the check value. What was refused
    is sealed again, on the same connection and on a fresh one. The seeded faults take a failed write for a done one,
    and stay wedged after the first error.
    """
    if not trial.control:
        swept = _swept(trial, trial.folder)
        return Verdict(bool(swept.on_files) and not swept.wrong, _figures(swept))
    found, figures = 0, list[str]()
    for name, seal in (("false word", says_sealed), ("wedged", wedged)):
        with mock.patch.object(StoredOutbox, "seal", seal):
            (trial.folder / name).mkdir()
            swept = _swept(trial, trial.folder / name)
        found += bool(swept.wrong)
        figures.append(f"{name}: {_figures(swept)}")
    return Verdict(found < len(figures), "; ".join(figures))


def _swept(trial: Trial, folder: Path) -> Swept:
    disk, whole = failing_disk(), Swept()
    for error in ERRORS:
        swept = fail_each_once(folder, disk, error, max(1, trial.number // len(ERRORS)))
        whole.operations += swept.operations
        whole.failed += swept.failed
        whole.on_files += swept.on_files
        whole.wrong += swept.wrong
    return whole


def _figures(swept: Swept) -> str:
    return (
        f"operations {swept.operations} failed on purpose {swept.failed} (on files beside the database "
        f"{swept.on_files}) lost, spoilt or refused again {len(swept.wrong)}"
    )
