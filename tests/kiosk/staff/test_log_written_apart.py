# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Processes that end write the program's own lines of the log: all of them, in their order, also at a shutdown."""

import json
import os
import signal
import time
from pathlib import Path

from kiosk.staff.keeping_apart import LogApart
from kiosk.staff.opening import StaffStores, open_staff_stores
from kiosk.store_access import staff_keys
from tests.support.processes import KEY


def logged(folder: Path) -> list[tuple[str, object]]:
    stores = open_staff_stores(folder, KEY)
    assert isinstance(stores, StaffStores)
    rows = [json.loads(row.content) for row in stores.log.rows()]
    assert stores.log.verify().whole
    stores.close()
    return [(row["event_id"], row["refs"].get("papers")) for row in rows]


def test_lines_that_come_at_once_are_written_one_after_the_other_and_all_before_the_end(
    tmp_path: Path,
) -> None:
    log = LogApart(tmp_path, staff_keys(KEY))
    began = time.monotonic()
    log.begun()
    log.helped()
    log.paper_left(2)
    assert time.monotonic() - began < 0.5, "somebody waits for what is written"
    log.ended()
    assert logged(tmp_path) == [
        ("machine-started", None),
        ("helped-beside", None),
        ("paper-left", 2),
        ("machine-stopped", None),
    ]


def test_a_writer_finishes_its_line_where_everything_is_told_to_end(tmp_path: Path) -> None:
    log = LogApart(tmp_path, staff_keys(KEY))
    log.begun()
    assert log._writer is not None
    os.kill(log._writer.pid, signal.SIGTERM)
    assert log._writer.wait(60) == 0
    log.turn()
    assert log._writer is None, "what is done is let go"
    assert logged(tmp_path) == [("machine-started", None)]
