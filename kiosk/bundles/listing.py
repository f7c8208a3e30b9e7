# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a verified bundle lists: its files with their lengths and hashes, in bounds, and whose turn it is."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tuf.api.metadata import Metadata, TargetFile, Targets

from core.bundle_rules import EVERYBODY
from kiosk.bundles.contents import LARGEST, MOST_BYTES, MOST_FILES, TOP, giver_of, own_prefix_of, place_of


class BadListError(Exception):
    """The list is signed, and still not one to follow. Says why, for the log."""


@dataclass(frozen=True, slots=True)
class Listed:
    """All files of a bundle by their paths. `share` is the percentage of machines whose turn it is."""

    files: tuple[TargetFile, ...]
    share: int

    @property
    def print(self) -> str:
        """By what the contents are known again, whatever their numbers."""
        lines = "".join(f"{one.path}\n{one.hashes}\n" for one in self.files)
        return hashlib.sha256(lines.encode()).hexdigest()


def roles_of(targets: Targets) -> tuple[str, ...]:
    """To whom the town has handed something over."""
    roles = (targets.delegations.roles or {}) if targets.delegations is not None else {}
    names = tuple(roles)
    if any(giver_of(name) is None for name in names):
        raise BadListError("a role of nobody")
    return names


def read_targets(folder: Path, role: str) -> Targets:
    """What a role has signed, from a folder whose metadata was verified."""
    return Metadata[Targets].from_file(str(folder / f"{role}.json")).signed


def listed(folder: Path) -> Listed:
    """The whole list. Raises `BadListError` for what is out of bounds or out of place."""
    files: dict[str, TargetFile] = {}
    shares = [EVERYBODY]
    town = read_targets(folder, TOP)
    for role in (TOP, *roles_of(town)):
        for path, file in (town if role == TOP else read_targets(folder, role)).targets.items():
            if place_of(path) is None or not path.startswith(own_prefix_of(role)):
                raise BadListError("a file out of place")
            if file.length > LARGEST or "sha256" not in file.hashes:
                raise BadListError("a file too large, or without its SHA-256")
            shares.append(_share(file))
            files.setdefault(path, file)
    if len(files) > MOST_FILES or sum(file.length for file in files.values()) > MOST_BYTES:
        raise BadListError("too many files, or too large together")
    _no_file_is_a_folder(files)
    return Listed(tuple(files[path] for path in sorted(files)), min(shares))


def _share(file: TargetFile) -> int:
    custom = file.custom
    if custom is None:
        return EVERYBODY
    share = custom.get("share") if isinstance(custom, dict) else None
    if type(share) is not int or not 0 <= share <= EVERYBODY:
        raise BadListError("a share that is no percentage")
    return share


def _no_file_is_a_folder(paths: Iterable[str]) -> None:
    known = set(paths)
    for path in known:
        if any(str(above) in known for above in Path(path).parents):
            raise BadListError("a file in the place of a folder")
