# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much time the store of drafts has seen pass (`core.passed_time`), one row in it."""

from typing import Final

import apsw

from core.passed_time import Anchor, Counted, Instant, Passed

STEP: Final = """
    create table passed (
        one integer primary key check (one = 1),
        sure real not null,
        likely real not null,
        boot text not null,
        up real not null,
        wall real not null,
        shown real not null,
        anchor_time real,
        anchor_sure real,
        anchor_likely real
    ) strict;
    alter table draft add column sure real not null default 0;
    alter table draft add column likely real not null default 0;
"""
"""Of the schema: the counts of the store, and of each draft at the moment when it was put away."""

_READ = "select sure, likely, boot, up, wall, shown, anchor_time, anchor_sure, anchor_likely from passed"
_WRITE = "insert or replace into passed values (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def read(connection: apsw.Connection) -> Passed:
    """What has been counted; nothing where nobody has counted yet."""
    row = connection.execute(_READ).fetchone()
    if row is None:
        return Passed()
    sure, likely, boot, up, wall, shown, *anchor = row
    counted, last = Counted(float(sure), float(likely)), Instant(str(boot), float(up), float(wall))
    if anchor[0] is None:
        return Passed(counted, last, shown=float(shown))
    time, anchor_sure, anchor_likely = (float(one) for one in anchor)
    return Passed(counted, last, Anchor(time, Counted(anchor_sure, anchor_likely)), float(shown))


def write(connection: apsw.Connection, passed: Passed, last: Instant) -> None:
    """Keep it, within a transaction of the caller."""
    anchor = passed.anchor
    held = (None,) * 3 if anchor is None else (anchor.time, anchor.counted.sure, anchor.counted.likely)
    counted = (passed.counted.sure, passed.counted.likely)
    connection.execute(_WRITE, (*counted, last.boot, last.up, last.wall, passed.shown, *held))
