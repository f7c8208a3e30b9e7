# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writers killed at random instants: whoever was told 'sealed' is there, whole, exactly once."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core.submission import Delivery, DeliveryState
from offline_cache.outbox import StoredOutbox, open_outbox
from offline_cache.subkeys import Key, KeyOrigin

ROOT = Path(__file__).parents[2]
KEY = Key(bytes(range(32)), KeyOrigin.MEMORY)

# Seals without end; says a number only after the store has said that it is sealed, and what it finds at its start.
WRITER = """
import itertools, sys
from pathlib import Path
from core import sync
from core.errors import Trouble
from core.submission import DeliveryState, Received
from offline_cache.outbox import open_outbox
from offline_cache.subkeys import Key, KeyOrigin
from tests.support.submissions import submission

outbox = open_outbox(Path(sys.argv[1]), Key(bytes(range(32)), KeyOrigin.MEMORY), 5000.0, ballast_bytes=0)
if isinstance(outbox, Trouble):
    print("trouble", outbox.key, outbox.detail, flush=True)
    sys.exit(1)
print("open", flush=True)
for delivery in outbox.deliveries():
    if delivery.state is DeliveryState.LEAVING:
        outbox.update(delivery, sync.recover(delivery, 5000.0))
for number in itertools.count(int(sys.argv[2])):
    sealed = outbox.seal(submission(number, body=b"x" * 5000))
    print("sealed", sealed.id, flush=True)
    if number % 3 == 0:
        leaving = sync.claim(sealed, 6000.0)
        if outbox.update(sealed, leaving):
            received = sync.after(leaving, Received(f"R-{number}"), 6001.0, 0.5)
            outbox.update(leaving, received)
            print("received", received.id, flush=True)
            outbox.erase_payload(received.id)
"""


class Told:
    """What the killed writers had said before they died."""

    def __init__(self) -> None:
        self.sealed: set[str] = set()
        self.received: set[str] = set()
        self.opened = 0

    def hear(self, said: str) -> None:
        for line in said.splitlines(keepends=True):
            if not line.endswith("\n"):
                continue
            word, *rest = line.split()
            assert word != "trouble", line
            self.opened += word == "open"
            if word in ("sealed", "received"):
                getattr(self, word).add(rest[0])


def killed_while_writing(folder: Path, first: int, seconds: float) -> str:
    """Start a writer, kill it that long after its first word, and return what it had said."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), str(first)],
        env={"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    ) as writer:
        assert writer.stdout is not None
        begun = writer.stdout.readline()
        time.sleep(seconds)
        writer.send_signal(signal.SIGKILL)
        return begun + writer.stdout.read()


def kill_many(folder: Path, kills: int) -> None:
    chance = random.Random(kills)
    told = Told()
    for kill in range(kills):
        told.hear(killed_while_writing(folder, 1_000 * (kill + 1), chance.uniform(0.0, 0.1)))

    outbox = open_outbox(folder, KEY, 7_000.0, ballast_bytes=0)
    assert isinstance(outbox, StoredOutbox)
    by_id: dict[str, Delivery] = {delivery.id: delivery for delivery in outbox.deliveries()}
    lost = told.sealed - set(by_id)
    unreceived = {id_ for id_ in told.received if by_id[id_].state is not DeliveryState.RECEIVED}
    unreadable = [
        delivery.id
        for delivery in by_id.values()
        if delivery.state is not DeliveryState.RECEIVED and outbox.submission(delivery.id) is None
    ]
    outbox.close()
    assert told.opened == kills
    assert len(told.sealed) > kills // 2
    assert (lost, unreceived, unreadable) == (set(), set(), [])


@pytest.mark.expects_log
def test_nobody_who_was_told_sealed_is_lost_by_a_hundred_kills(tmp_path: Path) -> None:
    kill_many(tmp_path, 100)


@pytest.mark.long
@pytest.mark.expects_log
@pytest.mark.timeout(1_800)
def test_nobody_who_was_told_sealed_is_lost_by_a_thousand_kills(tmp_path: Path) -> None:
    kill_many(tmp_path, 1_000)
