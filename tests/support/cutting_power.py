# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cuts the power while an outbox is worked on: its database below the cipher, and the files beside it."""

import gc
import random
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Final
from unittest import mock

import apsw

from core.errors import Trouble, TroubleError
from offline_cache.outbox import StoredOutbox
from tests.support.cut_take_over import Files
from tests.support.faulty_disk import CuttableDisk, PowerCutError
from tests.support.struck_files import struck_files
from tests.support.told_of_disks import Acknowledged, faults_of, opened, prepared, work

SEED: Final = 20261123


def nothing_spoilt(outbox: StoredOutbox) -> None:
    """The outbox as it is."""


def sync_less(outbox: StoredOutbox) -> None:
    """The setting that many programs use, and that loses."""
    outbox._connection.pragma("synchronous", "normal")


def cut_many(
    folder: Path,
    disk: CuttableDisk,
    cuts: int,
    *,
    spoil: Callable[[StoredOutbox], None] = nothing_spoilt,
    unsynced: bool = False,
) -> tuple[int, list[str]]:
    """How many acknowledged rows there were in so many power cuts, and what each cut that lost something lost.

    `spoil` may weaken each outbox first; with `unsynced` no file beside the database is ever synced.
    """
    chance = random.Random(SEED)
    told_first, template = prepared(folder / "template"), folder / "template"
    operations = _worked(folder / "whole", template, disk, None, Acknowledged(), spoil, unsynced)[0]
    acknowledged, lost = 0, list[str]()
    for cut in range(cuts):
        store, left = folder / f"store-{cut}", folder / f"left-{cut}"
        told = Acknowledged(set(told_first.sealed))
        at = chance.randrange(1, operations + 1)
        _, files = _worked(store, template, disk, at, told, spoil, unsynced)
        disk.possible_disk(left, chance)
        files.possible(left, chance)
        acknowledged += len(told.sealed)
        if wrong := faults_of(left, told):
            lost.append(f"cut {cut} at {at}: {', '.join(wrong)}")
        shutil.rmtree(store)
        shutil.rmtree(left)
    return acknowledged, lost


def _worked(
    store: Path,
    template: Path,
    disk: CuttableDisk,
    at: int | None,
    told: Acknowledged,
    spoil: Callable[[StoredOutbox], None],
    unsynced: bool,
) -> tuple[int, Files]:
    """How many operations there were until the end or the cut, and what is known of the files then."""
    shutil.copytree(template, store)
    files = Files(store)
    files.begin()
    disk.begin({path.name: path.read_bytes() for path in store.iterdir() if path.is_file()}, cut_at=at)
    with ExitStack() as patches:
        synced = (lambda descriptor: None) if unsynced else files.synced
        patches.enter_context(struck_files(store, disk.step, synced))
        # Whatever is left of a connection closes itself, and the disk refuses that too.
        patches.enter_context(mock.patch("sys.unraisablehook"))
        outbox: StoredOutbox | Trouble | None = None
        try:
            outbox = opened(store, disk.name)
            assert isinstance(outbox, StoredOutbox) or disk.dead
            if not isinstance(outbox, Trouble):
                spoil(outbox)
                work(outbox, told)
        except (PowerCutError, TroubleError, apsw.Error):
            assert disk.dead
        operations = disk.done
        # The power goes: nobody closes anything in order any more.
        disk.dead = True
        try:
            if isinstance(outbox, StoredOutbox):
                outbox._connection.close(force=True)
        except (PowerCutError, apsw.Error):
            assert disk.dead
        gc.collect()
    return operations, files
