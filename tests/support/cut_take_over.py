# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cuts the power while an outbox of an earlier format is taken over: the database below its cipher, and the files."""

import gc
import os
import random
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from unittest import mock

import apsw

from core.errors import Trouble
from offline_cache.epoch_keys import FOLDER_NAME
from offline_cache.outbox import SPOOL_NAME, open_outbox
from tests.support.dying import ITEMS, KEY, NOW, careless, wrong_in
from tests.support.earlier_formats import make_store
from tests.support.faulty_disk import CuttableDisk, PowerCutError, cuttable_disk

FOLDERS: Final = (SPOOL_NAME, FOLDER_NAME)
SEED: Final = 20261128


@dataclass(slots=True)
class Files:
    """What of some folders is certainly on the disk: contents when synced, names when their folder was (fsync(2))."""

    root: Path
    contents: dict[int, bytes] = field(default_factory=dict)
    names: dict[str, dict[str, bytes]] = field(default_factory=dict)

    def begin(self) -> None:
        """All that is there now has been there long enough."""
        for folder in self._folders():
            for path in folder.iterdir():
                self.contents[path.stat().st_ino] = path.read_bytes()
            self._note(folder)

    def synced(self, descriptor: int) -> None:
        """That file, or the names in that folder, are on the disk now."""
        path = Path(os.readlink(f"/proc/self/fd/{descriptor}"))
        if path.is_dir():
            self._note(path)
        elif path.is_file():
            self.contents[path.stat().st_ino] = path.read_bytes()

    def possible(self, root: Path, chance: random.Random) -> None:
        """One of the states that a cut may leave: each name as it was synced, or as it would have been."""
        for name in FOLDERS:
            now, certain = self._now(self.root / name), self.names.get(name, {})
            (root / name).mkdir(parents=True)
            for one in sorted(now.keys() | certain.keys()):
                content = chance.choice((now.get(one), certain.get(one)))
                if content is not None:
                    (root / name / one).write_bytes(content)

    def _folders(self) -> list[Path]:
        return [self.root / name for name in FOLDERS if (self.root / name).is_dir()]

    def _note(self, folder: Path) -> None:
        if folder.parent == self.root and folder.name in FOLDERS:
            self.names[folder.name] = self._now(folder)

    def _now(self, folder: Path) -> dict[str, bytes]:
        """What is in a folder; a file that was never synced may be empty after a cut."""
        if not folder.is_dir():
            return {}
        return {path.name: self.contents.get(path.stat().st_ino, b"") for path in folder.iterdir()}


def cut_take_overs(
    folder: Path, version: int, cuts: int, *, carelessly: bool = False, unsynced: bool = False
) -> tuple[int, list[str]]:
    """Cut the power at so many operations of a take-over, at even distances: how often, and what was lost.

    `carelessly` takes everything out of the old place first; `unsynced` is a disk to which no file is ever synced.
    """
    template, disk = folder / "template", cuttable_disk()
    make_store(template, version, KEY, ITEMS, NOW)
    chance, done, wrong = random.Random(SEED + version), 0, list[str]()
    operations = _taken_over(folder / "whole", template, disk, None, carelessly, unsynced)[0]
    for cut in range(cuts):
        # More cuts than operations strike each several times: what a cut leaves is another disk each time.
        at, store, left = 1 + cut * operations // cuts, folder / "store", folder / "left"
        _, files = _taken_over(store, template, disk, at, carelessly, unsynced)
        done += disk.dead
        left.mkdir()
        disk.possible_disk(left / "database", chance)
        for path in (left / "database").iterdir():
            path.rename(left / path.name)
        (left / "database").rmdir()
        shutil.copy(template / "outbox.kcv", left)
        files.possible(left, chance)
        wrong += [f"format {version} cut at {at}: {one}" for one in wrong_in(left)]
        for place in (store, left):
            shutil.rmtree(place)
    return done, wrong


def _taken_over(
    store: Path, template: Path, disk: CuttableDisk, at: int | None, carelessly: bool, unsynced: bool
) -> tuple[int, Files]:
    """How many operations there were until the end or the cut, and what is known of the files then."""
    shutil.copytree(template, store)
    files = Files(store)
    files.begin()
    disk.begin({path.name: path.read_bytes() for path in store.iterdir() if path.is_file()}, cut_at=at)
    fsync: Callable[[int], None] = os.fsync

    def sync(descriptor: int) -> None:
        disk.step()
        fsync(descriptor)
        if not unsynced:
            files.synced(descriptor)

    with ExitStack() as patches:
        patches.enter_context(mock.patch("os.fsync", sync))
        # Whatever is left of a connection closes itself, and the disk refuses that too.
        patches.enter_context(mock.patch("sys.unraisablehook"))
        if carelessly:
            patches.enter_context(mock.patch("offline_cache.outbox.take_over", careless))
        try:
            outbox = open_outbox(store, KEY, NOW, ballast_bytes=0, vfs=f"multipleciphers-{disk.name}")
        except PowerCutError:
            assert disk.dead
        else:
            if isinstance(outbox, Trouble):
                assert disk.dead, outbox
            else:
                # The power goes: nobody closes anything in order any more.
                disk.dead = True
                try:
                    outbox._connection.close(force=True)
                except (PowerCutError, apsw.Error):
                    assert disk.dead
        gc.collect()
    return disk.done, files
