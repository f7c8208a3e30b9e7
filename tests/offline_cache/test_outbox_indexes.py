# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is asked each time somebody begins a form is answered from an index, however much the outbox holds."""

import apsw

from offline_cache.outbox_schema import STEPS


def test_how_many_were_sealed_within_an_hour_is_not_counted_row_by_row() -> None:
    connection = apsw.Connection(":memory:")
    for step in STEPS:
        connection.execute(step)
    question = "explain query plan select count(*) from delivery where created > ? and created <= ?"
    plans = [str(row[3]) for row in connection.execute(question, (1.0, 2.0))]
    connection.close()
    assert all("delivery_by_moment" in plan for plan in plans), plans
    assert plans
