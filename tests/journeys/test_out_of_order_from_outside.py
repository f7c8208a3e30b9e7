# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""On the whole program, whose sessions all crash, a program that knows only AT-SPI reads where to go (K-10)."""

from pathlib import Path

import pytest

from i18n.messages import Messages
from tests.support.beside_a_client import outside_client
from tests.support.sandbox_town import running_town


@pytest.mark.timeout(180)
def test_the_page_is_read_and_pressed_by_names_alone(tmp_path: Path) -> None:
    crashing = {"SESSION_MODULE": "tests.support.crashing_session"}
    with (
        running_town(tmp_path) as town,
        outside_client(tmp_path, town, "tests.support.program_with_session", **crashing) as client,
    ):
        english, spanish = (Messages.load(tag).text("out_of_order.heading") for tag in ("en", "es"))
        client.tell(**{"await": english})
        names = [name for _, name in client.tell(names=True)["names"]]
        assert any("0800 555 014" in name for name in names)
        assert any("Counter 2, ground floor" in name for name in names)
        client.press("Español")
        client.tell(**{"await": spanish})
    assert "out of order; a session is tried again" in (tmp_path / "log").read_text()
