# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a bundle: the roles and their keys, the contents, the signatures of each role, and what is published."""

import shutil
from pathlib import Path
from typing import Final

from securesystemslib.signer import CryptoSigner, SSlibKey
from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)

from core.bundle_rules import EVERYBODY
from kiosk.bundles.contents import LARGEST, TOP, Giver, Place, place_of
from kiosk.bundles.publishing import Open, contents, put, seal
from kiosk.bundles.repository import (
    BadRepositoryError,
    Repository,
    expires,
    own_prefix,
    read_metadata,
)
from kiosk.bundles.signing_keys import public_key
from offline_cache.private_files import private_folder

ROOT_KEYS: Final = 3
ROOT_THRESHOLD: Final = 2
SHARE: Final = "share"
"""Our own member of a file's metadata: the percentage of machines whose turn it is."""


def key_names() -> tuple[str, ...]:
    """The keys of a new bundle: three of which two together say who may sign, and one for each daily task."""
    roots = tuple(f"{Root.type}-{number}" for number in range(1, ROOT_KEYS + 1))
    return (*roots, Targets.type, Snapshot.type, Timestamp.type)


def begin(repository: Repository, public: dict[str, str], open_key: Open) -> None:
    """Publish the first, empty version. `public` are the public keys by their names."""
    if repository.latest(Root.type) is not None:
        raise BadRepositoryError(f"{repository.folder}: there is a bundle already")
    root = Root(expires=expires(Root.type), consistent_snapshot=True)
    for name in key_names():
        role = Root.type if name.startswith(f"{Root.type}-") else name
        root.add_key(public_key(public[name]), role)
    root.roles[Root.type].threshold = ROOT_THRESHOLD
    made: Metadata[Root] = Metadata(root)
    for number in range(1, ROOT_THRESHOLD + 1):
        made.sign(open_key(f"{Root.type}-{number}"), append=True)
    put(repository, made, Root.type)
    targets: Metadata[Targets] = Metadata(Targets(expires=expires(Targets.type)))
    targets.sign(open_key(Targets.type))
    put(repository, targets, Targets.type)
    seal(repository, {TOP: MetaFile(1)}, open_key, first=True)


def hand_over(repository: Repository, giver: Giver, name: str, public: str, open_key: Open) -> str:
    """Let an agency or partner sign its own files. Its first version is empty; returns its role's name."""
    role = giver.role(name)
    own_prefix(role)
    targets = _next_targets(repository, TOP)
    key = public_key(public)
    if targets.signed.delegations is None:
        targets.signed.delegations = Delegations({}, {})
    roles = targets.signed.delegations.roles
    assert roles is not None
    roles[role] = DelegatedRole(role, [key.keyid], 1, terminating=True, paths=giver.patterns(name))
    targets.signed.delegations.keys[key.keyid] = key
    targets.sign(open_key(TOP))
    _keep_draft(repository, targets, TOP)
    return role


def add(repository: Repository, path: str, file: Path, role: str = TOP) -> Place:
    """Put a file among the contents that a role signs next. `path` begins with the kind, as in `forms/a.xml`."""
    place = place_of(own_prefix(role) + path)
    if place is None:
        raise BadRepositoryError(
            f"{path}: no place for a file. A kind, then at most four names of Latin letters, digits, dots, - and _"
        )
    if file.stat().st_size > LARGEST:
        raise BadRepositoryError(f"{file}: is larger than {LARGEST // 1_048_576} MiB")
    target = repository.contents(role) / path
    private_folder(target.parent)
    shutil.copyfile(file, target)
    return place


def sign_targets(repository: Repository, role: str, open_key: Open, share: int = EVERYBODY) -> int:
    """Sign all of a role's contents as its next version, for `share` percent of the machines; returns how many."""
    targets = _next_targets(repository, role)
    targets.signed.expires = expires(Targets.type)
    targets.signed.targets = {}
    for path, file in contents(repository, role):
        target = TargetFile.from_file(path, str(file))
        if share < EVERYBODY:
            target.unrecognized_fields["custom"] = {SHARE: share}
        targets.signed.targets[path] = target
    targets.sign(open_key(role))
    _keep_draft(repository, targets, role)
    return len(targets.signed.targets)


def sign_root(
    repository: Repository, signer: CryptoSigner, renewed: SSlibKey | None = None
) -> tuple[int, int]:
    """Add one holder's signature to the next root; the first one makes it. Returns the signatures and how many count.

    `renewed` takes the place of the signer's own key from then on. The next root needs two signatures of the old one.
    """
    published, draft = repository.root(), repository.draft(Root.type)
    root = read_metadata(Root, draft) if draft.is_file() else Metadata(published.signed)
    if not draft.is_file():
        root.signed.version += 1
        root.signed.expires = expires(Root.type)
    if signer.public_key.keyid not in repository.root().signed.roles[Root.type].keyids:
        raise BadRepositoryError("this key is none of the root's")
    if renewed is not None:
        root.signed.revoke_key(signer.public_key.keyid, Root.type)
        root.signed.add_key(renewed, Root.type)
        root.signatures.clear()
    root.sign(signer, append=True)
    _keep_draft(repository, root, Root.type)
    return len(root.signatures), published.signed.roles[Root.type].threshold


def _next_targets(repository: Repository, role: str) -> Metadata[Targets]:
    """The version that follows what is published: the draft where one waits already."""
    if repository.draft(role).is_file():
        return read_metadata(Targets, repository.draft(role))
    if repository.latest(role) is None:
        return Metadata(Targets(expires=expires(Targets.type)))
    targets = repository.targets(role)
    targets.signed.version += 1
    targets.signed.expires = expires(Targets.type)
    return targets


def _keep_draft(repository: Repository, metadata: "Metadata[Root] | Metadata[Targets]", role: str) -> None:
    file = repository.draft(role)
    private_folder(file.parent)
    file.write_bytes(metadata.to_bytes())
