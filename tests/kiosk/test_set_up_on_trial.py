# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A new set-up is tried beside the old one: kept when it goes well, left when it fails, never mixed, never a stop."""

from pathlib import Path

import pytest

from core import activation
from core.activation import Left
from kiosk.bundles.client import Taken
from kiosk.profile.file import load
from kiosk.profile.in_force import joined, load_in_force
from kiosk.profile.model import Profile
from tests.support.bundle_world import PROFILE, BundleMachine, BundleTown
from tests.support.trying_machine import TryingMachine

SECONDS = 60.0


@pytest.fixture
def world(tmp_path: Path) -> tuple[BundleTown, BundleMachine, Path]:
    town = BundleTown(tmp_path)
    machine = BundleMachine(tmp_path / "machine", town)
    assert machine.use(machine.take(town.public)) == 1
    return town, machine, tmp_path / "run"


World = tuple[BundleTown, BundleMachine, Path]


def lay(town: BundleTown, machine: BundleMachine, lines: str) -> int:
    """Publish a profile with these lines, and lay it ready as the courier would."""
    town.put("profile/profile.toml", PROFILE + lines.encode())
    taken = machine.take(town.public)
    assert isinstance(taken, Taken)
    machine.home.note_good(taken.version)
    return taken.version


def test_a_good_version_is_shown_to_the_next_person_and_counts_after_a_while(world: World) -> None:
    town, machine, folder = world
    with TryingMachine(folder, machine.home) as running:
        assert running.until(lambda: running.shown() == 1, SECONDS) < SECONDS
        new = lay(town, machine, "\n# newer\n")
        assert running.until(lambda: machine.home.activation().active == new, SECONDS) < SECONDS
        assert running.shown() == new
        assert machine.home.activation().before == 1
        assert running.until(lambda: running.started("courier")[-1] == new, SECONDS) < SECONDS


def test_a_visit_that_is_open_keeps_the_version_it_began_with(world: World) -> None:
    town, machine, folder = world
    folder.mkdir()
    (folder / "busy").touch()
    with TryingMachine(folder, machine.home) as running:
        assert running.until(lambda: running.shown() == 1, SECONDS) < SECONDS
        new = lay(town, machine, "\n# newer\n")
        assert running.until(lambda: new in running.started("session"), SECONDS) < SECONDS
        assert running.until(lambda: running.shown() != 1, 4.0) == float("inf")
        assert set(running.started("courier")) == {1}
        (folder / "busy").unlink()
        assert running.until(lambda: running.shown() == new, SECONDS) < SECONDS
        assert running.until(lambda: machine.home.activation().active == new, SECONDS) < SECONDS


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ("\n# session: die\n", Left.DIED),
        ("\n# session: refuse\n", Left.START),
        ("\n# session: die shown\n", Left.DIED),
        ("\n# courier: die\n", Left.DIED),
        ("\n# courier: refuse\n", Left.START),
    ],
)
def test_a_version_that_fails_is_left_and_the_last_good_one_is_shown(
    lines: str, why: Left, world: World
) -> None:
    town, machine, folder = world
    with TryingMachine(folder, machine.home, steady=5.0) as running:
        bad = lay(town, machine, lines)
        assert running.until(lambda: machine.home.activation().was_left(bad), SECONDS) < SECONDS
        assert running.until(lambda: running.shown() == 1, SECONDS) < SECONDS
        assert running.runs
    state = machine.home.activation()
    assert (state.active, state.trial, state.left) == (1, None, ((bad, why),))
    assert not machine.home.files(bad).exists()


def test_where_staff_have_to_say_so_a_version_waits_and_is_left_when_nobody_does(world: World) -> None:
    town, machine, folder = world
    with TryingMachine(folder, machine.home, "staff", patience=60.0) as running:
        new = lay(town, machine, "\n# newer\n")

        def waits() -> bool:
            trial = machine.home.activation().trial
            return trial is not None and trial.well

        assert running.until(waits, SECONDS) < SECONDS
        assert machine.home.activation().active == 1
        machine.home.change(activation.confirmed)
        assert running.until(lambda: machine.home.activation().active == new, SECONDS) < SECONDS
        assert running.until(lambda: running.shown() == new, SECONDS) < SECONDS
        another = lay(town, machine, "\n# newest\n")
        assert running.until(waits, SECONDS) < SECONDS
        machine.home.change(lambda state: activation.shown(state, 1.0))
        assert running.until(lambda: machine.home.activation().was_left(another), SECONDS) < SECONDS
        assert running.until(lambda: running.shown() == new, SECONDS) < SECONDS


def test_what_belongs_to_the_machine_stays_whatever_a_bundle_brings(tmp_path: Path) -> None:
    own, brought = load("town-hall-kiosk"), tmp_path / "profile.toml"
    brought.write_bytes(
        PROFILE.replace(b"ppi = 102", b"ppi = 200")
        .replace(b'name = "Port Amity"', b'name = "New Amity"')
        .replace(b'size = "a4"', b'size = "80mm"')
    )
    assert isinstance(own, Profile)
    found = load_in_force("town-hall-kiosk", str(brought))
    assert isinstance(found, Profile)
    assert found.town.name == "New Amity"
    assert (found.name, found.screen, found.paper, found.key) == (own.name, own.screen, own.paper, own.key)
    assert joined(own, own) == own
    assert load_in_force("town-hall-kiosk", "") == own
