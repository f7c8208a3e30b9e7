# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What becomes of a new version of the set-up: tried, kept or left again. Values only; nothing is done here.

A version is tried before it counts. It is left by itself when its window does not come, dies, or when nobody has
said in time that it is good; and it is not tried again. The version before the one that counts is never forgotten.
"""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

OWN: Final = 0
"""The version of the machine's own profile, which lies there from the beginning."""

STARTS: Final = 2
"""How often the program may be started with a version on trial: a third start means that the first two went wrong."""

REMEMBERED: Final = 20
"""How many versions that were left are remembered."""


class Confirm(Enum):
    """Who says that a version on trial is good: its health alone, or somebody of staff."""

    HEALTH = "health"
    STAFF = "staff"


class Left(Enum):
    """Why a version was left."""

    CHECK = "check"
    START = "start"
    DIED = "died"
    NOBODY = "nobody"
    RESTARTS = "restarts"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Trial:
    """A version that is being tried. `since` is epoch seconds; `starts` of the program with it; `well` once healthy."""

    version: int
    since: float
    starts: int = 1
    well: bool = False


@dataclass(frozen=True, slots=True)
class Activation:
    """Which version counts, which did before it, which is tried, and which were left, with the reason."""

    active: int = OWN
    before: int = OWN
    trial: Trial | None = None
    left: tuple[tuple[int, Left], ...] = ()

    @property
    def running(self) -> int:
        """The version with which a process is to be started now."""
        return self.trial.version if self.trial is not None else self.active

    @property
    def kept(self) -> frozenset[int]:
        """The versions whose files must stay."""
        return frozenset({self.active, self.before, self.running})

    def was_left(self, version: int) -> bool:
        """Whether it was tried or looked at, and found bad."""
        return any(one == version for one, _ in self.left)


def refused(state: Activation, version: int, why: Left) -> Activation:
    """A version is not to be tried, or not again."""
    trial = None if state.trial is not None and state.trial.version == version else state.trial
    others = tuple(one for one in state.left if one[0] != version)
    return replace(state, trial=trial, left=(*others, (version, why))[-REMEMBERED:])


def begun(state: Activation, version: int, now: float) -> Activation:
    """The trial of a version begins, where it may be tried and none is under way."""
    if state.trial is not None or version == state.active or state.was_left(version):
        return state
    return replace(state, trial=Trial(version, now))


def well(state: Activation, confirm: Confirm) -> Activation:
    """The version on trial has shown a window that went on. Enough where nobody has to say so."""
    if state.trial is None:
        return state
    if confirm is Confirm.HEALTH:
        return confirmed(state)
    return replace(state, trial=replace(state.trial, well=True))


def shown(state: Activation, now: float) -> Activation:
    """The window of the version on trial is before people: the time in which somebody may say so begins."""
    return state if state.trial is None else replace(state, trial=replace(state.trial, since=now))


def damaged(state: Activation, version: int) -> Activation:
    """The files of a version that counts are not what they were: the one before it counts, and it may be taken anew."""
    if state.active != version:
        return state
    return replace(state, active=state.before if state.before != version else OWN, before=OWN, trial=None)


def confirmed(state: Activation) -> Activation:
    """The version on trial counts from now on; the one that counted until now is the one before."""
    if state.trial is None:
        return state
    return replace(state, active=state.trial.version, before=state.active, trial=None)


def gone_back(state: Activation, why: Left) -> Activation:
    """Leave the version on trial."""
    return refused(state, state.trial.version, why) if state.trial is not None else state


def back_to_before(state: Activation) -> Activation:
    """Staff leave the version that counts for the one before it."""
    if state.trial is not None:
        return gone_back(state, Left.STAFF)
    if state.active == state.before:
        return state
    return refused(replace(state, active=state.before, before=OWN), state.active, Left.STAFF)


def started(state: Activation) -> Activation:
    """The program starts. A trial that has seen too many starts is left: the program kept failing with it."""
    if state.trial is None:
        return state
    if state.trial.starts >= STARTS:
        return gone_back(state, Left.RESTARTS)
    return replace(state, trial=replace(state.trial, starts=state.trial.starts + 1))


def passed(state: Activation, now: float, patience: float) -> Activation:
    """Time has passed. A trial that nobody confirmed within `patience` seconds is left, also when the clock jumped."""
    if state.trial is None or 0 <= now - state.trial.since < patience:
        return state
    return gone_back(state, Left.NOBODY)
