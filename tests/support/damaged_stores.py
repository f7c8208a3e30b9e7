# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Spoils the files of an outbox in every way, and tells whether anybody was lost, misread or thrown away."""

import hashlib
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import apsw

from core import sync
from core.errors import Trouble
from core.submission import Delivery, DeliveryState, Received
from offline_cache.database import PageCheck, check_value_path, open_database
from offline_cache.epoch_keys import FOLDER_NAME, EpochKeys
from offline_cache.outbox import FILE_NAME, SPOOL_NAME, StoredOutbox, open_outbox
from offline_cache.outbox_schema import STEPS
from offline_cache.rescue import Rescued, rescue_outbox
from offline_cache.sealed_copy import CopyOpener, DamagedCopyError
from offline_cache.subkeys import Key, KeyOrigin, Purpose
from tests.support.submissions import submission

KEY, OTHER = Key(bytes(range(32)), KeyOrigin.MEMORY), Key(bytes(32), KeyOrigin.MEMORY)
NOW = 5_000.0
PAGE = 4_096


def filled(folder: Path, waiting: int, received: int = 0) -> StoredOutbox:
    """An outbox with so many that wait and so many receipts, the receipts last."""
    store = open_outbox(folder, KEY, NOW, ballast_bytes=0)
    assert isinstance(store, StoredOutbox), store
    for number in range(waiting + received):
        delivery = store.seal(submission(number, body=random.Random(number).randbytes(3_000)))
        assert isinstance(delivery, Delivery), delivery
        if number >= waiting:
            leaving = sync.claim(delivery, NOW)
            assert store.update(delivery, leaving)
            assert store.update(leaving, sync.after(leaving, Received(f"R-{number}"), NOW, 0.5))
            store.erase_payload(delivery.id)
    return store


@contextmanager
def no_second_looks() -> Iterator[None]:
    """Open without waiting for another process that might just be making the file."""
    with mock.patch("offline_cache.database._SECOND_LOOKS", 0):
        yield


def flip(content: bytes, chance: random.Random) -> bytes:
    """The same with one bit changed."""
    changed = bytearray(content)
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def flipped_bits_unnoticed(folder: Path, flips: int, seed: int = 9) -> int:
    """Of so many flipped bits, half in the database and half in second copies, how many were not noticed."""
    filled(folder, 30).close()
    database, chance = folder / FILE_NAME, random.Random(seed)
    copies = sorted((folder / SPOOL_NAME).iterdir())
    good = {path: path.read_bytes() for path in (database, *copies)}
    opener = CopyOpener(EpochKeys(folder / FOLDER_NAME, KEY.derive(Purpose.EPOCHS)).private, bytes(32))
    unnoticed = 0
    with no_second_looks():
        for number in range(flips):
            if number % 2:
                path = chance.choice(copies)
                try:
                    opener.open(flip(good[path], chance), path.stem)
                except DamagedCopyError:
                    continue
                unnoticed += 1
                continue
            database.write_bytes(flip(good[database], chance))
            opened = open_database(database, KEY.derive(Purpose.OUTBOX), STEPS)
            if isinstance(opened, apsw.Connection):
                unnoticed += 1
                opened.close()
        database.write_bytes(good[database])
        assert isinstance(open_database(database, KEY.derive(Purpose.OUTBOX), STEPS), apsw.Connection)
    return unnoticed


def flipped_bits_unnoticed_in_plain_sqlite(folder: Path, flips: int, seed: int = 9) -> int:
    """The same in a database without authentication: how many were read as data."""
    path, chance = folder / "plain.db", random.Random(seed)
    connection = apsw.Connection(str(path))
    connection.execute("create table sealed (id text primary key, content blob)").fetchall()
    for number in range(30):
        body = random.Random(number).randbytes(3_000)
        connection.execute("insert into sealed values (?, ?)", (str(number), body)).fetchall()
    connection.close()
    good, unnoticed = path.read_bytes(), 0
    for _ in range(flips):
        path.write_bytes(flip(good, chance))
        try:
            opened = apsw.Connection(str(path))
            unnoticed += opened.execute("pragma quick_check(1)").fetchall() == [("ok",)]
            opened.close()
        except apsw.Error:
            continue
    return unnoticed


def trash(path: Path, pages: int, chance: random.Random) -> None:
    """Fill some random pages with noise; 0 means the first page only."""
    content = bytearray(path.read_bytes())
    last = len(content) // PAGE - 1
    for page in chance.sample(range(1, last + 1), min(pages, last)) if pages else [0]:
        content[page * PAGE : (page + 1) * PAGE] = chance.randbytes(PAGE)
    path.write_bytes(content)


