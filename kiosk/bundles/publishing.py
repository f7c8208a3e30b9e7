# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Publishes what was signed: every draft whose signatures suffice, with a new snapshot and timestamp, or nothing."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from securesystemslib.signer import CryptoSigner
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, MetaFile, Root, Signed, Snapshot, TargetFile, Targets, Timestamp

from kiosk.bundles.contents import TOP, place_of
from kiosk.bundles.repository import (
    FILES,
    MADE,
    METADATA,
    BadRepositoryError,
    Repository,
    expires,
    own_prefix,
    read_metadata,
    write_public,
)

Open = Callable[[str], CryptoSigner]
"""Opens the private key of that name: it asks somebody for the passphrase."""


def contents(repository: Repository, role: str) -> Iterator[tuple[str, Path]]:
    """The files that a role is to sign, by their paths in the bundle."""
    folder, before = repository.contents(role), own_prefix(role)
    for file in sorted(folder.rglob("*")):
        path = before + file.relative_to(folder).as_posix()
        if file.is_symlink() or (file.is_file() and place_of(path) is None):
            raise BadRepositoryError(f"{file}: has no place in a bundle")
        if file.is_file():
            yield path, file


def publish(repository: Repository, open_key: Open) -> tuple[str, ...]:
    """Look at everything first, then write: what a machine finds is always one whole state. Returns the roles."""
    root = _next_root(repository)
    drafts = {role: read_metadata(Targets, repository.draft(role)) for role in _drafted(repository)}
    town = drafts[TOP] if TOP in drafts else repository.targets()
    judge = root.signed if root is not None else repository.root().signed
    for role, targets in drafts.items():
        _signed_for(judge if role == TOP else town.signed, targets, role)
    versions = {name.removesuffix(".json"): meta for name, meta in repository.snapshot().signed.meta.items()}
    versions |= {role: MetaFile(targets.signed.version) for role, targets in drafts.items()}
    handed_over = (town.signed.delegations.roles or {}) if town.signed.delegations is not None else {}
    if silent := [role for role in handed_over if role not in versions]:
        raise BadRepositoryError(
            f"{', '.join(silent)}: has signed nothing yet, and every machine would wait for it"
        )
    if root is not None:
        put(repository, root, Root.type)
    for role, targets in drafts.items():
        for path, file in contents(repository, role):
            if path in targets.signed.targets:
                _put_file(repository, targets.signed.targets[path], file.read_bytes())
        put(repository, targets, role)
    seal(repository, versions, open_key)
    published = ([Root.type] if root is not None else []) + list(drafts)
    for role in published:
        repository.draft(role).unlink()
    return tuple(published)


def _next_root(repository: Repository) -> Metadata[Root] | None:
    """The next root, signed by enough of the old one's keys and of its own; None where none waits."""
    if not repository.draft(Root.type).is_file():
        return None
    root = read_metadata(Root, repository.draft(Root.type))
    for judge in (repository.root().signed, root.signed):
        _signed_for(judge, root, Root.type)
    return root


def _signed_for(judge: Root | Targets, metadata: "Metadata[Root] | Metadata[Targets]", role: str) -> None:
    try:
        judge.verify_delegate(role, metadata.signed_bytes, metadata.signatures)
    except (RepositoryError, ValueError) as problem:
        raise BadRepositoryError(f"{role}: is not signed as it must be: {problem}") from None


def _drafted(repository: Repository) -> list[str]:
    """Roles with a draft, the town's own first: it names the others."""
    folder = repository.draft(TOP).parent
    names = sorted(file.stem for file in folder.glob("*.json")) if folder.is_dir() else []
    return sorted((one for one in names if one != Root.type), key=lambda one: one != TOP)


def seal(
    repository: Repository, versions: Mapping[str, MetaFile], open_key: Open, *, first: bool = False
) -> None:
    """Make the snapshot of these versions, and the timestamp that points at it."""
    number = 1 if first else repository.snapshot().signed.version + 1
    snapshot: Metadata[Snapshot] = Metadata(
        Snapshot(number, expires=expires(Snapshot.type), meta={f"{r}.json": m for r, m in versions.items()})
    )
    snapshot.sign(open_key(Snapshot.type))
    put(repository, snapshot, Snapshot.type)
    number = 1 if first else repository.timestamp().signed.version + 1
    timestamp: Metadata[Timestamp] = Metadata(
        Timestamp(
            number,
            expires=expires(Timestamp.type),
            snapshot_meta=MetaFile(snapshot.signed.version),
            unrecognized_fields={MADE: datetime.now(UTC).replace(microsecond=0).isoformat()},
        )
    )
    timestamp.sign(open_key(Timestamp.type))
    write_public(repository.public / METADATA / "timestamp.json", timestamp.to_bytes())


def put(
    repository: Repository, metadata: "Metadata[Root] | Metadata[Targets] | Metadata[Snapshot]", role: str
) -> None:
    """Publish metadata under its version's name."""
    signed: Signed = metadata.signed
    write_public(repository.public / METADATA / f"{signed.version}.{role}.json", metadata.to_bytes())


def _put_file(repository: Repository, target: TargetFile, content: bytes) -> None:
    target.verify_length_and_hashes(content)
    for path in target.get_prefixed_paths():
        write_public(repository.public / FILES / path, content)
