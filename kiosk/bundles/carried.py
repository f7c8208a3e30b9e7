# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes a signed profile that somebody carried here: proved, read as a start would, laid ready to be tried.

Whatever is wrong with it, what the machine has stays as it is. Once it is laid ready, the running program tries it as
it tries a bundle, and goes back by itself.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Final

from filelock import FileLock
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Root, Timestamp

from core import activation as a
from core.bundle_rules import clock_is_wrong
from core.errors import Trouble
from kiosk.bundles.client import BUILT
from kiosk.bundles.contents import PROFILE_FILE
from kiosk.bundles.evidence import proved_root
from kiosk.bundles.home import BundleHome
from kiosk.bundles.laying import HISTORY, keep_roots, lay
from kiosk.bundles.looking import look_through, trust
from kiosk.bundles.repository import BadRepositoryError, made_at, read_metadata
from kiosk.bundles.signed_profile import PROFILE_PROOF, SignedProfile, Unsigned, is_newer, read_signed
from kiosk.profile.model import BundleSource, Profile
from kiosk.version import VERSION
from offline_cache.private_files import private_folder, write_whole


class NotCarried(Enum):
    """Why a machine did not take a profile. The first three are what the file is, the others what the machine has."""

    TORN = "torn"
    FOREIGN = "foreign"
    NEWER = "newer"
    UNSAFE = "unsafe"
    OLDER = "older"
    SAME = "same"
    MORE = "more"
    CLOCK = "clock"
    UNTRUSTED = "untrusted"
    DISK = "disk"


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """Nothing has changed. `detail` is for who made the profile, or for who looks after the disk."""

    why: NotCarried
    detail: str = ""

    @property
    def trouble(self) -> Trouble:
        """The same in words for people."""
        key = DISK if self.why is NotCarried.DISK else f"trouble.set_up.{self.why.value}"
        return Trouble(key, detail=self.detail)


DISK: Final = "trouble.profile_not_saved"
OF_FILE: Final = {
    Unsigned.TORN: NotCarried.TORN,
    Unsigned.FOREIGN: NotCarried.FOREIGN,
    Unsigned.NEWER: NotCarried.NEWER,
}


def take_carried(
    home: BundleHome,
    source: BundleSource,
    own: Profile,
    content: bytes,
    now: float,
    built: float = BUILT,
) -> int | LeftAlone:
    """The number under which it is tried next. `now` is this machine's clock (epoch seconds)."""
    try:
        trust(home, source)
        with FileLock(str(home.folder / "refresh.lock"), mode=0o600):
            return _taken(home, own, content, now, built)
    except OSError as problem:
        away = not source.root.is_file()
        return LeftAlone(NotCarried.UNTRUSTED if away else NotCarried.DISK, problem.strerror or "")
    except (RepositoryError, BadRepositoryError):
        return LeftAlone(NotCarried.UNTRUSTED, source.root.name)


def _taken(home: BundleHome, own: Profile, content: bytes, now: float, built: float) -> int | LeftAlone:
    root: Root = proved_root(home.root, home.metadata / HISTORY)
    found = read_signed(content, root)
    if isinstance(found, Unsigned):
        return LeftAlone(OF_FILE[found])
    if clock_is_wrong(now, (built, home.seen().made, found.made)):
        return LeftAlone(NotCarried.CLOCK)
    if (why := _beside_what_runs(home, found, content)) is not None:
        return LeftAlone(why)
    number = lay(home, print_of(content), 1, _filling(home, found, content))
    wrong = look_through(home, number, own)
    if wrong:
        home.change(lambda state: a.refused(state, number, a.Left.CHECK))
        newer = is_newer(found.program, VERSION)
        return LeftAlone(NotCarried.NEWER if newer else NotCarried.UNSAFE, wrong)
    home.note_good(number)
    home.note_seen(now, found.made)
    return number


def print_of(content: bytes) -> str:
    """By what a signed profile is known again."""
    return hashlib.sha256(content).hexdigest()


def carried_of(home: BundleHome, number: int) -> bytes | None:
    """The signed file with which a version came; None where it came otherwise."""
    try:
        return (home.proof(number) / PROFILE_PROOF).read_bytes()
    except OSError:
        return None


def _beside_what_runs(home: BundleHome, found: SignedProfile, content: bytes) -> NotCarried | None:
    """Why this is nothing for a machine with this set-up."""
    state = home.activation()
    if state.running == a.OWN:
        return None
    if home.print_of(state.running) == print_of(content):
        return NotCarried.SAME
    files = home.files(state.running)
    if any(one.is_file() and one.relative_to(files).as_posix() != PROFILE_FILE for one in files.rglob("*")):
        # A profile alone would take away the forms, languages and voices that came with the one before.
        return NotCarried.MORE
    return NotCarried.OLDER if found.made < _made(home, state.running) else None


def _made(home: BundleHome, number: int) -> float:
    """When the version in use was made."""
    proof = home.proof(number)
    root = proved_root(home.root, proof / "roots")
    if (content := carried_of(home, number)) is not None:
        before = read_signed(content, root)
        return float(before.made) if isinstance(before, SignedProfile) else 0.0
    return made_at(read_metadata(Timestamp, proof / "timestamp.json").signed)


def _filling(home: BundleHome, found: SignedProfile, content: bytes) -> Callable[[Path], None]:
    def fill(unfinished: Path) -> None:
        file = unfinished / "files" / PROFILE_FILE
        private_folder(file.parent)
        write_whole(file, found.profile.encode())
        keep_roots(home.metadata, unfinished / "proof")
        write_whole(unfinished / "proof" / PROFILE_PROOF, content)

    return fill
