# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The stretches of time in which a city's reports are searched: all of it, each as long as the standard allows."""

from itertools import pairwise

from services.open311.windows import DAY, NARROWEST, WIDEST, Window, first_windows


def test_time_that_lies_ahead_is_no_beginning_to_search_from() -> None:
    """The clock was set back since: the report was taken at some time before now, whatever is written down."""
    now = 1_000_000_000.0
    windows = first_windows(now + 10 * DAY, now)

    assert windows[0].start <= now - 300 * DAY
    assert windows[-1].end == now + 11 * DAY
    assert all(one.end - one.start <= WIDEST for one in windows)


def test_windows_cover_all_time_and_stay_within_the_standard() -> None:
    windows = first_windows(1_000_000.0, 1_000_000.0 + 200 * DAY)
    assert windows[0].start == 1_000_000.0 - DAY
    assert windows[-1].end == 1_000_000.0 + 201 * DAY
    assert all(one.end - one.start <= WIDEST for one in windows)
    assert all(one.end == other.start for one, other in pairwise(windows))
    assert Window(0, 100).halves() == []
    assert [one.end - one.start for one in Window(0, 4 * NARROWEST).halves()] == [120.0, 120.0]
