# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What fails beside a delivery takes no receipt along, and holds up nobody's answers."""

from collections.abc import Iterable
from email.utils import formatdate
from pathlib import Path

import pytest

from core.catalogue import Catalogue
from core.errors import Trouble, TroubleError
from core.ids import ServiceId
from core.passed_time import ShownTime
from core.ports import Clock
from core.set_clock import ClockMark
from core.submission import Delivery, DeliveryState
from kiosk import link
from kiosk.courier import process
from kiosk.courier.fetching import Fetching
from kiosk.courier.mailbox import Mailbox
from kiosk.courier.shown_clock import ShownClock
from kiosk.lanes import InlineLane
from kiosk.profile.file import load
from kiosk.store_access import courier_keys
from offline_cache.subkeys import Key, KeyOrigin
from services.boundary import Answer
from services.cpsv_ap.reader import ReadCatalogue
from services.server_dates import ServerDates
from tests.kiosk.test_delivering import MANY, Machine, Town, at
from tests.support.dying_courier import SetClock
from tests.support.fake_cache import FakeCache
from tests.support.fake_outbox import FakeOutbox
from tests.support.outbox_steps import sealed
from tests.support.small_catalogue import small_catalogue


def test_a_result_that_fails_takes_no_other_along() -> None:
    came: list[int] = []

    def fails() -> None:
        raise TroubleError(Trouble("trouble.disk_full"))

    with Mailbox() as mailbox:
        for result in (fails, lambda: came.append(1), fails, lambda: came.append(2)):
            mailbox.post(result)
        with pytest.raises(TroubleError):
            mailbox.take_in()
        assert came == [1, 2]
        mailbox.take_in()


def test_a_courier_that_fails_takes_in_what_has_come(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    came: list[int] = []

    def fails(courier: process.Courier, mailbox: Mailbox, clock: Clock) -> None:
        del courier, clock
        mailbox.post(lambda: came.append(1))
        raise TroubleError(Trouble("trouble.disk_full"))

    monkeypatch.setattr(process, "_work", fails)
    key = Key(bytes(range(32)), KeyOrigin.MEMORY)
    order = link.Order("town-hall-kiosk", str(tmp_path / "store"), courier_keys(key), trial=True)
    with pytest.raises(TroubleError):
        process.run(order)
    assert came == [1]


@pytest.mark.expects_log
def test_a_bundle_that_a_full_disk_does_not_take_keeps_no_courier_from_its_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked: list[process.Courier] = []

    def full(*_: object) -> None:
        raise TroubleError(Trouble("trouble.disk_full"))

    monkeypatch.setattr(process, "load_in_force", lambda name, _: load(name))
    monkeypatch.setattr(process, "fill", full)
    monkeypatch.setattr(process, "_work", lambda courier, *_: worked.append(courier))
    key = Key(bytes(range(32)), KeyOrigin.MEMORY)
    store = str(tmp_path / "store")
    process.run(link.Order("town-hall-kiosk", store, courier_keys(key), trial=True, brought=str(tmp_path)))
    assert [courier.alone for courier in worked] == [True]


class Refusing(FakeCache):
    """A cache that takes nothing, for the reason that it was given."""

    reason = "trouble.disk_full"

    def keep_catalogue(self, catalogue: Catalogue, source: bytes, at: float) -> None:
        del catalogue, source, at
        raise TroubleError(Trouble(self.reason))

    def note_shown_time(self, shown: ShownTime) -> None:
        del shown
        raise TroubleError(Trouble(self.reason))


def fetching_into(cache: FakeCache, asked: list[str]) -> Fetching:
    def catalogue(address: str, known: str) -> ReadCatalogue:
        asked.append(known)
        return ReadCatalogue(small_catalogue())

    return Fetching(cache, "https://town", catalogue, {}, InlineLane(), SetClock(), 60.0, lambda *_: None)


@pytest.mark.expects_log
def test_a_catalogue_that_a_full_disk_does_not_take_ends_no_courier() -> None:
    asked: list[str] = []
    fetching = fetching_into(Refusing(), asked)
    fetching.turn()
    fetching.turn()
    assert len(asked) == 1, "asked again without a pause"
    assert fetching.idle


@pytest.mark.expects_log
def test_a_time_that_a_full_disk_does_not_take_ends_no_courier() -> None:
    dates, clock = ServerDates(), SetClock()
    dates.hear(Answer(200, (("date", formatdate(clock.wall(), usegmt=True)),), b""), clock.steady())
    shown = ShownClock(dates, Refusing(), clock)
    shown.turn()
    assert not shown.contradicted


def test_a_cache_that_is_damaged_ends_it_so_that_it_is_opened_anew() -> None:
    cache = Refusing()
    cache.reason = "trouble.store_damaged"
    with pytest.raises(TroubleError):
        fetching_into(cache, []).turn()


class Counting(FakeOutbox):
    """Counts transactions."""

    commits = 0

    def update(self, before: Delivery, after: Delivery) -> bool:
        self.commits += 1
        return super().update(before, after)

    def update_all(self, changes: Iterable[tuple[Delivery, Delivery]], mark: ClockMark | None = None) -> None:
        pairs, before = list(changes), self.commits
        super().update_all(pairs, mark)
        self.commits = before + 1


def test_whoever_waits_for_an_agency_that_answers_again_is_hastened_together() -> None:
    outbox = Counting()
    machine = Machine(Town(away={"down.example"}), outbox)
    delivering = machine.delivering()
    for number in range(MANY):
        sealed(outbox, at(number, "down"))
    for _ in range(3):
        delivering.turn()
        machine.lane.let_go()
    machine.clock.now += 1.0
    waiting = {one.id: one.next_at for one in outbox.deliveries() if one.next_at > machine.clock.now}
    before = outbox.commits
    delivering.hasten("https://down.example/forms", frozenset({ServiceId("https://down.example/service")}))
    assert outbox.commits == before + 1
    assert waiting
    assert all(one.next_at <= waiting.get(one.id, one.next_at) for one in outbox.deliveries())
    assert all(one.state is DeliveryState.SEALED for one in outbox.deliveries())
