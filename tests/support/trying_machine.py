# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A supervisor in a process of its own that keeps to the bundles of a folder, with children that do as profiles say."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from kiosk.bundles.home import BundleHome

ROOT = Path(__file__).parents[2]
RUN = """
import sys
from functools import partial
from pathlib import Path
from core import activation
from kiosk import children, link, set_up, supervisor
from kiosk.bundles.home import BundleHome
from kiosk.profile.model import BundleSource
folder, home, confirm, patience, steady, fault = sys.argv[1:]
supervisor.SPARE_AFTER = 0.05
set_up.STEADY = float(steady)
if fault:
    set_up.a.begun = lambda state, version, now: activation.Activation(version, state.active)
source = BundleSource("", Path("root.json"), confirm=activation.Confirm(confirm), patience=float(patience))
child = (sys.executable, "-m", "tests.support.trying_child")
order = link.Order(profile="town-hall-kiosk", folder="", keys={}, trial=False)
session, courier = (partial(children.start, (*child, role, folder)) for role in ("session", "courier"))
kept = supervisor.Supervisor(order, order, session, courier, lambda refusal: print(refusal.key, flush=True),
                             set_up=set_up.SetUp(source, BundleHome(Path(home))))
sys.exit(kept.run())
"""


class TryingMachine:
    """Use as a context. `fault` has it take every version at once and for good."""

    def __init__(
        self,
        folder: Path,
        home: BundleHome,
        confirm: str = "health",
        patience: float = 900.0,
        steady: float = 1.0,
        *,
        fault: bool = False,
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.home = folder, home
        self._words = (
            str(folder),
            str(home.folder),
            confirm,
            str(patience),
            str(steady),
            "fault" if fault else "",
        )

    def __enter__(self) -> Self:
        self.process = subprocess.Popen(
            (sys.executable, "-c", RUN, *self._words),
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(20)

    @property
    def runs(self) -> bool:
        """Whether the program is still there."""
        return self.process.poll() is None

    def heard(self) -> list[list[str]]:
        """What the children were told: role, process, what."""
        file = self.folder / "heard"
        return [line.split() for line in file.read_text().splitlines()] if file.exists() else []

    def started(self, role: str) -> list[int]:
        """The versions with which children of a role were started, in their order."""
        return [int(line[3]) for line in self.heard() if line[0] == role and line[2] == "order"]

    def shown(self) -> int:
        """The version of the window that was shown last; -1 before the first."""
        versions = {line[1]: int(line[3]) for line in self.heard() if line[2] == "order"}
        windows = [line[1] for line in self.heard() if line[2] == "shown"]
        return versions[windows[-1]] if windows else -1

    def until(self, true: Callable[[], bool], seconds: float) -> float:
        """How long it took; infinite when it did not become true in time, or the program ended."""
        began = time.monotonic()
        while not true():
            if time.monotonic() - began > seconds or not self.runs:
                return float("inf")
            time.sleep(0.05)
        return time.monotonic() - began
