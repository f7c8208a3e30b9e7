# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A copy of a process makes and proves an epoch's pair as the process itself would, and takes what it knew with it."""

import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.store_access import courier_keys
from offline_cache.epoch_keys import EpochKeys
from offline_cache.epoch_keys_apart import EpochKeysApart
from offline_cache.private_files import write_whole
from offline_cache.sealed_copy import DamagedCopyError
from offline_cache.subkeys import Key, KeyOrigin

ROOT = Path(__file__).parents[2]
KEY = bytes(range(32))


@pytest.fixture(params=[EpochKeys, EpochKeysApart])
def keys(request: pytest.FixtureRequest, tmp_path: Path) -> EpochKeys:
    made: EpochKeys = request.param(tmp_path / "epochs", KEY)
    made.prepare()
    return made


def test_what_is_made_is_proved_by_itself_and_by_the_other_kind(keys: EpochKeys, tmp_path: Path) -> None:
    public = keys.make(1)
    assert len(public) == 32
    assert keys.public(1) == public
    for kind in (EpochKeys, EpochKeysApart):
        assert kind(tmp_path / "epochs", KEY).public(1) == public
    assert keys.make(2) != public


def test_a_key_that_is_gone_or_changed_is_told(keys: EpochKeys) -> None:
    with pytest.raises(DamagedCopyError, match="epoch 1 is not there"):
        keys.public(1)
    keys.make(1)
    file = keys.folder / "000000001.key"
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
    with pytest.raises(DamagedCopyError, match="epoch 1"):
        keys.public(1)


def test_a_disk_that_refuses_is_told_with_its_number(
    keys: EpochKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    monkeypatch.setattr("offline_cache.epoch_keys.write_whole", full)
    with pytest.raises(OSError, match="No space left") as raised:
        keys.make(1)
    assert raised.value.errno == errno.ENOSPC


def test_a_copy_that_is_killed_has_said_nothing_and_the_work_is_done_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys, here = EpochKeysApart(tmp_path, KEY), os.getpid()

    def dies(path: Path, content: bytes) -> None:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        write_whole(path, content)

    monkeypatch.setattr("offline_cache.epoch_keys.write_whole", dies)
    public = keys.make(1)
    assert EpochKeys(tmp_path, KEY).public(1) == public


@pytest.mark.expects_log
@pytest.mark.parametrize(
    ("call", "number"), [("fork", errno.EAGAIN), ("fork", errno.ENOMEM), ("pipe", errno.EMFILE)]
)
def test_where_there_is_no_room_for_a_copy_the_work_is_done_here_and_nothing_stays_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    def refuses() -> int:
        raise OSError(number, os.strerror(number))

    keys, before = EpochKeysApart(tmp_path, KEY), os.listdir("/proc/self/fd")
    monkeypatch.setattr(os, call, refuses)
    public = keys.make(1)
    assert keys.public(1) == public == EpochKeys(tmp_path, KEY).public(1)
    assert os.listdir("/proc/self/fd") == before


LOADED = """
import json, sys
from pathlib import Path
from kiosk.store_access import OpenStores, courier_keys, keys_from, open_stores
folder, given, apart = Path(sys.argv[1]), json.loads(sys.argv[2]), sys.argv[3] == "apart"
stores = open_stores(folder, keys_from(given, trial=True), 1.0, apart=apart)
assert isinstance(stores, OpenStores)
stores.outbox.close()
stores.cache.close()
print("cryptography" in sys.modules)
"""


@pytest.mark.parametrize("when", ["first", "again"])
def test_stores_that_are_opened_apart_leave_no_cryptography_behind(tmp_path: Path, when: str) -> None:
    given = json.dumps(courier_keys(Key(KEY, KeyOrigin.MEMORY)))

    def opened(how: str) -> str:
        done = subprocess.run(
            (sys.executable, "-c", LOADED, str(tmp_path / "store"), given, how),
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        return done.stdout.strip()

    if when == "again":
        assert opened("here") == "True", "the check finds nothing"
    assert opened("apart") == "False"
