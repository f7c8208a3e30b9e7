# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was sealed before a change to or from summer time keeps its hour on the screen after it."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from i18n.messages import Messages
from kiosk.clock import on_the_clock
from kiosk.profile.file import load
from kiosk.profile.model import Profile
from kiosk.session.setting import setting_now, usual_preferences
from ui.present.moments import minutes_since, when

EN = Messages.load("en")


@pytest.fixture(autouse=True)
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine in Berlin, whose clocks go back on 25 October 2026 at 3:00 and forward on 28 March 2027 at 2:00."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def epoch(year: int, month: int, day: int, hour: int, minute: int) -> float:
    return datetime(year, month, day, hour, minute, tzinfo=UTC).timestamp()


@pytest.mark.parametrize(
    ("sealed", "read", "said"),
    [
        (epoch(2026, 10, 24, 12, 5), epoch(2026, 10, 26, 9, 0), "24 October 2026 at 14:05"),
        (epoch(2026, 10, 26, 12, 5), epoch(2026, 10, 28, 9, 0), "26 October 2026 at 13:05"),
        (epoch(2027, 3, 27, 12, 5), epoch(2027, 3, 29, 9, 0), "27 March 2027 at 13:05"),
        (epoch(2026, 10, 25, 0, 5), epoch(2026, 10, 25, 20, 0), "2:05"),
        # Shortly before midnight in summer: another offset would make another day of it.
        (epoch(2026, 10, 24, 21, 55), epoch(2026, 10, 26, 9, 0), "24 October 2026 at 23:55"),
    ],
)
def test_pages_say_a_moment_with_the_hour_of_its_own_day(sealed: float, read: float, said: str) -> None:
    profile = load("town-hall-kiosk")
    assert isinstance(profile, Profile)
    usual = usual_preferences(profile)
    setting = setting_now(profile, read, usual, can_print=False, trial=False, cameras=(False, False))
    assert said in when(sealed, setting.now, EN)


def test_minutes_are_counted_over_the_change() -> None:
    before, after = epoch(2026, 10, 25, 0, 55), epoch(2026, 10, 25, 1, 5)
    assert [on_the_clock(moment).hour for moment in (before, after)] == [2, 2]
    assert minutes_since(before, on_the_clock(after), EN) == EN.minutes(10)


def test_both_of_two_equal_hours_are_told_apart() -> None:
    first, second = (on_the_clock(epoch(2026, 10, 25, hour, 30)) for hour in (0, 1))
    assert first.replace(fold=0) == second.replace(fold=0)
    assert (first.utcoffset(), second.utcoffset()) == (timedelta(hours=2), timedelta(hours=1))
    assert second.timestamp() - first.timestamp() == 3600
