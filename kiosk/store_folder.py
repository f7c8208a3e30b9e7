# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a store lies: known before the store itself, and without its libraries."""

import os
import tempfile
from pathlib import Path

import platformdirs

from kiosk.profile.model import Profile


def folder_of(profile: Profile) -> Path:
    """Where a profile's store lies: its own folder, or the platform's place for it."""
    return profile.store or platformdirs.user_data_path("civic-kiosk") / profile.name


def trial_folder() -> Path:
    """A new folder for a store whose key lives in memory only; on tmpfs where the system has one for us."""
    return Path(tempfile.mkdtemp(prefix="civic-kiosk-", dir=_runtime()))


def _runtime() -> str | None:
    place = os.environ.get("XDG_RUNTIME_DIR", "")
    return place if place and Path(place).is_dir() else None
