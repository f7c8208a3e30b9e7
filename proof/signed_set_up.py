# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P30: only signed bundles are taken; whatever is done to them, the machine keeps what it had and goes on."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from unittest.mock import patch

from tuf.api.metadata import Root, TargetFile, Targets

from kiosk.bundles.client import NotTaken, Taken, Why
from kiosk.bundles.evidence import doubt
from proof.bundle_forgeries import FORGERIES, Scene
from proof.bundle_schemes import SCHEMES, Attack
from proof.verdict import Trial, Verdict
from tests.support.bundle_world import PROFILE, BundleMachine, BundleTown

COUNTED_AHEAD = 2


def _forgery(spoil: Callable[[Scene], None]) -> Attack:
    def attack(scene: Scene, machine: BundleMachine) -> Taken | NotTaken:
        spoil(scene)
        return machine.take(scene.public)

    return attack


ATTACKS: dict[str, Attack] = {name: _forgery(spoil) for name, spoil in FORGERIES.items()} | dict(SCHEMES)


@contextmanager
def believing() -> Iterator[None]:
    """The seeded fault: whatever is signed by anybody is believed, and whatever comes is the file."""
    with (
        patch.object(Root, "verify_delegate", lambda *_: None),
        patch.object(Targets, "verify_delegate", lambda *_: None),
        patch.object(TargetFile, "verify_length_and_hashes", lambda *_: None),
    ):
        yield


def prove(trial: Trial) -> Verdict:
    """The whole table `number` times, each attack on a machine that works with a good version."""
    accepted: list[str] = []
    lost: list[str] = []
    stuck: list[str] = []
    longest = 0.0
    for turn in range(trial.number):
        town = BundleTown(trial.folder / str(turn))
        town.keys["old root-1"] = town.keys["root-1"]
        town.rotate()
        old = town.copy(trial.folder / f"{turn}-old")
        town.put("profile/profile.toml", PROFILE + b"\n# newer\n")
        town.put("forms/visit.xml", b"<form>newer</form>", "agency-health")
        for place, (name, attack) in enumerate(ATTACKS.items()):
            machine = BundleMachine(trial.folder / f"{turn}-{place}", town)
            good = machine.use(machine.take(old))
            public = town.copy(trial.folder / f"{turn}-{place}-spoiled")
            began = time.monotonic()
            with believing() if trial.control else nullcontext():
                outcome = attack(Scene(town, public, old), machine)
            longest = max(longest, time.monotonic() - began)
            if isinstance(outcome, Taken):
                accepted.append(name)
            if machine.home.activation().active != good or doubt(machine.home, good):
                lost.append(name)
            if not _goes_on(machine, town):
                stuck.append(name)
    figures = (
        f"attacks {len(ATTACKS)} tried {len(ATTACKS) * trial.number} accepted {len(accepted)} "
        f"last good lost {len(lost)} next not taken {len(stuck)} longest {longest:.1f} s "
        f"{(accepted + lost + stuck)[:4] or ''}"
    )
    return Verdict(not accepted and not lost and not stuck, figures)


def _goes_on(machine: BundleMachine, town: BundleTown) -> bool:
    """Whether the honest newest is there in the end. Whoever stole keys has counted ahead; the town does too."""
    for _ in range(1 + COUNTED_AHEAD):
        outcome = machine.take(town.public)
        if isinstance(outcome, Taken) or outcome.why is Why.SAME:
            return True
        town.sign_all()
    return False
