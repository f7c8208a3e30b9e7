# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen reader hears each warning that time runs out once, at once, and that a press gives the time back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from core.ids import Language
from core.visit.delays import Delays
from core.visit.pages import StillThere
from i18n.messages import Messages
from tests.support.beside_a_client import Client, outside_client
from tests.support.sandbox_town import running_town
from ui.present.emphasis import plain
from ui.present.still import present_still
from ui.registry import screens

EN = Messages.load("en")
ASSERTIVE = 2
USUAL = Delays()
assert USUAL.idle is not None
QUIET = USUAL.idle
PROGRAM, SESSION = "tests.support.program_with_session", "tests.support.hurried_session"
A_WHILE = 2.5
"""Seconds for a tick of the visit's own second to come, and what it announces."""


def words(left: float) -> str:
    """What is told of the end when so many seconds are left."""
    asked = StillThere(left=left, of=USUAL.warning, since=0.0)
    return plain(present_still(screens(Language("en"))["home"], asked, EN).consequence)


def heard(
    client: Client, ahead: Callable[[float], None], seconds: float, least: int = 0
) -> list[list[object]]:
    ahead(seconds)
    found: list[list[object]] = client.tell(heard=A_WHILE, least=least)["heard"]
    return found


@pytest.mark.requirement("AT-05", part="time warnings, from outside")
@pytest.mark.timeout(180)
def test_the_end_of_the_time_is_told_at_once_and_each_time_its_words_change(tmp_path: Path) -> None:
    hurry = tmp_path / "hurry"

    def ahead(seconds: float) -> None:
        (tmp_path / "being-written").write_text(str(seconds))
        (tmp_path / "being-written").rename(hurry)

    with (
        running_town(tmp_path) as town,
        outside_client(tmp_path, town, PROGRAM, SESSION_MODULE=SESSION, HURRY_FILE=str(hurry)) as client,
    ):
        client.press("English")
        client.tell(**{"await": EN.text("home.heading")})
        client.tell(heard=A_WHILE)
        assert heard(client, ahead, QUIET - 60.0) == []
        # From here on the page has been read three times over, and the question comes.
        told: list[list[object]] = []
        for seconds in (QUIET + 5.0, QUIET + 36.0, QUIET + 56.0):
            told += heard(client, ahead, seconds, least=1)
        assert told == [
            [f"{EN.text('still.press')} {words(USUAL.warning)}", ASSERTIVE],
            [words(30.0), ASSERTIVE],
            [words(10.0), ASSERTIVE],
        ]
        client.press(EN.text("still.yes"))
        client.tell(**{"await": EN.text("home.heading")})
        assert heard(client, ahead, QUIET + 60.0) == []
