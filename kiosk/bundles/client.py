# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes a bundle from its source: verified by The Update Framework, whole, with the metadata that proved it.

Whatever goes wrong, what the machine has stays as it is.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Final

from filelock import FileLock
from tuf.api.exceptions import DownloadError, ExpiredMetadataError, RepositoryError
from tuf.api.metadata import TargetFile, Timestamp
from tuf.ngclient import FetcherInterface, Updater, UpdaterConfig

from core.bundle_rules import clock_is_wrong, takes_part
from kiosk.bundles.contents import TOP, Kind, own_prefix_of
from kiosk.bundles.home import BundleHome
from kiosk.bundles.laying import keep_roots, lay
from kiosk.bundles.listing import BadListError, Listed, listed, read_targets, roles_of
from kiosk.bundles.repository import FILES, METADATA, BadRepositoryError, made_at, read_metadata
from offline_cache.private_files import private_folder

BUILT: Final = Path(__file__).stat().st_mtime
"""When this program was made, at the latest: a clock before that is wrong."""

CONFIG: Final = UpdaterConfig(max_delegations=64, root_max_length=100_000, snapshot_max_length=200_000)


class Why(Enum):
    """Why nothing new was taken. `CLOCK`: this machine's clock cannot be right; `TURN`: others take it first."""

    SAME = "same"
    TURN = "turn"
    CLOCK = "clock"
    UNREACHABLE = "unreachable"
    EXPIRED = "expired"
    REFUSED = "refused"
    DISK = "disk"


@dataclass(frozen=True, slots=True)
class NotTaken:
    """What the machine has stays. `detail` is for the log: the name of an error."""

    why: Why
    detail: str = ""

    @property
    def proved(self) -> bool:
        """Whether the source has proved that it has nothing for this machine now."""
        return self.why in (Why.SAME, Why.TURN)


@dataclass(frozen=True, slots=True)
class Taken:
    """A new version lies in its place, proved and whole; nothing uses it yet."""

    version: int
    files: int


@dataclass(frozen=True, slots=True)
class Source:
    """Where a bundle comes from: the address of its `public` folder, and the way to it.

    `date` gives the latest time that the source's server named over verified TLS; 0 where there is none.
    """

    address: str
    fetcher: FetcherInterface
    date: Callable[[], float] = lambda: 0.0


def refresh(home: BundleHome, source: Source, now: float, built: float = BUILT) -> Taken | NotTaken:
    """Ask the source once, and keep what is new. `now` is this machine's clock (epoch seconds)."""
    if clock_is_wrong(now, (built, home.seen().made)):
        return NotTaken(Why.CLOCK, "before what is proved to have been")
    try:
        private_folder(home.metadata)
        with FileLock(str(home.folder / "refresh.lock"), mode=0o600):
            return _refreshed(home, source, now)
    except ExpiredMetadataError as error:
        wrong = clock_is_wrong(now, (source.date(),))
        return NotTaken(Why.CLOCK if wrong else Why.EXPIRED, type(error).__name__)
    except (BadListError, BadRepositoryError, RepositoryError) as error:
        return NotTaken(
            Why.REFUSED, f"{type(error).__name__}: {error}" if _ours(error) else type(error).__name__
        )
    except DownloadError as error:
        return NotTaken(Why.UNREACHABLE, type(error).__name__)
    except OSError as error:
        return NotTaken(Why.DISK, error.strerror or "")


def _ours(error: Exception) -> bool:
    """Whether an error's text is ours: another's can quote what the source sent."""
    return isinstance(error, BadListError)


def _refreshed(home: BundleHome, source: Source, now: float) -> Taken | NotTaken:
    updater = Updater(
        str(home.metadata),
        f"{source.address}/{METADATA}/",
        str(home.folder),
        f"{source.address}/{FILES}/",
        source.fetcher,
        CONFIG,
        bootstrap=home.root.read_bytes(),
    )
    updater.refresh()
    if clock_is_wrong(now, (source.date(),)):
        return NotTaken(Why.CLOCK, "before the server's time")
    town = read_targets(home.metadata, TOP)
    for role in roles_of(town):
        # Asking for any name of a role has its metadata fetched and verified.
        updater.get_targetinfo(f"{own_prefix_of(role)}{Kind.MEDIA.value}/-")
    found = listed(home.metadata)
    timestamp = read_metadata(Timestamp, home.metadata / "timestamp.json").signed
    outcome = _take(home, updater, found)
    if isinstance(outcome, Taken) or outcome.proved:
        home.note_seen(now, made_at(timestamp))
    return outcome


def _take(home: BundleHome, updater: Updater, found: Listed) -> Taken | NotTaken:
    state = home.activation()
    if any(home.print_of(number) == found.print for number in home.numbers()):
        return NotTaken(Why.SAME)
    if not takes_part(home.device(), found.share):
        return NotTaken(Why.TURN)

    def fill(unfinished: Path) -> None:
        for target in found.files:
            here = home.files(state.running) / target.path
            _fetch(updater, target, unfinished / "files" / target.path, here)
        _keep_proof(home.metadata, unfinished / "proof")

    return Taken(lay(home, found.print, len(found.files), fill), len(found.files))


def _fetch(updater: Updater, target: TargetFile, to: Path, here: Path) -> None:
    """From the version in use where that has the same file, else from the source; verified in both cases."""
    info = updater.get_targetinfo(target.path)
    if info is None or info.hashes != target.hashes:
        raise BadListError("a file that its role may not give")
    private_folder(to.parent)
    if updater.find_cached_target(info, str(here)) is not None:
        shutil.copyfile(here, to)
        if updater.find_cached_target(info, str(to)) is not None:
            return
    updater.download_target(info, str(to))


def _keep_proof(metadata: Path, to: Path) -> None:
    keep_roots(metadata, to)
    roles = roles_of(read_targets(metadata, TOP))
    for name in ("timestamp", "snapshot", TOP, *roles):
        shutil.copyfile(metadata / f"{name}.json", to / f"{name}.json")
