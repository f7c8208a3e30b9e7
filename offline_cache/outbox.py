# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The outbox on the disk: what a citizen sent is here, durably, before anybody says so.

It is write-only for the window's process, which has the public key of an epoch and nothing to open with. A
connection belongs to one thread at a time (the store lane); any number of processes may hold one each.
"""

import json
from collections.abc import Iterable
from pathlib import Path

import apsw

from core import sync
from core.delivery_rules import LONGEST_WAIT_SECONDS, PROVEN, WAITING, IllegalChangeError
from core.errors import Trouble
from core.following import FOLLOWED, LONGEST_FOLLOWED_SECONDS, LONGEST_PAUSE_SECONDS
from core.ids import SubmissionId
from core.ports import NOBODY, Aside
from core.seal_number import SealProblem, fold, normalise
from core.set_clock import ClockMark
from core.submission import Delivery, DeliveryState, Submission
from offline_cache import failures, outbox_epochs, outbox_rows, outbox_schema
from offline_cache.ballast import BALLAST_BYTES, Ballast
from offline_cache.database import PageCheck, open_database
from offline_cache.discarding import discard
from offline_cache.failures import trouble_of, troubles
from offline_cache.spool import Spool, copy_name
from offline_cache.spool_recovery import reconcile, take_over
from offline_cache.subkeys import Keys, NotGivenError, Purpose
from offline_cache.transactions import writing
from offline_cache.unsealing import Unsealing

FILE_NAME = "outbox.db"
SPOOL_NAME = "spool"

_NOT_ASIDE = (
    "and organisation not in (select value from json_each(?)) "
    "and service not in (select value from json_each(?))"
)
_ERASABLE = PROVEN | {DeliveryState.REFUSED}


class StoredOutbox:
    """`core.ports.Outbox` on an open database. Faults of the environment are raised as TroubleError."""

    def __init__(
        self, connection: apsw.Connection, spool: Spool, ballast: Ballast, unsealing: Unsealing | None
    ) -> None:
        self._connection = connection
        self._spool = spool
        self._ballast = ballast
        self._unsealing = unsealing

    def seal(self, submission: Submission) -> Delivery | Trouble:
        """Put a submission on the disk twice, encrypted and synced, in one transaction."""
        try:
            return self._ballast.giving(lambda: self._seal(submission))
        except (apsw.Error, OSError) as error:
            return trouble_of(error, FILE_NAME)

    def has_room(self) -> bool:
        """Whether somebody new may begin. A disk that cannot be asked says so when it is written to."""
        return self._ballast.leaves_room()

    def delivery(self, submission: SubmissionId) -> Delivery | None:
        """Where it is now."""
        return next(iter(self._select("where id = ?", (submission,))), None)

    def deliveries(self) -> tuple[Delivery, ...]:
        """All of them, oldest first."""
        return self._select("order by created, rowid")

    def sealed_since(self, past: float, until: float) -> int:
        """How many were sealed after `past` and not after `until`."""
        with troubles(FILE_NAME):
            return outbox_rows.sealed_since(self._connection, past, until)

    def by_reference(self, reference: str) -> Delivery | None:
        """By our seal number, or by an agency's reference that no other agency has given to another one here."""
        seal = normalise(reference)
        if not isinstance(seal, SealProblem) and (found := self._select("where seal = ?", (seal,))):
            return found[0]
        folded = fold(reference)
        if not folded:
            return None
        # Its second half lets SQLite use the partial index.
        named = self._select("where reference_folded = ? and reference_folded != '' limit 2", (folded,))
        return named[0] if len(named) == 1 else None

    def due(self, now: float, aside: Aside = NOBODY, most: int = 20) -> tuple[Delivery, ...]:
        """What may be attempted or looked up now (`core.delivery_rules.is_due`)."""
        states = ", ".join(f"'{state.value}'" for state in sorted(WAITING, key=lambda state: state.value))
        # Without them most of the time: a courier asks this four times a second.
        named = (aside.organisations, aside.services) if aside != NOBODY else ()
        others = tuple(json.dumps(sorted(one)) for one in named)
        condition = (
            f"where state in ({states}) and (next_at <= ? or next_at > ?) {_NOT_ASIDE if others else ''} "
            "order by attempts, next_at, created, rowid limit ?"
        )
        return self._select(condition, (now, now + LONGEST_WAIT_SECONDS, *others, most))

    def asked_about(self, now: float, most: int = 20) -> tuple[Delivery, ...]:
        """Whose agencies may be asked now how far they are (`core.following.is_due`)."""
        states = ", ".join(f"'{state.value}'" for state in sorted(FOLLOWED, key=lambda state: state.value))
        condition = (
            f"where told_at != '' and state in ({states}) and created >= ? "
            "and (next_at <= ? or next_at > ?) order by next_at, rowid limit ?"
        )
        times = (now - LONGEST_FOLLOWED_SECONDS, now, now + LONGEST_PAUSE_SECONDS)
        return self._select(condition, (*times, most))

    def submission(self, submission: SubmissionId) -> Submission | None:
        """The whole submission, for the courier. NotGivenError in a process that may seal only."""
        if self._unsealing is None:
            raise NotGivenError(Purpose.EPOCHS.value)
        with troubles(FILE_NAME):
            content = outbox_rows.sealed_content(self._connection, submission)
            return None if content is None else self._unsealing.opened(submission, content, self._spool)

    def update(self, before: Delivery, after: Delivery) -> bool:
        """Compare and set. IllegalChangeError when `after` may not follow `before`."""
        return self._updated(((before, after),), None)

    def update_all(self, changes: Iterable[tuple[Delivery, Delivery]], mark: ClockMark | None = None) -> None:
        """Compare and set each, with the mark that they follow from, in one transaction."""
        self._updated(tuple(changes), mark)

    def erase_payload(self, submission: SubmissionId) -> None:
        """Forget the answers. IllegalChangeError when they may still be needed."""
        delivery = self.delivery(submission)
        if delivery is None:
            return
        if delivery.state not in _ERASABLE:
            raise IllegalChangeError(f"{submission}: answers are kept while {delivery.state.value}")
        with troubles(FILE_NAME):
            with writing(self._connection):
                outbox_rows.erase(self._connection, submission)
            self._spool.forget(submission)

    def discard(self, delivery: Delivery) -> bool:
        """Forget one that a person gave up (`offline_cache.discarding`)."""
        with troubles(FILE_NAME):
            return discard(self._connection, self._spool, delivery)

    def forget_proven(self, before: float) -> int:
        """Forget what agencies have and have told nothing new about since `before`; how many there were."""
        with troubles(FILE_NAME), writing(self._connection):
            return outbox_rows.forget_proven(self._connection, before)

    def clock_mark(self) -> ClockMark | None:
        """How the wall clock stood when a courier last looked at it."""
        with troubles(FILE_NAME):
            return outbox_rows.clock_mark(self._connection)

    def renew_keys(self, now: float) -> None:
        """Begin the next epoch when it is time, and destroy the ones that hold nothing more."""
        if self._unsealing is None:
            raise NotGivenError(Purpose.EPOCHS.value)
        with troubles(FILE_NAME):
            outbox_epochs.renew(self._connection, self._unsealing.epochs, self._spool, now)

    def version(self) -> int:
        """SQLite's `data_version`: differs when another connection has committed."""
        with troubles(FILE_NAME):
            return int(self._connection.pragma("data_version"))

    def close(self) -> None:
        """Let go of the files."""
        self._connection.close()

    def _select(self, condition: str, values: tuple[str | float, ...] = ()) -> tuple[Delivery, ...]:
        with troubles(FILE_NAME):
            return outbox_rows.select(self._connection, condition, values)

    def _updated(self, changes: tuple[tuple[Delivery, Delivery], ...], mark: ClockMark | None) -> bool:
        def write() -> bool:
            with writing(self._connection):
                done = [outbox_rows.replace_row(self._connection, before, after) for before, after in changes]
                if mark is not None:
                    outbox_rows.set_clock_mark(self._connection, mark)
                return all(done)

        with troubles(FILE_NAME):
            return self._ballast.giving(write)

    def _seal(self, submission: Submission) -> Delivery | Trouble:
        delivery = sync.begin(submission)
        copied = False
        try:
            # The copy is written while the lock is held, so that nobody takes it for one without a row.
            with writing(self._connection):
                known = outbox_rows.select(self._connection, "where id = ?", (submission.id,))
                if known:
                    return known[0]
                if outbox_rows.select(self._connection, "where seal = ?", (submission.seal,)):
                    return Trouble(failures.UNWRITABLE, detail=f"{submission.id}: seal number taken")
                seal = outbox_epochs.current(self._connection)
                if seal is None:
                    return Trouble(failures.LOCKED, detail=f"{FILE_NAME}: no key to seal with yet")
                name = copy_name(submission.id)
                content = seal.seal(submission, name)
                outbox_rows.insert_delivery(self._connection, delivery)
                outbox_rows.insert_sealed(self._connection, submission.id, seal.epoch, content)
                outbox_epochs.note_use(self._connection, seal.epoch)
                copied = True
                self._spool.keep(name, content)
        except (apsw.Error, OSError):
            if copied:
                self._spool.forget(submission.id)
            raise
        return delivery


