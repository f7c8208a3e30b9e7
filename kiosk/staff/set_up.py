# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at the set-up of a machine for its staff: how old it may be, and whether it can be changed here."""

import os
from pathlib import Path

from core.bundle_rules import Freshness, freshness
from core.staff.set_up_state import SetUpState
from kiosk.bundles.home import BundleHome
from kiosk.profile.model import Profile


def set_up_state(profile: Profile, name: str, store: Path, now: float) -> SetUpState:
    """`name` is the machine's own profile as its start was told, `store` the folder of its stores."""
    stale = profile.bundle is not None and is_stale(BundleHome.beside(store), now)
    if profile.bundle is None:
        return SetUpState(stale, can_be_changed(name))
    home = BundleHome.beside(store)
    state, ready = home.activation(), home.ready() or 0
    tried = state.trial.version if state.trial is not None else 0
    newest = max(home.numbers(), default=0)
    return SetUpState(
        stale,
        can_be_changed(name),
        copies=True,
        version=state.running,
        looked=home.seen().at,
        asks=bool(profile.bundle.address),
        ready=ready if ready != tried else 0,
        tried=tried,
        left=newest if state.was_left(newest) else 0,
    )


def is_stale(home: BundleHome, now: float) -> bool:
    """Whether the source was not seen for thirty days. A machine that began to trust one later is not late yet."""
    try:
        began = home.root.stat().st_mtime
    except OSError:
        return False
    return freshness(max(home.seen().at, began), now) is Freshness.STALE


def can_be_changed(name: str) -> bool:
    """Whether this process may write the file; what is shipped is nobody's, and a locked machine's is root's."""
    file = Path(name)
    return file.is_file() and os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)
