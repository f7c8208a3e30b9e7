# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""When a bundle is old, when a clock cannot be right, and whose turn it is."""

import pytest

from core.bundle_rules import DAY, Freshness, clock_is_wrong, freshness, takes_part


@pytest.mark.parametrize(
    ("days", "word"),
    [
        (0, Freshness.FRESH),
        (6.9, Freshness.FRESH),
        (7, Freshness.OLD),
        (29.9, Freshness.OLD),
        (30, Freshness.STALE),
        (4_000, Freshness.STALE),
        (-0.5, Freshness.FRESH),
        (-2, Freshness.STALE),
    ],
)
def test_age_of_what_was_last_seen(days: float, word: Freshness) -> None:
    assert freshness(1e9, 1e9 + days * DAY) is word


def test_a_clock_before_what_was_proved_is_wrong_and_a_time_zone_is_not() -> None:
    assert clock_is_wrong(1e9 - 2 * DAY, (0.0, 1e9))
    assert not clock_is_wrong(1e9 - 14 * 3_600, (0.0, 1e9))
    assert not clock_is_wrong(1e9 + 4_000 * DAY, (0.0, 1e9))
    assert not clock_is_wrong(0.0, ())


def test_a_larger_share_has_every_machine_of_a_smaller_one_and_about_so_many() -> None:
    machines = [number.to_bytes(16, "big") for number in range(4_000)]
    before: set[bytes] = set()
    for share in (0, 1, 10, 50, 99, 100):
        now = {machine for machine in machines if takes_part(machine, share)}
        assert before <= now
        assert abs(len(now) - 40 * share) < 120
        before = now
    assert before == set(machines)
