# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The outbox as files: encrypted, for this user only, there after a restart, and shared safely by processes."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from core import sync
from core.errors import Trouble
from core.submission import DeliveryState
from offline_cache.outbox import open_outbox
from tests.support.stored_outbox import NOW, OTHER, opened, sealed
from tests.support.submissions import MARKER, submission

ROOT = Path(__file__).parents[2]


def test_sealed_submission_is_there_after_a_restart(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    delivery = sealed(outbox, submission(1))
    outbox.close()

    again = opened(tmp_path)

    assert again.deliveries() == (delivery,)
    assert again.submission(delivery.id) == submission(1)
    again.close()


@pytest.mark.requirement("PRV-02", part="no answer is in any file of the outbox")
def test_no_answer_is_in_any_file_while_open_or_closed(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    for number in range(20):
        sealed(outbox, submission(number))
    paths = [path for path in tmp_path.rglob("*") if path.is_file()]

    assert len(paths) >= 23
    for marker in (MARKER, b"town.example", submission(1).seal.encode()):
        assert not [path for path in paths if marker in path.read_bytes()]
    outbox.close()
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and MARKER in path.read_bytes()]


def test_all_files_are_for_this_user_only(tmp_path: Path) -> None:
    outbox = opened(tmp_path / "store", ballast_bytes=4_096)
    sealed(outbox, submission(1))

    for path in (tmp_path / "store").rglob("*"):
        assert path.stat().st_mode & 0o077 == 0, path
    outbox.close()


def test_wrong_key_is_refused_and_changes_no_file(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    sealed(outbox, submission(1))
    outbox.close()
    before = {path: hashlib.sha256(path.read_bytes()).digest() for path in tmp_path.rglob("*.*")}

    found = open_outbox(tmp_path, OTHER, NOW)

    assert isinstance(found, Trouble)
    assert found.key == "trouble.store_wrong_key"
    assert {path: hashlib.sha256(path.read_bytes()).digest() for path in tmp_path.rglob("*.*")} == before


def test_version_changes_when_another_connection_commits(tmp_path: Path) -> None:
    session, courier = opened(tmp_path), opened(tmp_path)
    before = courier.version()

    sealed(session, submission(1))

    assert courier.version() != before
    assert len(courier.due(NOW)) == 1
    session.close()
    courier.close()


def test_of_two_couriers_only_one_gets_the_item(tmp_path: Path) -> None:
    first, second = opened(tmp_path), opened(tmp_path)
    delivery = sealed(first, submission(1))

    assert first.update(delivery, sync.claim(delivery, NOW))
    assert not second.update(delivery, sync.claim(delivery, NOW + 1))
    first.close()
    second.close()


SEAL_MANY = """
import sys
from pathlib import Path
from offline_cache.outbox import open_outbox
from offline_cache.subkeys import Key, KeyOrigin, Purpose
from tests.support.submissions import submission
outbox = open_outbox(Path(sys.argv[1]), Key(bytes(range(32)), KeyOrigin.MEMORY), 5000.0, ballast_bytes=0)
for number in range(int(sys.argv[2]), int(sys.argv[3])):
    answer = outbox.seal(submission(number))
    print(getattr(answer, "key", number), flush=True)
outbox.close()
"""


def test_processes_that_seal_at_once_all_succeed(tmp_path: Path) -> None:
    running = [
        subprocess.Popen(
            [sys.executable, "-c", SEAL_MANY, str(tmp_path), str(start), str(start + 40)],
            env={"PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for start in (0, 20, 100)
    ]
    said = []
    for process in running:
        out, wrong = process.communicate(timeout=60)
        assert process.returncode == 0, wrong
        assert not wrong
        said += out.split()

    outbox = opened(tmp_path)
    assert "trouble" not in " ".join(said)
    assert {int(number) for number in said} == {*range(60), *range(100, 140)}
    assert len(outbox.deliveries()) == 100
    assert all(delivery.state is DeliveryState.SEALED for delivery in outbox.deliveries())
    assert all(delivery.unsure_since is None for delivery in outbox.deliveries())
    outbox.close()
