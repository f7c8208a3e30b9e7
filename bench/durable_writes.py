# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How many submissions a second are really safe, encrypted, against what the disk alone can do."""

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import apsw

from core import sync
from core.catalogue import ChannelKind
from core.errors import Trouble, TroubleError
from core.ids import FormId, Language, OrganisationId, ServiceId, SubmissionId
from core.seal_number import make
from core.submission import Delivery, Envelope, Submission
from offline_cache.outbox import StoredOutbox, open_outbox
from offline_cache.subkeys import Key, KeyOrigin

ITEMS = 300
QUEUED = 10_000
BODY_BYTES = 5_000
_KEY = Key(bytes(range(32)), KeyOrigin.MEMORY)


def measure(items: int = ITEMS, queued: int = QUEUED) -> Mapping[str, float]:
    """Submissions of 5 kB a second: a bare file, a plain database, our outbox (database and second copy).

    Then what an outbox with many waiting costs: sealing, the courier's next item, and opening it again.
    """
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory(prefix="bench-writes-") as name:
        folder = Path(name)
        figures["bare file with fdatasync, a second"] = 1 / statistics.median(_bare(folder, items))
        figures["plain SQLite, WAL and FULL, a second"] = 1 / statistics.median(_plain(folder, items))
        outbox = _opened(folder / "store")
        times = _timed(items, lambda number: _sealed(outbox, number))
        figures["sealed, a second"] = 1 / statistics.median(times)
        figures["sealed, p99 ms"] = sorted(times)[int(len(times) * 0.99)] * 1e3
        delivery = outbox.deliveries()[0]
        figures["claimed and put back, a second"] = 1 / statistics.median(_claimed(outbox, delivery, items))
        for number in range(items, queued):
            _sealed(outbox, number)
        times = _timed(items, lambda number: _sealed(outbox, queued + number))
        figures[f"sealed with {queued} waiting, p99 ms"] = sorted(times)[int(len(times) * 0.99)] * 1e3
        times = _timed(items, lambda _: outbox.due(2e9, most=1))
        figures[f"next of {queued}, p99 ms"] = sorted(times)[int(len(times) * 0.99)] * 1e3
        outbox.close()
        begun = time.perf_counter()
        _opened(folder / "store").close()
        figures[f"open and check with {queued} waiting, ms"] = (time.perf_counter() - begun) * 1e3
    return figures


def _timed(items: int, work: Callable[[int], object]) -> list[float]:
    times = []
    for number in range(items):
        begun = time.perf_counter()
        work(number)
        times.append(time.perf_counter() - begun)
    return times


def _bare(folder: Path, items: int) -> list[float]:
    body = os.urandom(BODY_BYTES)
    descriptor = os.open(folder / "bare", os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)

    def write(_: int) -> None:
        os.write(descriptor, body)
        os.fdatasync(descriptor)

    times = _timed(items, write)
    os.close(descriptor)
    return times


def _plain(folder: Path, items: int) -> list[float]:
    connection = apsw.Connection(str(folder / "plain.db"))
    connection.execute(
        "pragma journal_mode = wal; pragma synchronous = full; create table q (body blob)"
    ).fetchall()
    body = os.urandom(BODY_BYTES)
    times = _timed(items, lambda _: connection.execute("insert into q values (?)", (body,)))
    connection.close()
    return times


def _claimed(outbox: StoredOutbox, delivery: Delivery, items: int) -> list[float]:
    def claim_and_put_back(_: int) -> None:
        nonlocal delivery
        leaving = sync.claim(delivery, 1e9)
        outbox.update(delivery, leaving)
        delivery = sync.recover(leaving, 1e9)
        outbox.update(leaving, delivery)

    return _timed(items, claim_and_put_back)


def _sealed(outbox: StoredOutbox, number: int) -> None:
    answer = outbox.seal(_submission(number))
    if isinstance(answer, Trouble):
        raise TroubleError(answer)


def _submission(number: int) -> Submission:
    return Submission(
        id=SubmissionId(f"uuid:{number:032x}"),
        seal=make(number.to_bytes(5)),
        service=ServiceId("https://bench.example/service"),
        form=FormId("form"),
        form_version="1",
        organisation=OrganisationId("https://bench.example/office"),
        language=Language("en"),
        created=1e9 + number,
        envelope=Envelope(
            ChannelKind.OPENROSA, "https://bench.example", (), body=number.to_bytes(8) * (BODY_BYTES // 8)
        ),
    )


def _opened(folder: Path) -> StoredOutbox:
    outbox = open_outbox(folder, _KEY, 1e9, ballast_bytes=0)
    if isinstance(outbox, Trouble):
        raise TroubleError(outbox)
    return outbox


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:44} {value:9.2f}")
