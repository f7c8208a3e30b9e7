# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody walks through the tree from outside while pages change: nothing hangs, grows or ends."""

from pathlib import Path

import pytest

from i18n.messages import Messages
from tests.support.beside_a_client import outside_client
from tests.support.sandbox_town import running_town

EN = Messages.load("en")
ANYWHERE = [EN.text("bar.settings"), EN.text("bar.language")]
"""What is on every page, and leads to another."""

WALKS, FEW = 500, 20
HANG, GROWTH_MIB = 0.2, 5.0
"""Seconds that an object may take to answer, and how much larger the program may be afterwards (AT-09)."""

PROGRAM, HANGING = "tests.support.program_with_session", "tests.support.hanging_session"


@pytest.mark.requirement("AT-09", part="500 walks while pages change: no crash, no hang, no growth")
@pytest.mark.timeout(400)
def test_walking_the_tree_while_pages_change_stops_nothing(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    with running_town(tmp_path) as town, outside_client(tmp_path, town) as client:
        walked = client.tell(walk=[WALKS, ANYWHERE])
        request.node.user_properties.append(("walked", walked))
        assert walked["met"] > 2 * WALKS
        assert walked["changed"] > FEW
        assert walked["slowest"] < HANG
        assert walked["grown"] < GROWTH_MIB
        client.tell(**{"await": EN.text("bar.settings")})


@pytest.mark.timeout(400)
def test_a_program_that_hangs_and_grows_is_seen(tmp_path: Path) -> None:
    with (
        running_town(tmp_path) as town,
        outside_client(tmp_path, town, PROGRAM, SESSION_MODULE=HANGING) as client,
    ):
        walked = client.tell(walk=[WALKS // 5, ANYWHERE])
        assert walked["slowest"] > HANG
        assert walked["grown"] > GROWTH_MIB
