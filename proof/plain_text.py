# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P26: the raw blocks of the disk under the store are searched for answers, while both processes are killed."""

import errno
import os
import random
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from proof.verdict import CannotRunError, Trial, Verdict
from tests.support.killing import COURIER, kill_again_and_again
from tests.support.sandbox_town import running_town

MEGABYTES = 320
"""With less nobody may begin (`offline_cache.ballast`)."""

MARKERS = ("Marigold", "27 Ropewalk")
"""What the killed sessions write into their forms."""


def prove(trial: Trial) -> Verdict:
    """`number` kills, with a look at the disk before each, on an ext4 image of its own (needs root).

    The seeded fault is a session that keeps a draft as a file and removes it.
    """
    if os.geteuid() != 0:
        raise CannotRunError("a disk of its own can be mounted by root only")
    image = trial.folder / "disk.img"
    found: list[str] = []
    looks = 0

    def look(_: random.Random) -> None:
        nonlocal looks
        looks += 1
        found.extend(_found_in(image))

    with running_town(trial.folder) as town, _disk(image, trial.folder / "disk") as disk:
        killed = kill_again_and_again(
            town,
            disk,
            acknowledged=trial.number,
            kills=trial.number,
            seed=26,
            drafting=trial.control,
            courier_module=COURIER,
            disturb=look,
        )
        look(random.Random())
    found.extend(_found_in(image))
    figures = f"looks {looks + 1} sealed {len(killed.said)} markers found {len(found)} lost {killed.lost}"
    return Verdict(not found and not killed.lost and len(killed.said) >= trial.number, figures)


def _found_in(image: Path) -> list[str]:
    os.sync()
    encodings = ("utf-8", "utf-16-le", "utf-32-le")
    words = [(marker, marker.encode(encoding)) for marker in MARKERS for encoding in encodings]
    return [marker for content in _written(image) for marker, word in words if word in content]


def _written(image: Path) -> Iterator[bytes]:
    """Every piece of the image that was ever written (lseek(2)): what was not is a hole, and reads as nothing."""
    with image.open("rb", buffering=0) as file:
        end, at = file.seek(0, os.SEEK_END), 0
        while at < end:
            try:
                begin = os.lseek(file.fileno(), at, os.SEEK_DATA)
            except OSError as error:
                if error.errno != errno.ENXIO:
                    raise
                return
            at = os.lseek(file.fileno(), begin, os.SEEK_HOLE)
            yield os.pread(file.fileno(), at - begin, begin)


@contextmanager
def _disk(image: Path, place: Path) -> Iterator[Path]:
    with image.open("wb") as file:
        file.truncate(MEGABYTES * 2**20)
    place.mkdir()
    subprocess.run(["mkfs.ext4", "-q", "-F", str(image)], check=True)
    subprocess.run(["mount", "-o", "loop", str(image), str(place)], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)
