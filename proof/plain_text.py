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

from core.ids import SubmissionId
from proof.verdict import CannotRunError, Trial, Verdict
from tests.support.killing import COURIER, kill_again_and_again
from tests.support.plain_store import keep_and_forget
from tests.support.sandbox_town import running_town
from tests.support.searching import needles
from tests.support.submitting import SIGNS, STREET, street
from tests.support.unpacking import places

MEGABYTES = 320
"""With less nobody may begin (`offline_cache.ballast`)."""

SEALED_EACH = 5
"""Submissions for each kill: a hundred people, none of whom wrote what another did, for the twenty kills."""

PLAIN = 100
"""People whom the control's plain store has written down and forgotten."""


def prove(trial: Trial) -> Verdict:
    """`number` kills, with a look at the disk before each, on an ext4 image of its own (needs root).

    Five times as many people are sealed meanwhile, and each has an answer of their own that is looked for. The seeded
    faults are a session that keeps a draft as a file and removes it, and a plain SQLite store that deletes with
    overwriting, vacuums and is unlinked: of its hundred people every one has to be found.
    """
    if os.geteuid() != 0:
        raise CannotRunError("a disk of its own can be mounted by root only")
    image = trial.folder / "disk.img"
    found, said = set[bytes](), list[str]()
    looks = 0

    def look(_: random.Random) -> None:
        nonlocal looks
        looks += 1
        found.update(_found_in(image))

    sealed = SEALED_EACH * trial.number
    with running_town(trial.folder) as town, _disk(image, trial.folder / "disk") as disk:
        killed = kill_again_and_again(
            town,
            disk,
            acknowledged=sealed,
            kills=trial.number,
            seed=26,
            drafting=trial.control,
            courier_module=COURIER,
            disturb=look,
            said=said,
        )
        look(random.Random())
    found |= _found_in(image)
    markers = len({street(SubmissionId(one)) for one in said})
    figures = f"looks {looks + 1} markers {markers} found {len(found)} lost {killed.lost}"
    if trial.control:
        plain = _of_plain_store(trial.folder)
        figures += f", of a plain store {plain} of {PLAIN}"
        return Verdict(not found or plain < PLAIN, figures)
    return Verdict(not found and not killed.lost and markers >= sealed, figures)


def _of_plain_store(folder: Path) -> int:
    image = folder / "plain.img"
    people = [street(SubmissionId(f"uuid:{number}")) for number in range(PLAIN)]
    with _disk(image, folder / "plain") as disk:
        keep_and_forget(disk, people)
    found = _found_in(image)
    return sum(one.encode() in found for one in people)


def _found_in(image: Path) -> set[bytes]:
    """Every street that is on the image, and every other sign of one, in whatever encoding it is."""
    os.sync()
    return {
        content[at : at + len(needle) + SIGNS]
        for content in _written(image)
        for needle in needles(STREET)
        for at in places(content, needle)
    }


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
