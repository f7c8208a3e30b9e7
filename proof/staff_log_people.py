# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What staff do with many people's applications, and whether anything of anybody stands in the log afterwards."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core import sync
from core.staff.lockout import Moment
from core.staff.machine_state import GivenUp, Held
from core.staff.member import Member, NotSignedIn, Shown
from core.staff.roles import Role
from core.submission import Delivery, Refused
from kiosk.profile.model import FilePlaces
from kiosk.staff.desk import Desk
from offline_cache.staff_log import StoredLog
from tests.support.dying_courier import SetClock
from tests.support.fake_outbox import FakeOutbox
from tests.support.submissions import submission

SEED: Final = 2_929
LETTERS: Final = "bcdfghjklmnpqrstvwxz"
NOW: Final = 1_795_426_000.0
PIN: Final = "481516"


@dataclass(frozen=True, slots=True)
class _AtOnce:
    """Two people whose PINs are not hashed: how slowly they are checked shows nothing here."""

    both: tuple[Member, Member]

    def add(self, name: str, role: Role, pin: str, card: str = "") -> Member | None:
        del name, role, pin, card
        return None

    def remove(self, name: str) -> Member | None:
        del name
        return None

    def members(self) -> tuple[Member, ...]:
        return self.both

    def sign_in(self, shown: Shown, now: Callable[[], Moment]) -> Member | NotSignedIn:
        del now
        found = next((one for one in self.both if one.number == shown.number and shown.pin == PIN), None)
        return found or NotSignedIn(15.0, looked_at=True)


def people_named(log: StoredLog, folder: Path, number: int) -> int:
    """How many of `number` people are found in the log, after staff have done all that they can with each."""
    chance, outbox = random.Random(SEED), FakeOutbox()
    words = ["".join(chance.choices(LETTERS, k=9)) for _ in range(number)]
    mona, omar = Member(417, words[0], Role.ATTENDANT), Member(582, words[-1], Role.MANAGER)
    desk = Desk(_AtOnce((mona, omar)), log, outbox, folder, FilePlaces(), SetClock(NOW))
    for place, word in enumerate(words):
        held = _refused(outbox, place + 1, word)
        desk.sign_in(Shown(100 + place % 900, card=word, pin=word))
        desk.export_sealed(mona.role, held)
        desk.discard(mona, Shown(omar.number, pin=PIN), held, chance.choice(list(GivenUp)))
    everything = b"".join(row.content for row in log.rows()).decode("utf-8")
    numbers = (f'"{member.number}"' in everything for member in (mona, omar))
    return sum(word in everything for word in words) + sum(numbers)


def _refused(outbox: FakeOutbox, place: int, word: str) -> Held:
    first = outbox.seal(submission(place, created=NOW, body=word.encode()))
    assert isinstance(first, Delivery)
    leaving = sync.claim(first, NOW)
    after = sync.after(leaving, Refused(400, f"{word} is not known here"), NOW, 0.5)
    assert outbox.update(first, leaving)
    assert outbox.update(leaving, after)
    return Held(after.id, after.seal, after.state, after.created)