def open_outbox(
    folder: Path,
    keys: Keys,
    now: float,
    *,
    ballast_bytes: int = BALLAST_BYTES,
    check: PageCheck = PageCheck.ALL_PAGES,
    vfs: str | None = None,
    apart: bool = False,
) -> StoredOutbox | Trouble:
    """Open the outbox in a folder, making it where there is none.

    Whoever has the keys to unseal also restores what only the spool still has, and makes the first epoch; `apart` with
    `EpochKeysApart`. A `Trouble` leaves every file as it was. `ballast_bytes` is 0 for a store in memory.
    """
    path, secret = folder / FILE_NAME, keys.derive(Purpose.OUTBOX)
    ballast = Ballast(folder / "ballast", ballast_bytes)
    connection = open_database(path, secret, outbox_schema.STEPS, check=check, vfs=vfs)
    if isinstance(connection, Trouble) and connection.key == failures.DISK_FULL and ballast.drop():
        connection = open_database(path, secret, outbox_schema.STEPS, check=check, vfs=vfs)
    if isinstance(connection, Trouble):
        return connection
    spool, unsealing = Spool(folder / SPOOL_NAME), Unsealing.of(folder, keys)
    try:
        spool.prepare()
        if unsealing is not None:
            outbox_epochs.ensure(connection, unsealing.prepared(apart=apart), now)
            take_over(connection, spool)
            reconcile(connection, spool, unsealing.opener, now)
        ballast.load()
    except (apsw.Error, OSError) as error:
        connection.close()
        return trouble_of(error, FILE_NAME)
    return StoredOutbox(connection, spool, ballast, unsealing)
