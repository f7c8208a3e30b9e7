# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which version of the set-up processes are started with, and how a trial goes: for the supervisor, on its thread."""

import logging
import time
from collections.abc import Callable
from typing import Final, Protocol

from core import activation as a
from core.activation import Activation, Confirm, Left
from kiosk.bundles.home import BundleHome, brought_by

log = logging.getLogger("kiosk.set_up")

LOOK_EVERY: Final = 1.0
"""Seconds between two looks at what the courier has laid there and what staff have said."""

START_WITHIN: Final = 40.0
"""Seconds in which a process of a version on trial must be prepared."""

STEADY: Final = 10.0
"""Seconds that a window of a version on trial must go on after it was shown."""


class Tried(Protocol):
    """How a new version is tried, as a profile says it (`profile.model.BundleSource`)."""

    @property
    def confirm(self) -> Confirm:
        """Who says that it is good."""

    @property
    def patience(self) -> float:
        """Seconds that this is waited for."""


class SetUp:
    """Carries a trial through. A version is what a child was started with; 0 is the machine's own profile."""

    look_every: Final = LOOK_EVERY

    def __init__(
        self,
        source: Tried,
        home: BundleHome,
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        self._source = source
        self._home = home
        self._wall = wall
        self._steady = steady
        self._looked = -LOOK_EVERY
        self._begun = steady()
        self._prepared = False
        self._shown: float | None = None
        self._state = home.change(a.started)

    @property
    def version(self) -> int:
        """With which a process is to be started now."""
        return self._state.running

    @property
    def brought(self) -> str:
        """That version's profile, for an order."""
        return brought_by(self._home.profile(self.version))

    def turn(self) -> None:
        """Time passes: begin a trial of what lies ready, and end one that went well or took too long."""
        now = self._steady()
        if now - self._looked < LOOK_EVERY:
            return
        self._looked = now
        self._take_in(self._home.activation())
        trial = self._state.trial
        if trial is None:
            self._begin()
        elif not self._prepared and now - self._begun > START_WITHIN:
            self._leave(Left.START)
        elif self._shown is not None and not trial.well and now - self._shown >= STEADY:
            self._change(lambda state: a.well(state, self._source.confirm))
        elif self._shown is not None:
            self._change(lambda state: a.passed(state, self._wall(), self._source.patience))

    def prepared(self, version: int) -> None:
        """A child of that version is ready."""
        if self._is_tried(version):
            self._prepared = True

    def shown(self, version: int) -> None:
        """A window of that version is before people: from now on somebody can say that it is good."""
        if self._is_tried(version) and self._shown is None:
            self._prepared, self._shown = True, self._steady()
            now = self._wall()
            self._change(lambda state: a.shown(state, now))

    def failed(self, version: int, why: Left) -> bool:
        """A child of that version died or refused to work. Whether that was a trial, which is over now."""
        if not self._is_tried(version):
            return False
        self._leave(why)
        return True

    def _is_tried(self, version: int) -> bool:
        trial = self._state.trial
        return trial is not None and trial.version == version

    def _begin(self) -> None:
        ready = self._home.ready()
        if ready is not None:
            now = self._wall()
            self._change(lambda state: a.begun(state, ready, now))

    def _leave(self, why: Left) -> None:
        self._change(lambda state: a.gone_back(state, why))

    def _change(self, step: Callable[[Activation], Activation]) -> None:
        self._take_in(self._home.change(step))

    def _take_in(self, state: Activation) -> None:
        before, self._state = self._state, state
        if before.running != state.running:
            self._begun, self._prepared, self._shown = self._steady(), False, None
            log.warning("set-up: version %d in the place of %d", state.running, before.running)
