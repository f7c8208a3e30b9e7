# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The folder in which a bundle is made: what is published, what waits for signatures, the contents and the keys.

`public/` is what is carried to a web server, an object store or a stick. The rest never leaves the place of signing.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, TypeVar

from securesystemslib.exceptions import StorageError
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root, Snapshot, Targets, Timestamp

from kiosk.bundles.contents import TOP, giver_of, prefix
from offline_cache.private_files import write_whole

METADATA: Final = "metadata"
FILES: Final = "targets"
READABLE: Final = 0o644
MADE: Final = "made"
"""Our own member of a timestamp: when it was made (ISO 8601). A clock before that is wrong."""

LIVES: Final = {
    Root.type: timedelta(days=400),
    Targets.type: timedelta(days=400),
    Snapshot.type: timedelta(days=30),
    Timestamp.type: timedelta(days=7),
}
"""How long each holds (`reliability.md` B8). The timestamp is made anew at least every few days."""


T = TypeVar("T", Root, Targets, Snapshot, Timestamp)


class BadRepositoryError(Exception):
    """The folder cannot be used as it is. Says what is wrong, for whoever signs."""


@dataclass(frozen=True, slots=True)
class Repository:
    """One folder of a bundle."""

    folder: Path

    @property
    def keys(self) -> Path:
        """Where the private keys lie, closed by passphrases."""
        return self.folder / "keys"

    @property
    def public(self) -> Path:
        """What is published."""
        return self.folder / "public"

    def contents(self, role: str) -> Path:
        """What a role is to sign next."""
        return self.folder / "contents" / role

    def draft(self, role: str) -> Path:
        """Metadata of a role that is not published yet."""
        return self.folder / "draft" / f"{role}.json"

    def latest(self, role: str) -> Path | None:
        """The newest published metadata of a role."""
        if role == Timestamp.type:
            file = self.public / METADATA / "timestamp.json"
            return file if file.is_file() else None
        found = {
            int(file.name.partition(".")[0]): file
            for file in (self.public / METADATA).glob(f"*.{role}.json")
            if file.name.partition(".")[0].isdigit()
        }
        return found[max(found)] if found else None

    def root(self) -> Metadata[Root]:
        """The published root."""
        return self._read(Root, Root.type)

    def targets(self, role: str = TOP) -> Metadata[Targets]:
        """What a role has published."""
        return self._read(Targets, role)

    def snapshot(self) -> Metadata[Snapshot]:
        """The published snapshot."""
        return self._read(Snapshot, Snapshot.type)

    def timestamp(self) -> Metadata[Timestamp]:
        """The published timestamp."""
        return self._read(Timestamp, Timestamp.type)

    def roles(self) -> tuple[str, ...]:
        """The town's own role, and everybody's to whom it handed something over."""
        delegations = self.targets().signed.delegations
        return (TOP, *(delegations.roles or {} if delegations is not None else {}))

    def _read(self, kind: type[T], role: str) -> Metadata[T]:
        file = self.latest(role)
        if file is None:
            raise BadRepositoryError(
                f"{self.folder}: nothing is published of {role}; `kiosk bundle init` begins"
            )
        return read_metadata(kind, file)


def read_metadata(kind: type[T], file: Path) -> Metadata[T]:
    """Metadata of a kind from a file, without a look at its signatures."""
    try:
        metadata: Metadata[T] = Metadata[T].from_file(str(file))
    except (RepositoryError, StorageError) as problem:
        raise BadRepositoryError(f"{file}: {problem}") from None
    if not isinstance(metadata.signed, kind):
        raise BadRepositoryError(f"{file}: is no {kind.type}")
    return metadata


def write_public(path: Path, content: bytes) -> None:
    """Put a file where a web server may read it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, content)
    path.chmod(READABLE)


def expires(kind: str) -> datetime:
    """When metadata of a kind that is made now ends; whole seconds, as TUF writes them."""
    return (datetime.now(UTC) + LIVES[kind]).replace(microsecond=0)


def made_at(timestamp: Timestamp) -> float:
    """When a timestamp was made, as it says itself; 0 where it does not."""
    try:
        return datetime.fromisoformat(str(timestamp.unrecognized_fields.get(MADE, ""))).timestamp()
    except (ValueError, OverflowError):
        return 0.0


def own_prefix(role: str) -> str:
    """What stands before the paths of a role."""
    if role == TOP:
        return ""
    found = giver_of(role)
    if found is None:
        raise BadRepositoryError(f"{role}: no such role; `kiosk bundle delegate` makes one")
    return prefix(*found)
