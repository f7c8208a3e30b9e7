# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A breaker for each origin: open after five failures, one probe after a pause, then longer pauses."""

import pytest

from core.breaker import Breakers
from core.submission import NoAccess, NotFoundThere, NotSent, Outcome, Received, Refused, Unsure

TOWN, PORT = "https://town.example", "https://port.example"
DOWN = NotSent("no_connection")


def after(outcomes: list[Outcome], now: float = 100.0) -> Breakers:
    breakers = Breakers()
    for outcome in outcomes:
        breakers = breakers.begun(TOWN).ended(TOWN, outcome, now)
    return breakers


def test_unknown_origin_may_be_tried() -> None:
    assert Breakers().allows(TOWN, 0.0)
    assert Breakers().opens_at(TOWN) is None


@pytest.mark.parametrize("outcome", [DOWN, Unsure("timeout")])
def test_five_failures_running_open_for_a_minute(outcome: Outcome) -> None:
    assert after([outcome] * 4).allows(TOWN, 100.0)
    opened = after([outcome] * 5)
    assert not opened.allows(TOWN, 159.9)
    assert opened.opens_at(TOWN) == 160.0
    assert opened.allows(TOWN, 160.0)


@pytest.mark.parametrize("outcome", [Received("R"), Refused(422, "no"), NotFoundThere()])
def test_answer_about_the_item_closes(outcome: Outcome) -> None:
    assert after([DOWN] * 4 + [outcome] + [DOWN] * 4).allows(TOWN, 100.0)


def test_one_origin_in_trouble_does_not_stop_another() -> None:
    assert after([DOWN] * 5).allows(PORT, 100.0)


def test_after_a_pause_only_one_probe_may_go() -> None:
    probing = after([DOWN] * 5).begun(TOWN)

    assert not probing.allows(TOWN, 500.0)
    assert probing.ended(TOWN, Received("R"), 500.0).allows(TOWN, 500.0)


def test_each_failed_probe_doubles_the_pause_up_to_half_an_hour() -> None:
    breakers, now, pauses = after([DOWN] * 5), 160.0, []
    for _ in range(8):
        breakers = breakers.begun(TOWN).ended(TOWN, DOWN, now)
        opens = breakers.opens_at(TOWN)
        assert opens is not None
        pauses.append(opens - now)
        now = opens

    assert pauses == [120.0, 240.0, 480.0, 960.0, 1_800.0, 1_800.0, 1_800.0, 1_800.0]


def test_refused_machine_pauses_the_origin_at_once() -> None:
    assert after([NoAccess("status")]).opens_at(TOWN) == 1_900.0
