# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may sign in at this machine, encrypted under a key of their own; of PINs and cards only hashes are kept.

A PIN is hashed by Argon2id (RFC 9106 section 4, second recommendation) together with a secret that is not in the file:
all PINs of six digits can be tried in days, so that the file alone must not be enough. A PIN opens nothing by itself.
"""

import hmac
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import apsw

from core.errors import Trouble
from core.staff.credentials import NUMBERS
from core.staff.lockout import Moment, Tries, wait_after
from core.staff.member import Member, NotSignedIn, Shown
from core.staff.roles import Role
from offline_cache.database import PageCheck, open_database
from offline_cache.failures import troubles
from offline_cache.subkeys import Keys, Purpose
from offline_cache.transactions import writing

if TYPE_CHECKING:
    from argon2 import PasswordHasher

FILE_NAME = "staff.db"

STEPS = (
    """
    create table member (
        number integer primary key,
        name text not null unique,
        role text not null,
        pin text not null,
        card blob unique
    ) strict;
    create table tries (
        who integer primary key,
        wrong integer not null,
        boot text not null,
        steady real not null
    ) strict;
    """,
)
"""The schema, step by step. A step that has been released is never edited."""

UNKNOWN = 0
"""Whose tries count together: cards that are nobody's. Each number, also one that is nobody's, has its own."""


class StoredStaff:
    """`core.staff.member.Staff` on an open database. Faults of the environment are raised as TroubleError."""

    def __init__(self, connection: apsw.Connection, secret: bytes) -> None:
        self._connection = connection
        self._secret = secret

    def add(self, name: str, role: Role, pin: str, card: str = "") -> Member | None:
        """See `Staff`."""
        kept_card = self._card(card) if card else None
        with troubles(FILE_NAME):
            taken = self._connection.execute(
                "select number from member where name = ? or (card is not null and card = ?)",
                (name, kept_card),
            ).fetchall()
            if taken:
                return None
            used = {number for (number,) in self._connection.execute("select number from member")}
            number = secrets.choice([one for one in NUMBERS if one not in used])
            hashed = _hasher().hash(self._peppered(number, pin))
            with writing(self._connection):
                self._connection.execute(
                    "insert into member values (?, ?, ?, ?, ?)", (number, name, role.value, hashed, kept_card)
                )
                self._connection.execute("delete from tries where who = ?", (number,))
        return Member(number, name, role, kept_card is not None)

    def remove(self, name: str) -> Member | None:
        """See `Staff`."""
        found = next((member for member in self.members() if member.name == name), None)
        if found is not None:
            with troubles(FILE_NAME), writing(self._connection):
                self._connection.execute("delete from member where number = ?", (found.number,))
                self._connection.execute("delete from tries where who = ?", (found.number,))
        return found

    def members(self) -> tuple[Member, ...]:
        """See `Staff`."""
        with troubles(FILE_NAME):
            rows = self._connection.execute(
                "select number, name, role, card is not null from member order by name"
            ).fetchall()
        return tuple(
            Member(int(str(number)), str(name), Role(role), bool(card)) for number, name, role, card in rows
        )

    def sign_in(self, shown: Shown, now: Callable[[], Moment]) -> Member | NotSignedIn:
        """See `Staff`."""
        with troubles(FILE_NAME):
            number = self._number(shown)
            who = UNKNOWN if number is None else number
            left = self._begin(who, now())
            if left > 0:
                return NotSignedIn(left, looked_at=False)
            member = self.looked_at(number, shown.pin)
            if member is None:
                return NotSignedIn(wait_after(self._tries(who).wrong), looked_at=True)
            with writing(self._connection):
                self._connection.execute("delete from tries where who = ?", (who,))
        return member

    def looked_at(self, number: int | None, pin: str) -> Member | None:
        """Whose number and PIN this is. It takes as long where the number is nobody's."""
        found = self._connection.execute("select pin from member where number = ?", (number,)).fetchone()
        secret = self._peppered(number or UNKNOWN, pin)
        if found is None:
            _hasher().hash(secret)
            return None
        if not _fits(str(found[0]), secret):
            return None
        return next(member for member in self.members() if member.number == number)

    def close(self) -> None:
        """Let go of the files."""
        self._connection.close()

    def _begin(self, who: int, now: Moment) -> float:
        """Count the try as a wrong one, durably, before anybody looks at it; seconds left where it comes too early."""
        with writing(self._connection):
            tries = self._tries(who).seen(now)
            left = tries.left(now)
            after = tries if left > 0 else tries.begun(now)
            self._connection.execute(
                "insert or replace into tries values (?, ?, ?, ?)",
                (who, after.wrong, after.since.boot, after.since.steady),
            )
        return left

    def _tries(self, who: int) -> Tries:
        row = self._connection.execute(
            "select wrong, boot, steady from tries where who = ?", (who,)
        ).fetchone()
        return Tries() if row is None else Tries(int(row[0]), Moment(str(row[1]), float(row[2])))

    def _number(self, shown: Shown) -> int | None:
        if not shown.card:
            return shown.number
        row = self._connection.execute(
            "select number from member where card = ?", (self._card(shown.card),)
        ).fetchone()
        return int(row[0]) if row is not None else None

    def _card(self, card: str) -> bytes:
        return hmac.digest(self._secret, b"card " + card.encode(), "sha256")

    def _peppered(self, number: int, pin: str) -> bytes:
        return hmac.digest(self._secret, f"pin {number} {pin}".encode(), "sha256")


def open_staff(folder: Path, keys: Keys) -> StoredStaff | Trouble:
    """Open them in a folder, making the file where there is none. A `Trouble` leaves it as it was."""
    key, secret = keys.derive(Purpose.STAFF), keys.derive(Purpose.STAFF_SECRETS)
    connection = open_database(folder / FILE_NAME, key, STEPS, check=PageCheck.FIRST_PAGES)
    return connection if isinstance(connection, Trouble) else StoredStaff(connection, secret)


def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher
    from argon2.profiles import RFC_9106_LOW_MEMORY

    return PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)


def _fits(hashed: str, secret: bytes) -> bool:
    from argon2.exceptions import VerifyMismatchError

    try:
        return _hasher().verify(hashed, secret)
    except VerifyMismatchError:
        return False