def lost_after_rescue(folder: Path, pages: int, seed: int, *, copies: bool = True) -> int:
    """Trash pages of an outbox of 20 waiting and 10 received, rescue it: how many of the 20 are gone or unreadable."""
    filled(folder, 20, 10).close()
    trash(folder / FILE_NAME, pages, random.Random(seed))
    if not copies:
        shutil.rmtree(folder / SPOOL_NAME)
        (folder / SPOOL_NAME).mkdir()
    with no_second_looks():
        rescued = rescue_outbox(folder, KEY, NOW)
        assert isinstance(rescued, Rescued), rescued
        store = open_outbox(folder, KEY, NOW, ballast_bytes=0)
    assert isinstance(store, StoredOutbox), store
    waiting = {d.id for d in store.deliveries() if d.state is DeliveryState.SEALED}
    whole = {id_ for id_ in waiting if store.submission(id_) is not None}
    assert all(d.reference for d in store.deliveries() if d.state is DeliveryState.RECEIVED)
    store.close()
    return len({submission(number).id for number in range(20)} - whole)


def _garbage(folder: Path, chance: random.Random) -> None:
    (folder / FILE_NAME).write_bytes(chance.randbytes(3 * PAGE))


def _plain(folder: Path, _: random.Random) -> None:
    (folder / FILE_NAME).unlink()
    connection = apsw.Connection(str(folder / FILE_NAME))
    connection.execute("create table delivery (id text)").fetchall()
    connection.close()


def _cut(folder: Path, chance: random.Random) -> None:
    content = (folder / FILE_NAME).read_bytes()
    (folder / FILE_NAME).write_bytes(content[: chance.randrange(1, len(content))])


def _newer(folder: Path, _: random.Random) -> None:
    connection = open_database(folder / FILE_NAME, KEY.derive(Purpose.OUTBOX), STEPS)
    assert isinstance(connection, apsw.Connection)
    connection.pragma("user_version", 99)
    connection.close()


def _gone(folder: Path, _: random.Random) -> None:
    (folder / FILE_NAME).unlink()


def _no_check_value(folder: Path, _: random.Random) -> None:
    check_value_path(folder / FILE_NAME).unlink()


def _nothing(folder: Path, chance: random.Random) -> None:
    """The files are well, the key is not."""


CAUSES: dict[str, tuple[Callable[[Path, random.Random], None], Key]] = {
    "another key": (_nothing, OTHER),
    "another key and no check value": (_no_check_value, OTHER),
    "another key and no database": (_gone, OTHER),
    "garbage": (_garbage, KEY),
    "a database without encryption": (_plain, KEY),
    "cut short": (_cut, KEY),
    "one page of noise": (lambda folder, chance: trash(folder / FILE_NAME, 1, chance), KEY),
    "the first page of noise": (lambda folder, chance: trash(folder / FILE_NAME, 0, chance), KEY),
    "made by a newer version": (_newer, KEY),
}
"""Why an outbox cannot be opened: how it came to be so, and the key that is tried."""


def touched(folder: Path, cause: str, seed: int) -> list[str]:
    """Which files an attempt to open such an outbox changed or removed; and whether it opened something."""
    spoil, key = CAUSES[cause]
    filled(folder, 5).close()
    spoil(folder, random.Random(seed))
    before = _hashes(folder)
    with no_second_looks():
        opened = open_outbox(folder, key, NOW, ballast_bytes=0)
    wrong = [name for name, hash_ in before.items() if _hashes(folder).get(name) != hash_]
    if isinstance(opened, StoredOutbox):
        opened.close()
        wrong.append("was opened")
    return wrong


@contextmanager
def begins_anew_when_damaged() -> Iterator[None]:
    """The fault of many programs: what cannot be opened is thrown away and begun again."""
    real = open_database

    def open_or_begin_anew(
        path: Path,
        key: bytes,
        steps: tuple[str, ...],
        check: PageCheck = PageCheck.ALL_PAGES,
        vfs: str | None = None,
    ) -> apsw.Connection | Trouble:
        opened = real(path, key, steps, check, vfs)
        if isinstance(opened, Trouble):
            for name in (path, check_value_path(path)):
                name.unlink(missing_ok=True)
            opened = real(path, key, steps, check, vfs)
        return opened

    with mock.patch("offline_cache.outbox.open_database", open_or_begin_anew):
        yield


def _hashes(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
        if not path.name.endswith("-shm")
    }
