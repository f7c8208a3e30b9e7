# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second copy on a bad sector, or one that is just being given up, holds up nobody else's answers."""

import errno
from pathlib import Path

import pytest

from core.errors import TroubleError
from core.submission import Delivery
from offline_cache.outbox import StoredOutbox
from offline_cache.spool import Spool, copy_name
from tests.support.stored_outbox import NOW, opened, received, sealed
from tests.support.submissions import submission

DAY = 86_400.0


@pytest.fixture
def bad(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Copies that cannot be read, by name, with the error of each."""
    found: dict[str, int] = {}
    read = Spool.content

    def content(self: Spool, name: str) -> bytes:
        if name in found:
            raise OSError(found[name], "planted")
        return read(self, name)

    monkeypatch.setattr(Spool, "content", content)
    return found


def epochs_in(folder: Path) -> int:
    return len(list((folder / "epochs").glob("*.key")))


def renewed_beside(folder: Path, bad: dict[str, int], fault: int) -> StoredOutbox:
    """An outbox whose keys were renewed while a copy that is waiting for its delivery answered with a fault."""
    outbox = opened(folder)
    first = received(outbox, submission(1))
    outbox.renew_keys(NOW + 2 * DAY)
    sealed(outbox, submission(2))
    outbox.erase_payload(first.id)
    bad[copy_name(submission(2).id)] = fault
    outbox.renew_keys(NOW + 2 * DAY)
    return outbox


@pytest.mark.expects_log
def test_keys_are_kept_while_a_copy_cannot_be_read(tmp_path: Path, bad: dict[str, int]) -> None:
    outbox = renewed_beside(tmp_path, bad, errno.EIO)

    assert epochs_in(tmp_path) == 2
    assert outbox.submission(submission(2).id) == submission(2)
    bad.clear()
    outbox.renew_keys(NOW + 2 * DAY)
    assert epochs_in(tmp_path) == 1
    outbox.close()


def test_a_copy_that_somebody_is_just_giving_up_is_none(tmp_path: Path, bad: dict[str, int]) -> None:
    outbox = renewed_beside(tmp_path, bad, errno.ENOENT)

    assert epochs_in(tmp_path) == 1
    outbox.close()


@pytest.mark.expects_log
def test_a_copy_without_a_row_on_a_bad_sector_waits_until_it_can_be_read(
    tmp_path: Path, bad: dict[str, int]
) -> None:
    outbox = opened(tmp_path)
    for number in (1, 2):
        sealed(outbox, submission(number))
    outbox.close()
    for file in tmp_path.glob("outbox.db*"):
        file.unlink()
    bad[copy_name(submission(1).id)] = errno.EIO

    again = opened(tmp_path)
    assert [one.id for one in again.deliveries()] == [submission(2).id]
    again.close()
    bad.clear()
    last = opened(tmp_path)
    assert {one.id for one in last.deliveries()} == {submission(1).id, submission(2).id}
    last.close()


@pytest.mark.expects_log
def test_what_neither_copy_gives_is_for_a_person_and_what_may_be_a_moment_is_not(
    tmp_path: Path, bad: dict[str, int]
) -> None:
    outbox = opened(tmp_path)
    assert isinstance(sealed(outbox, submission(1)), Delivery)
    name = copy_name(submission(1).id)
    outbox._connection.execute("update sealed set content = x'00'")
    bad[name] = errno.EIO
    assert outbox.submission(submission(1).id) is None
    bad[name] = errno.EMFILE
    with pytest.raises(TroubleError):
        outbox.submission(submission(1).id)
    bad.clear()
    assert outbox.submission(submission(1).id) == submission(1)
    outbox.close()
