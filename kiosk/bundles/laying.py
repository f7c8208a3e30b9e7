# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lays a new version into a machine's folder of bundles: whole and durable, or not at all."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kiosk.bundles.home import SET_FILE, BundleHome
from offline_cache.private_files import private_folder, sync_folder

ROOTS: Final = "roots"
HISTORY: Final = "root_history"
"""TUF's own name for the folder of the roots that were proved one by the other."""


def lay(home: BundleHome, print_of_all: str, count: int, fill: Callable[[Path], None]) -> int:
    """Have `fill` put `files` and `proof` into a folder, and make it the next version, whose number is returned.

    By `print_of_all` the contents are known again, `count` is how many files there are. Whatever is raised on the way
    (OSError on a full disk), nothing of it stays. One at a time: whoever calls holds the lock `refresh.lock`.
    """
    unfinished = home.folder / "unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    try:
        private_folder(unfinished / "files")
        fill(unfinished)
        (unfinished / SET_FILE).write_text(json.dumps({"print": print_of_all, "files": count}), "ascii")
        _sync(unfinished)
        version = max(home.activation().running, *home.numbers(), 0) + 1
        place = home.version(version)
        private_folder(place.parent)
        unfinished.rename(place)
        sync_folder(place.parent)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return version


def keep_roots(metadata: Path, proof: Path) -> None:
    """Put the roots that lead to the newest one beside what it proves."""
    private_folder(proof / ROOTS)
    for file in sorted((metadata / HISTORY).glob("*.root.json")):
        shutil.copyfile(file, proof / ROOTS / file.name)


def _sync(folder: Path) -> None:
    """Everything below a folder survives a power cut from now on."""
    for place in (folder, *folder.rglob("*")):
        descriptor = os.open(place, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
