# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies the settings of a machine to another for its manager: as codes to show, and out of codes that were read."""

import os
from glob import iglob
from pathlib import Path
from typing import Final

from core.code_set import codes_of
from core.errors import Trouble
from core.ports import Clock
from kiosk.bundles.home import BundleHome
from kiosk.profile.file import BadProfile, load
from kiosk.profile.model import Profile

NOTHING: Final = "trouble.no_signed_settings"
PATTERN: Final = "*.kiosk"
"""What `kiosk profile export` writes, by the name that the README gives it."""


def codes_to_show(profile: Profile, store: Path) -> tuple[str, ...] | Trouble:
    """Of the signed file with which the version in use came; else of the newest that lies on a stick."""
    from kiosk.bundles.carried import carried_of  # with all of TUF: for staff only

    home = BundleHome.beside(store)
    content = carried_of(home, home.activation().running) or _on_stick(profile)
    if content is None:
        return Trouble(NOTHING)
    try:
        return codes_of(content)
    except ValueError as problem:
        return Trouble(NOTHING, detail=str(problem))


def take_settings(own: str, store: Path, content: bytes, clock: Clock) -> int | Trouble:
    """The number under which they are tried once nobody is there. `own` is the machine's own profile."""
    from kiosk.bundles.carried import LeftAlone, NotCarried, take_carried

    profile = load(own)
    if isinstance(profile, BadProfile) or profile.bundle is None:
        return LeftAlone(NotCarried.UNTRUSTED).trouble
    outcome = take_carried(BundleHome.beside(store), profile.bundle, profile, content, clock.wall())
    return outcome.trouble if isinstance(outcome, LeftAlone) else outcome


def _on_stick(profile: Profile) -> bytes | None:
    from kiosk.bundles.signed_profile import MOST_FILE_BYTES

    folders = [Path(one) for place in profile.files.folders for one in iglob(os.path.expanduser(place))]
    files = [file for folder in folders if folder.is_dir() for file in folder.glob(PATTERN)]
    for file in sorted(files, key=_changed, reverse=True):
        try:
            with file.open("rb") as opened:
                return opened.read(MOST_FILE_BYTES + 1)
        except OSError:
            continue
    return None


def _changed(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0
