# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P31: whatever wrong set-up is signed, a machine is back at the last good one within a minute, and goes on."""

import time
from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import Final

from core import activation
from core.activation import Left
from kiosk.bundles.client import Taken
from kiosk.bundles.evidence import doubt
from kiosk.bundles.looking import look_through
from kiosk.profile.file import load
from kiosk.profile.model import Profile
from proof.verdict import Trial, Verdict
from proof.wrong_profiles import WRONG_FILES, wrong_profiles
from tests.support.bundle_world import PROFILE, BundleMachine, BundleTown
from tests.support.trying_machine import TryingMachine

LONGEST: Final = 60.0
PROCESSES_EACH: Final = 8
"""One in so many passes every look, and goes wrong in a process that was started with it."""

FAILING: Final = (
    "# session: die",
    "# session: die shown",
    "# courier: refuse",
    "# session: refuse",
    "# courier: die",
    "# session: freeze shown",
    "# session: hang",
)


def prove(trial: Trial) -> Verdict:
    """`number` signed set-ups. The seeded fault looks nothing through, and takes what it is given for good."""
    town = BundleTown(trial.folder)
    machine = BundleMachine(trial.folder / "machine", town)
    good = machine.use(machine.take(town.public))
    own = load("town-hall-kiosk")
    assert isinstance(own, Profile)
    if faulty := look_through(machine.home, good, own):
        raise RuntimeError(f"the good set-up is none: {faulty}")
    longest, wrong, tried = 0.0, [], 0
    with TryingMachine(trial.folder / "run", machine.home, steady=20.0, fault=trial.control) as running:
        running.until(lambda: running.shown() == good, LONGEST)
        for name, path, content in islice(_set_ups(trial.number), trial.number):
            _publish(town, path, content)
            began = time.monotonic()
            taken = machine.take(town.public)
            assert isinstance(taken, Taken), taken
            fault = "" if trial.control else look_through(machine.home, taken.version, own)
            if fault:
                machine.home.change(partial(activation.refused, version=taken.version, why=Left.CHECK))
            else:
                tried += 1
                machine.home.note_good(taken.version)
            took = _back(running, machine, taken.version, good, began)
            longest = max(longest, took)
            if took > LONGEST or doubt(machine.home, good):
                wrong.append(name)
            if trial.control or not running.runs:
                break
    figures = (
        f"set-ups {trial.number} tried in processes {tried} not left in {LONGEST:.0f} s {len(wrong)} "
        f"longest {longest:.1f} s {wrong[:3] or ''}"
    )
    return Verdict(not wrong and _good_counts(machine, good), figures)


def _good_counts(machine: BundleMachine, good: int) -> bool:
    """Whether the good version still counts."""
    state = machine.home.activation()
    return state.active == good and state.trial is None


def _back(running: TryingMachine, machine: BundleMachine, version: int, good: int, began: float) -> float:
    """Seconds until the version was left and a window of the good one is shown; infinite when it is not."""

    def counts() -> bool:
        return machine.home.activation().active == version

    def back() -> bool:
        state = machine.home.activation()
        return state.was_left(version) and state.running == good and running.shown() == good

    waited = running.until(lambda: back() or counts(), LONGEST)
    return float("inf") if counts() or waited == float("inf") else time.monotonic() - began


def _set_ups(seed: int) -> Iterator[tuple[str, str, bytes]]:
    """What is wrong, where, and what stands there: profiles, then other files, then what fails when it runs."""
    profiles = wrong_profiles(seed)
    failing = others = 0
    number = 0
    while True:
        number += 1
        if number % PROCESSES_EACH == 0:
            line = FAILING[failing % len(FAILING)]
            failing += 1
            yield line, "profile/profile.toml", PROFILE + f"\n{line}\n# {number}\n".encode()
        elif number % PROCESSES_EACH == 4:
            path, content = WRONG_FILES[others % len(WRONG_FILES)]
            others += 1
            yield path, path, content + b" " * others
        else:
            name, content = next(profiles)
            yield name, "profile/profile.toml", content + f"\n# {number}\n".encode()


def _publish(town: BundleTown, path: str, content: bytes) -> None:
    """Only this is wrong: everything else is as it was in the good version."""
    contents = town.repository.contents("targets")
    for file in sorted(contents.rglob("*"), reverse=True):
        if file.is_file() and file != contents / "profile/profile.toml":
            file.unlink()
    (contents / "profile/profile.toml").write_bytes(PROFILE)
    town.put(path, content)
