# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens an outbox on the disk, seals into it, has an agency receive it, and loses its database."""

from pathlib import Path

from core import sync
from core.submission import Delivery, Received, Submission
from offline_cache.outbox import StoredOutbox, open_outbox
from offline_cache.spool import copy_name
from offline_cache.subkeys import Key, KeyOrigin, Keys
from tests.support.submissions import submission

KEY = Key(bytes(range(32)), KeyOrigin.MEMORY)
OTHER = Key(bytes(32), KeyOrigin.MEMORY)
NOW = 5_000.0


def opened(folder: Path, keys: Keys = KEY, now: float = NOW, *, ballast_bytes: int = 0) -> StoredOutbox:
    """The outbox in a folder, which has to open. `now` is in seconds."""
    outbox = open_outbox(folder, keys, now, ballast_bytes=ballast_bytes)
    assert isinstance(outbox, StoredOutbox), outbox
    return outbox


def sealed(outbox: StoredOutbox, item: Submission) -> Delivery:
    """Sealed, which the outbox has to take."""
    delivery = outbox.seal(item)
    assert isinstance(delivery, Delivery), delivery
    return delivery


def received(outbox: StoredOutbox, item: Submission, reference: str = "R-1") -> Delivery:
    """Sealed, carried, and confirmed by the agency; its answers are not erased yet."""
    first = sealed(outbox, item)
    leaving = sync.claim(first, NOW)
    after = sync.after(leaving, Received(reference), NOW, 0.5)
    assert outbox.update(first, leaving)
    assert outbox.update(leaving, after)
    return after


def copy_of(folder: Path, number: int) -> Path:
    """Where the second copy of a submission lies."""
    return folder / "spool" / (copy_name(submission(number).id) + ".sub")


def lose_database(folder: Path) -> None:
    """Only the second copies and the keys are left."""
    for name in ("outbox.db", "outbox.db-wal", "outbox.db-shm"):
        (folder / name).unlink(missing_ok=True)
