# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first pictures of a visit, pixel by pixel on a real display, hold nothing of the visit before it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from tests.support.glass import Glass, Ink, Picture
from tests.support.print_server import print_server
from tests.support.sandbox_town import running_town
from tests.support.visited_machine import ROOT, VisitedMachine, visited_machine

ALL, NONE, TORN = 0.98, 0.01, 3
"""Shares of the page before: as it stands, and what two pages have in common by chance; and how many pictures may be
seen while one is drawn over the other."""

CALM = 1.5
"""Seconds within which a window has looked around."""

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root may look into hardened processes")


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[VisitedMachine]:
    (tmp_path / "glass").mkdir()
    with (
        running_town(tmp_path) as town,
        print_server(tmp_path / "machine" / "print") as printer,
        visited_machine(tmp_path, town.url, printer, tmp_path / "glass") as running,
    ):
        running.stands()
        yield running


def untouched(machine: VisitedMachine, glass: Glass) -> tuple[Picture, list[Picture]]:
    """What stands on a machine to which nobody has come yet, and all that is seen while its spare takes over.

    The first window of all does not know at once whether it is connected; the spare does.
    """
    session = machine.stands()
    begun = [glass.settled()]
    machine.end(session, "kill")
    begun += glass.seen_until(partial(gone, machine, session))
    machine.next_stands(session)
    fresh = glass.settled(CALM)
    return fresh, [fresh, *begun]


def gone(machine: VisitedMachine, session: int) -> bool:
    return session not in machine.processes()


def first_mixed(shares: list[float]) -> list[float]:
    """The shares from the first picture on that is not all of the page before."""
    return next(([*shares[place:]] for place, share in enumerate(shares) if share < ALL), [])


@pytest.mark.requirement("E-16", part="pixels of the next visit's first pictures, after each way of ending")
def test_no_pixel_of_a_visit_is_in_the_first_pictures_of_the_next(
    machine: VisitedMachine, tmp_path: Path
) -> None:
    glass = Glass(tmp_path / "glass")
    fresh, begun = untouched(machine, glass)
    for ending in ("kill", "freeze", "abandon"):
        session, typed = machine.come("bcdfghjkl", ending)
        filled = glass.settled()
        ink = Ink.of(filled, begun)
        assert typed
        assert ink.places.sum() > 2_000
        assert (ink.share_in(filled), ink.share_in(fresh)) == (1.0, 0.0)

        machine.end(session, ending)
        shares = glass.during(partial(gone, machine, session), ink.share_in)
        machine.next_stands(session)

        after = first_mixed(shares)
        assert len(after) > TORN, "the page before it stands still"
        assert max(after[TORN:]) <= NONE, (ending, [round(share, 3) for share in after[:20]])
        assert np.array_equal(glass.settled(CALM), fresh), ending


def test_the_check_sees_a_picture_that_is_shown_again(machine: VisitedMachine, tmp_path: Path) -> None:
    glass = Glass(tmp_path / "glass")
    fresh, begun = untouched(machine, glass)
    session, _ = machine.come("bcdfghjkl", "kill")
    ink = Ink.of(glass.settled(), begun)
    keeper = subprocess.Popen(
        (sys.executable, "-m", "tests.support.shown_again"),
        cwd=ROOT,
        env=machine.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert keeper.stdin is not None
    assert keeper.stdout is not None
    try:
        assert keeper.stdout.readline() == b"taken\n"
        machine.end(session, "kill")
        machine.next_stands(session)
        assert ink.share_in(glass.settled()) <= NONE
        keeper.stdin.write(b"\n")
        keeper.stdin.flush()
        assert max(glass.during(lambda: ink.share_in(glass.picture()) > ALL, ink.share_in)) > ALL
        assert not np.array_equal(glass.settled(), fresh)
    finally:
        keeper.kill()
        keeper.communicate()
