# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What staff see and say of the set-up that this machine takes."""

import time
from datetime import UTC, datetime
from pathlib import Path

from core import activation as a
from core.bundle_rules import Freshness, freshness
from kiosk.bundles.client import NotTaken, Source, refresh
from kiosk.bundles.home import BundleHome
from kiosk.bundles.looking import look_through, trust
from kiosk.bundles.stick import BASE, FolderFetcher
from kiosk.command_line.endings import Status, stop
from kiosk.profile.model import BundleSource, Profile
from kiosk.store_folder import folder_of

WORDS = {
    Freshness.FRESH: "lately",
    Freshness.OLD: "more than a week ago: look at the network, or bring a newer one on a stick",
    Freshness.STALE: "more than thirty days ago, or never: this set-up may be out of date",
}
LEFT = {
    a.Left.CHECK: "it has faults",
    a.Left.START: "its window did not come",
    a.Left.DIED: "one of its processes died",
    a.Left.NOBODY: "nobody confirmed it in time",
    a.Left.RESTARTS: "the program was started again and again with it",
    a.Left.STAFF: "staff went back",
}


def take(profile: Profile, folder: Path) -> int:
    """From a stick: verified, looked through, and laid ready."""
    home, source = home_of(profile)
    try:
        trust(home, source)
    except OSError as problem:
        stop(f"{source.root}: {problem.strerror}", Status.WRONG_USE)
    outcome = refresh(home, Source(BASE, FolderFetcher(folder)), time.time())
    if isinstance(outcome, NotTaken) and not outcome.proved:
        stop(f"{folder}: not taken: {outcome.why.value} {outcome.detail}".rstrip(), Status.REFUSED)
    number = home.unchecked()
    if number is None:
        print("nothing new: this machine has what lies there, or it is not this machine's turn")
        return int(Status.DONE)
    wrong = look_through(home, number, profile)
    if wrong:
        home.change(lambda state: a.refused(state, number, a.Left.CHECK))
        stop(wrong, Status.REFUSED)
    home.note_good(number)
    print(f"version {number} is proved and whole; the running program tries it when nobody is there")
    return int(Status.DONE)


def status(profile: Profile) -> int:
    """Versions, dates and reasons; status 1 while something waits for staff or is out of date."""
    home, _ = home_of(profile)
    state, seen = home.activation(), home.seen()
    print(f"counts: {_named(state.active)}; before it: {_named(state.before)}")
    trial = state.trial
    if trial is not None:
        print(
            f"on trial: {_named(trial.version)} since {_date(trial.since)}; `kiosk bundle confirm` keeps it"
        )
    for version, why in state.left:
        print(f"left: version {version}, because {LEFT[why]}")
    age = freshness(seen.at, time.time())
    print(f"source last seen: {_date(seen.at) if seen.at else 'never'}, {WORDS[age]}")
    return int(Status.NOT_DONE if trial is not None or age is not Freshness.FRESH else Status.DONE)


def confirm(profile: Profile) -> int:
    """The version on trial counts from now on."""
    home, _ = home_of(profile)
    trial = home.activation().trial
    if trial is None:
        stop("no version is on trial", Status.WRONG_USE)
    if not trial.well:
        stop(f"{_named(trial.version)} has not shown a window for long enough yet; try again in a minute")
    print(f"counts: {_named(home.change(a.confirmed).active)}")
    return int(Status.DONE)


def back(profile: Profile) -> int:
    """Leave what is tried, or what counts."""
    home, _ = home_of(profile)
    print(f"counts: {_named(home.change(a.back_to_before).active)}")
    return int(Status.DONE)


def home_of(profile: Profile) -> tuple[BundleHome, BundleSource]:
    """Where a machine keeps its versions, and whom it trusts; ends where it trusts nobody."""
    if profile.bundle is None:
        stop(f"{profile.name}: has no [bundle] with a root to trust", Status.WRONG_USE)
    return BundleHome.beside(folder_of(profile)), profile.bundle


def _named(version: int) -> str:
    return "the machine's own profile" if version == a.OWN else f"version {version}"


def _date(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%d %H:%M UTC")
