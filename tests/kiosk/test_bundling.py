# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""When a machine asks for its set-up: soon without one, spread out with one, ever more seldom where nobody answers."""

from itertools import pairwise
from pathlib import Path

import pytest

from core.activation import Activation
from kiosk.bundles.home import BundleHome
from kiosk.courier.bundling import Bundling
from kiosk.lanes import InlineLane
from kiosk.profile.file import load
from kiosk.profile.model import BundleSource, Profile


class SteadyClock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 0.0

    def wall(self) -> float:
        return 1_900_000_000.0 + self.now

    def steady(self) -> float:
        return self.now


def asked(folder: Path, seconds: int, caplog: pytest.LogCaptureFixture, *, active: int) -> list[int]:
    """The seconds at which a source was asked that cannot be trusted, because its root is not there."""
    home, clock = BundleHome(folder / "bundles"), SteadyClock()
    home.change(lambda state: Activation(active=active))
    own = load("town-hall-kiosk")
    assert isinstance(own, Profile)
    source = BundleSource("http://127.0.0.1:9/kiosks", folder / "no-root.json", refresh=3_600.0)
    bundling = Bundling(own, source, home, InlineLane(), clock, chance=lambda: 1.0)
    found = []
    for second in range(seconds):
        clock.now = float(second)
        caplog.clear()
        bundling.turn()
        if "cannot be read" in caplog.text:
            found.append(second)
    return found


@pytest.mark.expects_log
def test_a_wish_of_staff_has_the_source_asked_at_once_and_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    BundleHome(tmp_path / "bundles").ask_now()
    assert asked(tmp_path, 900, caplog, active=3)[:2] == [0, 60]
    (tmp_path / "none").mkdir()
    assert asked(tmp_path / "none", 900, caplog, active=3) == []


@pytest.mark.expects_log
@pytest.mark.parametrize(("active", "first"), [(0, 60), (3, 900)])
def test_who_has_a_set_up_waits_longer_and_nobody_asks_a_silent_source_in_step(
    active: int, first: int, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    found = asked(tmp_path, 12_000, caplog, active=active)
    assert found[0] == first
    waits = [after - before for before, after in pairwise(found)]
    assert waits[:6] == [60, 120, 240, 480, 960, 1_920]
    assert set(waits[6:]) == {3_600}
