# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What staff do at a machine: each thing with its record, an application given up by two, and nothing ever opened."""

import base64
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from core import sync
from core.errors import Trouble
from core.staff.log_events import CATALOGUE, LogEvent
from core.staff.machine_state import GivenUp, Held
from core.staff.member import Member, NotSignedIn, Shown
from core.staff.roles import Role
from core.submission import Delivery, DeliveryState, Refused
from kiosk.profile.model import FilePlaces
from kiosk.staff import book
from kiosk.staff.desk import CHANGED, Desk
from kiosk.staff.opening import StaffStores, open_staff_stores
from kiosk.staff.sticks import NO_STICK
from offline_cache.outbox import StoredOutbox
from offline_cache.recovery import keep_wrap, make_pair, recovered
from offline_cache.sealed_export import NO_RECOVERY
from offline_cache.staff_log_file import check_file
from offline_cache.subkeys import Key, KeyOrigin
from tests.support.dying_courier import SetClock
from tests.support.stored_outbox import NOW, opened, sealed
from tests.support.submissions import MARKER, submission

KEY = Key(bytes(range(32)), KeyOrigin.MEMORY)
DAY = 86_400.0
PIN, OTHER_PIN = "481516", "902143"


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[StoredOutbox]:
    """Two that were refused, one that waits, one that arrived."""
    found = opened(tmp_path / "store", KEY)
    for number in (1, 2):
        first = sealed(found, submission(number, created=NOW + number))
        leaving = sync.claim(first, NOW)
        assert found.update(first, leaving)
        assert found.update(leaving, sync.after(leaving, Refused(400, MARKER.decode()), NOW, 0.5))
    sealed(found, submission(3, created=NOW + 3))
    yield found
    found.close()


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[StaffStores]:
    found = open_staff_stores(tmp_path / "store", KEY)
    assert isinstance(found, StaffStores)
    yield found
    found.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def desk(tmp_path: Path, outbox: StoredOutbox, stores: StaffStores, stick: Path) -> Desk:
    places, clock = FilePlaces((str(stick),)), SetClock(NOW + 60)
    return Desk(stores.staff, stores.log, outbox, tmp_path / "store", places, clock)


def somebody(desk: Desk, name: str, role: Role, pin: str = PIN) -> Member:
    member = desk.staff.add(name, role, pin)
    assert member is not None
    return member


def records(desk: Desk) -> list[dict[str, object]]:
    return [json.loads(row.content) for row in desk.log.rows()]


def told(desk: Desk) -> list[tuple[object, object, object]]:
    return [(one["event_id"], one["role"], one["disposition"]) for one in records(desk)]


def test_each_try_to_sign_in_is_written_down_without_saying_whose(desk: Desk) -> None:
    mona = somebody(desk, "Mona", Role.ATTENDANT)
    assert isinstance(desk.sign_in(Shown(mona.number, pin=OTHER_PIN)), NotSignedIn)
    assert desk.sign_in(Shown(mona.number, pin=PIN)) == mona
    assert told(desk) == [("signed-in", "", "refused"), ("signed-in", "attendant", "done")]
    everything = json.dumps(records(desk))
    assert not [one for one in ("Mona", f'"{mona.number}"', f" {mona.number},", PIN) if one in everything]


def test_the_state_counts_and_lists_what_needs_a_person_by_number_and_reason(desk: Desk) -> None:
    state = desk.state()
    assert (state.waiting, state.oldest) == (1, NOW + 3)
    assert [(one.seal, one.state) for one in state.held] == [
        (submission(number).seal, DeliveryState.REFUSED) for number in (1, 2)
    ]
    assert (state.today.sealed, state.today.refused, state.today.waiting) == (3, 2, 1)
    assert MARKER.decode() not in repr(state)


def test_an_application_is_given_up_by_two_people_with_a_reason(desk: Desk, outbox: StoredOutbox) -> None:
    mona, omar = somebody(desk, "Mona", Role.ATTENDANT), somebody(desk, "Omar", Role.MANAGER, OTHER_PIN)
    held = desk.state().held[0]
    done = desk.discard(mona, Shown(omar.number, pin=OTHER_PIN), held, GivenUp.OTHER_WAY)
    assert done is None
    assert outbox.delivery(held.id) is None
    last = records(desk)[-1]
    assert (last["event_id"], last["role"], last["disposition"]) == ("sealed-discarded", "attendant", "done")
    assert last["refs"] == {
        "seal": held.seal,
        "state": "refused",
        "second": "manager",
        "reason": "sent-another-way",
    }


