# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session may end at any moment, also while its stores are being opened."""

from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import Trouble
from kiosk import link
from kiosk.clock import MachineClock
from kiosk.lanes import ThreadLane
from kiosk.session import stores
from kiosk.session.stores import StoreDoor


@pytest.mark.expects_log
@pytest.mark.parametrize("ends", [False, True])
def test_stores_that_open_after_the_end_are_told_to_nobody(
    ends: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    posted: list[Callable[[], None]] = []
    told: list[str] = []
    monkeypatch.setattr(stores, "stores_of", lambda *_: Trouble("trouble.disk_full"))
    thread = ThreadLane("store", posted.append)
    door = StoreDoor(thread, MachineClock(), lambda: told.append("ready"), lambda _: told.append("refused"))
    door.open(link.Order("town-hall-kiosk", str(tmp_path), {}, trial=True))
    thread.settle()
    if ends:
        door.close()
    for work in posted:
        work()
    thread.close()
    assert told == ([] if ends else ["refused"])
