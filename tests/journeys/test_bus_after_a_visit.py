# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a visit told the bus of accessibility is gone from it when the visit has ended."""

import time
from pathlib import Path

import pytest

from i18n.messages import Messages
from tests.support.beside_a_client import Client, outside_client
from tests.support.sandbox_town import running_town

WORDS = "zauberwort"
PATIENCE_S = 30.0


def read_on_the_bus(client: Client) -> dict[str, str]:
    """Number of each process on the bus → what can be read of it."""
    found: dict[str, str] = client.tell(everywhere=True)["processes"]
    return found


@pytest.mark.requirement("E-13", part="what a visit told the bus is gone from it at its end")
@pytest.mark.timeout(180)
def test_a_visit_that_has_ended_is_on_the_bus_no_more(tmp_path: Path) -> None:
    texts = Messages.load("en")
    with running_town(tmp_path) as town, outside_client(tmp_path, town) as client:
        client.press("English")
        client.press(texts.text("home.search"))
        client.type_in(texts.text("search.field"), WORDS)
        before = read_on_the_bus(client)
        (visitor,) = [process for process, words in before.items() if WORDS in words]
        client.press(texts.text("bar.finish"))
        after = before
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            after = read_on_the_bus(client)
            if after and visitor not in after:
                break
            time.sleep(0.2)
        assert visitor not in after
        assert after, "the next visit's process is on it"
        assert not [process for process, words in after.items() if WORDS in words]
