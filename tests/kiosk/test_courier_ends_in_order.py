# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A courier that is told to end keeps what an agency is just answering: thrown away, a person would have to decide."""

import time
from pathlib import Path

from core.submission import DeliveryState
from kiosk import link
from tests.support.agency_worlds import OpenRosaWorld
from tests.support.killing import opened
from tests.support.outbox_steps import sealed
from tests.support.processes import Machine, end
from tests.support.sandbox_town import running_town

ANSWERS_AFTER_MS = 700


def test_an_answer_that_comes_while_the_courier_ends_is_kept(tmp_path: Path) -> None:
    with running_town(tmp_path) as town:
        machine = Machine(tmp_path / "store", town.url)
        courier = machine.start("kiosk.courier", tmp_path / "log")
        assert courier.stdout is not None
        assert isinstance(link.decode(courier.stdout.readline()), link.Ready)
        town.order("delay-after-commit", endpoint="submission", milliseconds=ANSWERS_AFTER_MS, count=1)
        outbox = opened(machine).outbox
        sealed(outbox, OpenRosaWorld(town).submission(1))
        while outbox.deliveries()[0].state is DeliveryState.SEALED:
            time.sleep(0.01)

        assert end(courier) == 0

        (after,) = outbox.deliveries()
        assert (after.state, after.attempts) == (DeliveryState.RECEIVED, 1)
        assert len(town.submissions()) == 1
