# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue of what the log of staff may say, and the table of it in the documents."""

from pathlib import Path

import pytest

from core.staff.log_events import CATALOGUE, LogEvent, table
from core.staff.log_record import Entry, LogMoment, packed
from core.staff.roles import Role

DOCUMENT = Path(__file__).parents[3] / "docs" / "staff-log.md"


def test_every_event_is_described_and_stands_in_the_documents_as_it_is() -> None:
    assert set(CATALOGUE) == set(LogEvent)
    assert table() in DOCUMENT.read_text("utf-8")


def test_nothing_stands_beside_an_event_that_its_description_does_not_name() -> None:
    with pytest.raises(ValueError, match="may not stand beside it"):
        Entry(LogEvent.STOPPED, refs={"name": "Mona"})
    with pytest.raises(ValueError, match="longer than"):
        Entry(
            LogEvent.SEALED_DISCARDED, refs={"reason": "she has told me that her husband has died last week"}
        )


def test_a_record_is_whole_numbers_and_texts() -> None:
    at = LogMoment("boot", 1_795_426_000.75, 12.3456)
    assert packed(7, Entry(LogEvent.SIGNED_IN, Role.MANAGER, refs={"wait": 15}), at) == {
        "seq": 7,
        "boot_id": "boot",
        "wall": 1_795_426_000,
        "mono": 12_345,
        "event_id": "signed-in",
        "role": "manager",
        "disposition": "done",
        "refs": {"wait": 15},
    }
