# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The courier notes what time agencies say that it is, where this machine's clock agrees, and nothing else."""

from pathlib import Path

import pytest

from core.passed_time import Instant, ShownTime
from core.ports import Clock
from kiosk.clock import boot_id, instant, since_start
from kiosk.courier.shown_clock import NOTE_EVERY, ShownClock
from services.boundary import Answer
from services.http import Http
from services.origins import Origins
from services.server_dates import ServerDates, date_of
from tests.support import chaos_server as c
from tests.support.boundary_calls import QUICK
from tests.support.certificates import Authority
from tests.support.dying_courier import BEGIN, SetClock
from tests.support.fake_cache import FakeCache

DAY = 86_400.0
NAMED = ("Date", "Mon, 24 Nov 2025 16:00:00 GMT")
TIME = 1_764_000_000.0


def answer(*headers: tuple[str, str]) -> Answer:
    return Answer(200, tuple((name.lower(), value) for name, value in headers), b"")


def here(clock: Clock) -> Instant:
    return Instant("boot", clock.steady() - BEGIN + 60.0, clock.wall())


@pytest.mark.parametrize(
    ("value", "time"),
    [(NAMED[1], TIME), ("", 0.0), ("yesterday", 0.0), ("Mon, 99 Nov 2025 16:00:00 GMT", 0.0)],
)
def test_a_date_is_read_or_is_none(value: str, time: float) -> None:
    assert date_of(answer(("Date", value))) == time


def test_what_agrees_is_noted_and_not_again_within_the_hour() -> None:
    cache, clock, dates = FakeCache(), SetClock(), ServerDates()
    shown = ShownClock(dates, cache, clock, here)
    shown.turn()
    assert cache.shown_time() is None
    dates.hear(answer(NAMED), clock.steady())
    clock.now += 2.0
    shown.turn()
    first = ShownTime("boot", 62.0, TIME + 2.0)
    assert cache.shown_time() == first
    dates.hear(answer(NAMED), clock.steady())
    shown.turn()
    assert cache.shown_time() == first
    clock.now += NOTE_EVERY
    dates.hear(answer(("Date", "Mon, 24 Nov 2025 17:00:02 GMT")), clock.steady())
    shown.turn()
    assert cache.shown_time() == ShownTime("boot", 62.0 + NOTE_EVERY, TIME + 2.0 + NOTE_EVERY)


@pytest.mark.parametrize("by", [2 * DAY, -2 * DAY, 3_652 * DAY])
def test_a_clock_that_a_server_contradicts_is_not_noted(by: float, caplog: pytest.LogCaptureFixture) -> None:
    cache, clock, dates = FakeCache(), SetClock(BEGIN + by), ServerDates()
    shown = ShownClock(dates, cache, clock, here)
    dates.hear(answer(NAMED), clock.steady())
    shown.turn()
    assert shown.contradicted
    assert cache.shown_time() is None
    assert "differs from this machine" in caplog.text
    caplog.clear()
    clock.now = BEGIN
    dates.hear(answer(NAMED), clock.steady())
    shown.turn()
    assert not shown.contradicted
    assert cache.shown_time() is not None


def test_only_a_server_that_has_proved_who_it_is_is_heard(tmp_path: Path) -> None:
    authority, dates = Authority(tmp_path), ServerDates()
    behaviour = c.replies(200, b"{}", NAMED)
    with c.chaos(behaviour) as plain:
        assert isinstance(Http(Origins.of([plain.origin]), QUICK, dates=dates).get(plain.url + "/x"), Answer)
    assert dates.last is None
    with c.chaos(behaviour, tls=authority.server()) as server:
        http = Http(Origins.of([server.origin]), QUICK, authority.client(), dates=dates)
        assert isinstance(http.get(server.url + "/x"), Answer)
    assert dates.last is not None
    assert dates.last.time == TIME


def test_an_instant_is_of_this_start_and_goes_on() -> None:
    first, second = instant(SetClock()), instant(SetClock())
    assert (first.boot, first.wall) == (boot_id(), BEGIN)
    assert 0 < first.up <= second.up <= since_start()
