# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves a kept version once more from the metadata that lies beside it, and the root that staff gave. No network.

Signatures, lengths and hashes are looked at, not the dates: how old a set-up may be is another question, and a machine
without a network must not lose what it has.
"""

from pathlib import Path

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root, Snapshot, Targets, Timestamp

from kiosk.bundles.contents import PROFILE_FILE, TOP
from kiosk.bundles.home import BundleHome
from kiosk.bundles.listing import BadListError, listed, roles_of
from kiosk.bundles.repository import BadRepositoryError, read_metadata
from kiosk.bundles.signed_profile import PROFILE_PROOF, Unsigned, read_signed


def doubt(home: BundleHome, number: int) -> str:
    """Why a version cannot be believed; empty when everything in it is proved."""
    try:
        if (home.proof(number) / PROFILE_PROOF).is_file():
            return _carried(home, number)
        _prove(home.proof(number), home.root)
        return _files(home, number)
    except (RepositoryError, BadListError, BadRepositoryError) as error:
        return f"the proof does not hold: {type(error).__name__}"
    except OSError as error:
        return f"cannot be read: {error.strerror}"


def proved_root(bootstrap: Path, roots: Path) -> Root:
    """The newest root to which the one that staff gave leads through those in a folder, each signed by the one before.

    BadRepositoryError and RepositoryError where one of them is none.
    """
    root = read_metadata(Root, bootstrap).signed
    while (file := roots / f"{root.version + 1}.root.json").is_file():
        following = read_metadata(Root, file)
        for judge in (root, following.signed):
            judge.verify_delegate(Root.type, following.signed_bytes, following.signatures)
        if following.signed.version != root.version + 1:
            raise RepositoryError("a root in the place of another")
        root = following.signed
    return root


def _carried(home: BundleHome, number: int) -> str:
    """A profile that came by itself, signed as a whole."""
    proof = home.proof(number)
    signed = read_signed((proof / PROFILE_PROOF).read_bytes(), proved_root(home.root, proof / "roots"))
    if isinstance(signed, Unsigned):
        return f"the proof does not hold: {signed.value}"
    folder = home.files(number)
    here = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if not file.is_dir()}
    file = folder / PROFILE_FILE
    if here != {PROFILE_FILE} or file.is_symlink():
        return "files are missing, or were added"
    return "" if file.read_bytes() == signed.profile.encode() else "the profile is another one"


def _prove(folder: Path, bootstrap: Path) -> None:
    root = proved_root(bootstrap, folder / "roots")
    timestamp = read_metadata(Timestamp, folder / "timestamp.json")
    root.verify_delegate(Timestamp.type, timestamp.signed_bytes, timestamp.signatures)
    snapshot = read_metadata(Snapshot, folder / "snapshot.json")
    root.verify_delegate(Snapshot.type, snapshot.signed_bytes, snapshot.signatures)
    if snapshot.signed.version != timestamp.signed.snapshot_meta.version:
        raise RepositoryError("a snapshot of another timestamp")
    town = read_metadata(Targets, folder / f"{TOP}.json")
    root.verify_delegate(TOP, town.signed_bytes, town.signatures)
    _of_snapshot(snapshot.signed, TOP, town)
    for role in roles_of(town.signed):
        targets = read_metadata(Targets, folder / f"{role}.json")
        town.signed.verify_delegate(role, targets.signed_bytes, targets.signatures)
        _of_snapshot(snapshot.signed, role, targets)


def _of_snapshot(snapshot: Snapshot, role: str, targets: Metadata[Targets]) -> None:
    meta = snapshot.meta.get(f"{role}.json")
    if meta is None or meta.version != targets.signed.version:
        raise RepositoryError("a version of another snapshot")


def _files(home: BundleHome, number: int) -> str:
    folder = home.files(number)
    found = listed(home.proof(number))
    here = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if not file.is_dir()}
    if here != {target.path for target in found.files}:
        return "files are missing, or were added"
    for target in found.files:
        place = folder / target.path
        if place.is_symlink():
            return "a link in the place of a file"
        with place.open("rb") as file:
            target.verify_length_and_hashes(file)
    return ""
