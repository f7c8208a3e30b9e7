# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The record of a visit's end: sealed, behind the one before it."""

from dataclasses import replace

import pytest

from core.end_record import EndRecord, recorded

FIRST = recorded(None, 1_795_426_000.5, answers=12, forms=1, milliseconds=180)
SECOND = recorded(FIRST, 1_795_426_100.0, answers=None, forms=None, milliseconds=0)


def test_records_are_numbered_and_each_holds_the_seal_of_the_one_before() -> None:
    assert (FIRST.number, FIRST.before, SECOND.number, SECOND.before) == (1, "", 2, FIRST.seal)
    assert FIRST.whole
    assert SECOND.whole
    assert "".join(FIRST.groups) == FIRST.seal[:16]


@pytest.mark.parametrize(
    "changed",
    [
        replace(FIRST, answers=11),
        replace(FIRST, forms=None),
        replace(FIRST, at=FIRST.at + 1),
        replace(FIRST, number=2),
        replace(FIRST, before="00"),
        replace(FIRST, milliseconds=0),
        replace(FIRST, seal=SECOND.seal),
    ],
)
def test_whatever_is_changed_in_a_record_shows(changed: EndRecord) -> None:
    assert not changed.whole
