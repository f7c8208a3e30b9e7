# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a printer's reasons mean for whoever stands before it, and when there is something to let go on."""

import pytest

from core.staff.printer_state import Going, PrinterFault, PrinterState, faults_of


@pytest.mark.parametrize(
    ("reasons", "faults"),
    [
        (["none"], ()),
        (["paused"], ()),
        (["media-jam-error", "media-empty-warning", "paused"], (PrinterFault.JAM, PrinterFault.EMPTY)),
        (["media-needed-error", "media-empty-error"], (PrinterFault.EMPTY,)),
        (["media-jam"], (PrinterFault.JAM,)),
        (["cover-open-report", "media-low-warning", "toner-low-report"], ()),
        (["offline-report"], (PrinterFault.AWAY,)),
        (["connecting-to-device"], (PrinterFault.AWAY,)),
        (["door-open-error"], (PrinterFault.OPEN,)),
        (["marker-supply-empty-error"], (PrinterFault.INK,)),
        (["fuser-over-temp-error"], (PrinterFault.OTHER,)),
        (["cups-waiting-for-job-completed"], ()),
        ([""], ()),
    ],
)
def test_reasons_become_what_somebody_can_mend(reasons: list[str], faults: tuple[PrinterFault, ...]) -> None:
    assert faults_of(reasons) == faults


@pytest.mark.parametrize(
    ("state", "wants"),
    [
        (PrinterState(Going.READY), False),
        (PrinterState(Going.READY, (PrinterFault.JAM,)), True),
        (PrinterState(Going.PRINTING, (), 1), True),
        (PrinterState(Going.STOPPED), True),
        (PrinterState(Going.UNKNOWN), False),
    ],
)
def test_a_printer_that_is_well_or_silent_is_not_to_be_freed(state: PrinterState, wants: bool) -> None:
    assert state.wants_freeing is wants