def test_one_person_alone_gives_up_nothing(desk: Desk, outbox: StoredOutbox) -> None:
    mona, tara = somebody(desk, "Mona", Role.ATTENDANT), somebody(desk, "Tara", Role.TECHNICIAN, OTHER_PIN)
    held = desk.state().held[0]
    for second in (Shown(mona.number, pin=PIN), Shown(tara.number, pin=OTHER_PIN), Shown(100, pin=PIN)):
        answer = desk.discard(mona, second, held, GivenUp.TRIAL)
        assert isinstance(answer, NotSignedIn)
    assert isinstance(outbox.delivery(held.id), Delivery)
    assert [one for one in told(desk) if one[0] == "sealed-discarded"] == [
        ("sealed-discarded", "attendant", "refused")
    ] * 2
    with pytest.raises(PermissionError):
        desk.discard(tara, Shown(mona.number, pin=PIN), held, GivenUp.TRIAL)


def test_what_has_changed_meanwhile_stays(desk: Desk) -> None:
    mona, omar = somebody(desk, "Mona", Role.ATTENDANT), somebody(desk, "Omar", Role.MANAGER, OTHER_PIN)
    held = desk.state().held[0]
    other = Held(held.id, held.seal, DeliveryState.ATTENTION, held.created)
    answer = desk.discard(mona, Shown(omar.number, pin=OTHER_PIN), other, GivenUp.TRIAL)
    assert answer == Trouble(CHANGED)


@pytest.mark.expects_log
def test_an_application_leaves_on_a_stick_still_sealed_and_only_the_authority_opens_it(
    desk: Desk, tmp_path: Path, stick: Path
) -> None:
    held = desk.state().held[0]
    assert desk.export_sealed(Role.ATTENDANT, held) == Trouble(NO_RECOVERY)
    private, public = make_pair()
    assert keep_wrap(tmp_path / "store", KEY, _raw(public)) is None
    assert desk.export_sealed(Role.ATTENDANT, held) is None
    (file,) = stick.glob("sealed-*.zip")
    assert held.seal in file.name
    assert MARKER not in file.read_bytes()
    zipfile.ZipFile(file).extractall(tmp_path / "agency")
    key = recovered(tmp_path / "agency", _raw(private))
    assert isinstance(key, Key)
    rescued = opened(tmp_path / "agency", key)
    (delivery,) = rescued.deliveries()
    found = rescued.submission(delivery.id)
    assert found is not None
    assert MARKER in found.envelope.body
    rescued.close()


def test_without_a_stick_that_is_said_and_written_down(desk: Desk, stick: Path) -> None:
    stick.rmdir()
    assert desk.export_log(Role.TECHNICIAN, "counter-1") == Trouble(NO_STICK)
    assert told(desk)[-1] == ("log-exported", "technician", "failed")


def test_the_log_leaves_on_a_stick_signed_to_its_end(desk: Desk, stick: Path) -> None:
    desk.sign_in(Shown(100, pin=PIN))
    for _ in range(2):
        assert desk.export_log(Role.TECHNICIAN, "counter-1") is None
    files = sorted(stick.iterdir())
    assert len(files) == 2
    verdict = check_file(
        max(files, key=lambda one: len(one.read_bytes())).read_bytes(), desk.log.chain.public, None
    )
    assert verdict.whole
    assert verdict.records == 3


def test_a_run_without_an_end_is_seen_at_the_next_start(desk: Desk) -> None:
    clock = desk.clock
    book.begun(desk.log, clock, "1")
    book.ended(desk.log, clock)
    book.begun(desk.log, clock, "1")
    book.begun(desk.log, clock, "1")
    assert [one[0] for one in told(desk)] == [
        *("machine-started", "machine-stopped", "machine-started", "unclean-stop", "machine-started")
    ]
    assert desk.log.verify().whole


def test_no_record_names_anything_that_its_description_does_not(desk: Desk) -> None:
    desk.note(LogEvent.DAY_PRINTED, Role.MANAGER)
    for one in records(desk):
        refs = one["refs"]
        assert isinstance(refs, dict)
        assert set(refs) <= set(CATALOGUE[LogEvent(one["event_id"])].refs)


def _raw(text: str) -> bytes:
    return base64.b64decode(text)
