# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The staff of a machine: only hashes are kept, wrong tries are waited for, and what does not fit is not told."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.staff.lockout import FREE_TRIES, Moment
from core.staff.member import Member, NotSignedIn, Shown
from core.staff.roles import Role
from offline_cache.staff_store import FILE_NAME, StoredStaff, open_staff
from offline_cache.subkeys import (
    COURIER_PURPOSES,
    HOME_PURPOSES,
    STAFF_PURPOSES,
    Key,
    KeyOrigin,
    NotGivenError,
    Subkeys,
    part,
)

KEY = Key(bytes(range(32)), KeyOrigin.KEYRING)
PIN, CARD = "481516", "04A2B3C4D5E6F7"


def opened(folder: Path, keys: Key | Subkeys = KEY) -> StoredStaff:
    staff = open_staff(folder, keys)
    assert isinstance(staff, StoredStaff)
    return staff


def at(steady: float, boot: str = "boot") -> Moment:
    return Moment(boot, steady)


@pytest.fixture
def staff(tmp_path: Path) -> Iterator[StoredStaff]:
    found = opened(tmp_path / "store")
    yield found
    found.close()


@pytest.fixture
def mona(staff: StoredStaff) -> Member:
    """Somebody with a card."""
    member = staff.add("Mona", Role.ATTENDANT, PIN, CARD)
    assert member is not None
    return member


def test_somebody_signs_in_with_their_number_or_their_card_and_their_pin(
    staff: StoredStaff, mona: Member
) -> None:
    assert staff.sign_in(Shown(mona.number, pin=PIN), lambda: at(1)) == mona
    assert staff.sign_in(Shown(card=CARD, pin=PIN), lambda: at(2)) == mona
    assert staff.members() == (mona,)


@pytest.mark.parametrize(
    "shown", [Shown(100, pin=PIN), Shown(card="04FFFFFFFFFF", pin=PIN), Shown(None, pin=PIN)]
)
def test_what_is_nobodys_is_answered_as_a_wrong_pin_is(
    staff: StoredStaff, mona: Member, shown: Shown
) -> None:
    wrong = Shown(mona.number, pin="481517")
    answers = {staff.sign_in(shown if shown.number != mona.number else wrong, lambda: at(1))}
    answers.add(staff.sign_in(wrong, lambda: at(1)))
    assert answers == {NotSignedIn(0.0, looked_at=True)}


def test_each_number_is_waited_for_alike_whether_or_not_it_is_somebodys(
    staff: StoredStaff, mona: Member
) -> None:
    nobody = 100 if mona.number != 100 else 101
    for number in (mona.number, nobody):
        waits = [staff.sign_in(Shown(number, pin="000111"), lambda: at(1)) for _ in range(FREE_TRIES + 1)]
        assert waits[-2] == NotSignedIn(15.0, looked_at=True)
        assert waits[-1] == NotSignedIn(15.0, looked_at=False)


def test_the_right_pin_waits_too_and_then_begins_afresh(staff: StoredStaff, mona: Member) -> None:
    for _ in range(FREE_TRIES):
        staff.sign_in(Shown(mona.number, pin="000111"), lambda: at(1))
    right = Shown(mona.number, pin=PIN)
    assert staff.sign_in(right, lambda: at(15.5)) == NotSignedIn(0.5, looked_at=False)
    assert staff.sign_in(right, lambda: at(3, "after a power cut")) == NotSignedIn(15.0, looked_at=False)
    assert staff.sign_in(right, lambda: at(18, "after a power cut")) == mona
    assert staff.sign_in(Shown(mona.number, pin="000111"), lambda: at(19)) == NotSignedIn(0.0, looked_at=True)


def test_a_name_and_a_card_belong_to_one_person(staff: StoredStaff, mona: Member) -> None:
    assert staff.add("Mona", Role.MANAGER, PIN) is None
    assert staff.add("Omar", Role.MANAGER, PIN, CARD) is None
    assert staff.remove("Omar") is None
    assert staff.remove("Mona") == mona
    assert isinstance(staff.sign_in(Shown(mona.number, pin=PIN), lambda: at(1)), NotSignedIn)


def test_a_hash_without_the_other_secret_fits_nothing(
    tmp_path: Path, staff: StoredStaff, mona: Member
) -> None:
    staff.close()
    other = StoredStaff(opened(tmp_path / "store")._connection, bytes(32))
    assert isinstance(other.sign_in(Shown(mona.number, pin=PIN), lambda: at(1)), NotSignedIn)
    assert isinstance(other.sign_in(Shown(card=CARD, pin=PIN), lambda: at(1)), NotSignedIn)
    other.close()


def test_neither_pin_nor_card_nor_name_lies_in_the_files(
    tmp_path: Path, staff: StoredStaff, mona: Member
) -> None:
    staff.close()
    content = b"".join(path.read_bytes() for path in (tmp_path / "store").iterdir())
    assert (tmp_path / "store" / FILE_NAME).stat().st_size > 0
    assert not [one for one in (PIN, CARD, mona.name, "$argon2") if one.encode() in content]


def test_neither_a_visit_nor_the_courier_can_open_them(tmp_path: Path) -> None:
    for purposes in (HOME_PURPOSES, COURIER_PURPOSES):
        with pytest.raises(NotGivenError):
            open_staff(tmp_path / "store", part(KEY, purposes))
    opened(tmp_path / "store", part(KEY, STAFF_PURPOSES)).close()
