# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a store lies: known before the store itself, and without its libraries."""

import os
import tempfile
from pathlib import Path
from typing import Final

import platformdirs

from kiosk.profile.model import KeySource, Profile

OF_THE_SERVICE: Final = "/var/lib/civic-kiosk"
"""What systemd lets the service write: its account has no home (deploy/systemd/civic-kiosk.service)."""


def folder_of(profile: Profile) -> Path:
    """Where a profile's store lies: its own folder, or the platform's place for it.

    Whose key comes from systemd has that of its service (STATE_DIRECTORY, systemd.exec(5)), also seen from a terminal.
    """
    if profile.store is not None:
        return profile.store
    if profile.key is KeySource.CREDENTIAL:
        return Path(os.environ.get("STATE_DIRECTORY", "") or OF_THE_SERVICE) / profile.name
    return platformdirs.user_data_path("civic-kiosk") / profile.name


def trial_folder() -> Path:
    """A new folder for a store whose key lives in memory only; on tmpfs where the system has one for us."""
    return Path(tempfile.mkdtemp(prefix="civic-kiosk-", dir=_runtime()))


def _runtime() -> str | None:
    place = os.environ.get("XDG_RUNTIME_DIR", "")
    return place if place and Path(place).is_dir() else None
