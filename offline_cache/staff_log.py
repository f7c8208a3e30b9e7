# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The log of staff on the disk, encrypted, each record chained to the one before it (reliability.md P29).

A row says how long the log is, under a seal: a tail that was cut off is found. Whoever puts a whole older file back is
found only by a checkpoint that was taken away; no file can know that it is an older one.
"""

import json
from pathlib import Path
from typing import Final

import apsw

from core.errors import Trouble
from core.staff.log_events import LogEvent
from core.staff.log_record import CHECKPOINT_EVERY, KEPT_DAYS, Entry, LogMoment, packed
from offline_cache.database import PageCheck, open_database
from offline_cache.failures import troubles
from offline_cache.staff_log_chain import Chain, Checkpoint, Link, canonical
from offline_cache.staff_log_check import LogFault, LogVerdict, Row, checked, with_known
from offline_cache.subkeys import Keys, Purpose
from offline_cache.transactions import writing

FILE_NAME = "staff-log.db"
DAY: Final = 86_400
HEAD, BASE = "head", "base"

STEPS = (
    """
    create table record (number integer primary key, content blob not null, mac blob not null) strict;
    create table checkpoint (
        number integer primary key,
        wall integer not null,
        mac blob not null,
        digest blob not null,
        begins integer not null,
        signature blob not null
    ) strict;
    create table place (
        name text primary key,
        number integer not null,
        mac blob not null,
        digest blob not null,
        seal blob not null
    ) strict;
    """,
)
"""The schema, step by step. A step that has been released is never edited. `place` has the beginning and the end."""


class StoredLog:
    """`core.staff.log_record.Log` on an open database. Faults of the environment are raised as TroubleError."""

    def __init__(self, connection: apsw.Connection, chain: Chain) -> None:
        self._connection = connection
        self.chain = chain

    def write(self, entry: Entry, at: LogMoment) -> int:
        """See `Log`."""
        with troubles(FILE_NAME), writing(self._connection):
            return self._write(entry, at).number

    def sign(self, at: LogMoment) -> None:
        """See `Log`."""
        with troubles(FILE_NAME), writing(self._connection):
            self._sign(self.place(HEAD), at)

    def ended_in_order(self) -> bool:
        """See `Log`."""
        with troubles(FILE_NAME):
            rows = self._connection.execute("select content from record order by number desc")
            events = (str(json.loads(content)["event_id"]) for (content,) in rows)
            ends = {LogEvent.STARTED.value, LogEvent.STOPPED.value}
            last = next((event for event in events if event in ends), LogEvent.STOPPED.value)
        return last == LogEvent.STOPPED.value

    def shorten(self, at: LogMoment) -> None:
        """See `Log`. Old is what is older than the last record: a date that is wrong at one start takes nothing out."""
        with troubles(FILE_NAME), writing(self._connection):
            newest = self._connection.execute(
                "select content from record order by number desc limit 1"
            ).fetchone()
            if newest is None:
                return
            before = min(int(at.wall), int(json.loads(newest[0])["wall"])) - KEPT_DAYS * DAY
            row = self._connection.execute(
                "select number, mac, digest from checkpoint where wall < ? order by number desc limit 1",
                (before,),
            ).fetchone()
            base = self.place(BASE)
            if row is None or int(row[0]) <= base.number:
                return
            self._keep(BASE, Link(int(row[0]), bytes(row[1]), bytes(row[2])))
            self._connection.execute("delete from record where number <= ?", (row[0],))
            self._connection.execute("delete from checkpoint where number < ?", (row[0],))
            self._write(Entry(LogEvent.LOG_SHORTENED, refs={"through": int(row[0])}), at)

    def verify(self, known: Checkpoint | None = None) -> LogVerdict:
        """Whether anything was changed. `known` is a checkpoint that was taken away from the machine earlier."""
        with troubles(FILE_NAME):
            base, head, checkpoints = self.place(BASE), self.place(HEAD), list(self.checkpoints())
            if not (self._sealed(BASE, base) and self._sealed(HEAD, head)):
                return LogVerdict(0, base, LogFault.BEGINNING)
            signed = with_known(checkpoints, known, base)
            verdict = checked(base, self.rows(), signed, self.chain.public, self.chain)
        if verdict.whole and verdict.link != head:
            return LogVerdict(verdict.records, verdict.link, LogFault.CUT, verdict.link.number + 1)
        return verdict

    def rows(self) -> list[Row]:
        """All records, the oldest first."""
        found = self._connection.execute("select number, content, mac from record order by number")
        return [Row(int(number), bytes(content), bytes(mac)) for number, content, mac in found]

    def checkpoints(self) -> tuple[Checkpoint, ...]:
        """All that were signed, the oldest first."""
        found = self._connection.execute(
            "select number, mac, digest, begins, signature from checkpoint order by number"
        )
        return tuple(
            Checkpoint(Link(int(number), bytes(mac), bytes(digest)), int(begins), bytes(signature))
            for number, mac, digest, begins, signature in found
        )

    def place(self, name: str) -> Link:
        """Where the log begins (`BASE`) or ends (`HEAD`)."""
        row = self._connection.execute(
            "select number, mac, digest from place where name = ?", (name,)
        ).fetchone()
        return Link() if row is None else Link(int(row[0]), bytes(row[1]), bytes(row[2]))

    def close(self) -> None:
        """Let go of the files."""
        self._connection.close()

    def _write(self, entry: Entry, at: LogMoment) -> Link:
        link = self.place(HEAD)
        content = canonical(packed(link.number + 1, entry, at))
        after = self.chain.after(link, content)
        self._connection.execute("insert into record values (?, ?, ?)", (after.number, content, after.mac))
        self._keep(HEAD, after)
        if after.number % CHECKPOINT_EVERY == 0:
            self._sign(after, at)
        return after

    def _sign(self, link: Link, at: LogMoment) -> None:
        if link.number == 0:
            return
        signed = self.chain.checkpoint(link, self.place(BASE).number)
        self._connection.execute(
            "insert or ignore into checkpoint values (?, ?, ?, ?, ?, ?)",
            (link.number, int(at.wall), link.mac, link.digest, signed.begins, signed.signature),
        )

    def _keep(self, name: str, link: Link) -> None:
        self._connection.execute(
            "insert or replace into place values (?, ?, ?, ?, ?)",
            (name, link.number, link.mac, link.digest, self.chain.seal(name, link)),
        )

    def _sealed(self, name: str, link: Link) -> bool:
        row = self._connection.execute("select seal from place where name = ?", (name,)).fetchone()
        return link == Link() if row is None else bytes(row[0]) == self.chain.seal(name, link)


def open_staff_log(folder: Path, keys: Keys) -> StoredLog | Trouble:
    """Open it in a folder, making the file where there is none. A `Trouble` leaves it as it was."""
    key, secret = keys.derive(Purpose.STAFF_LOG), keys.derive(Purpose.STAFF_LOG_CHAIN)
    connection = open_database(folder / FILE_NAME, key, STEPS, check=PageCheck.FIRST_PAGES)
    return connection if isinstance(connection, Trouble) else StoredLog(connection, Chain(secret))
