# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody can do to a bundle on its way, with none of its keys or with some: each spoils a published copy."""

import json
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp

from kiosk.bundles.repository import FILES, METADATA, Repository
from tests.support.bundle_world import BundleTown, in_the_past

EVIL: Final = b"# another town\n"


@dataclass(frozen=True, slots=True)
class Scene:
    """`public` is a copy of the newest that is published, `old` one of what the machine has; `town` has every key."""

    town: BundleTown
    public: Path
    old: Path

    def latest(self, role: str) -> Path:
        """The newest metadata of a role in the copy."""
        file = Repository(self.public.parent).latest(role)
        assert file is not None
        return file

    def published(self, name: str) -> Path:
        """A published file whose name ends like this."""
        return next(
            file for file in sorted((self.public / FILES).rglob("*"), key=_newest) if file.name.endswith(name)
        )

    def chain(self, targets_by: str, snapshot_by: str = "snapshot", timestamp_by: str = "timestamp") -> None:
        """Another profile, signed by these keys all the way up, as far as they go."""
        content, path = EVIL, "profile/profile.toml"

        def poison(metadata: Metadata[Targets]) -> None:
            metadata.signed.version += 1
            metadata.signed.targets[path] = TargetFile.from_data(path, content)

        self.forge(Targets, "targets", poison, targets_by)
        version = int(self.latest("targets").name.partition(".")[0])

        def point(metadata: Metadata[Snapshot]) -> None:
            metadata.signed.version += 1
            metadata.signed.meta["targets.json"] = MetaFile(version)

        self.forge(Snapshot, "snapshot", point, snapshot_by)
        sealed = int(self.latest("snapshot").name.partition(".")[0])

        def seal(metadata: Metadata[Timestamp]) -> None:
            metadata.signed.version += 1
            metadata.signed.snapshot_meta = MetaFile(sealed)

        self.forge(Timestamp, "timestamp", seal, timestamp_by)
        for name in TargetFile.from_data(path, content).get_prefixed_paths():
            (self.public / FILES / name).write_bytes(content)

    def forge(self, kind: Any, role: str, change: Callable[[Any], None], *keys: str) -> None:
        """Change a role's newest metadata and sign it with keys of the town, or with "nobody"'s own."""
        mine = CryptoSigner.generate_ed25519()
        signers = [mine if key == "nobody" else self.town.keys[key] for key in keys]
        self.town.forge(self.public, kind, role, change, *signers)

    def delegated(self, change: Callable[[Metadata[Targets]], None]) -> None:
        """An agency that was taken over signs what it likes; the town seals it with the rest, unread."""
        self.forge(Targets, "agency-health", change, "agency-health")
        version = int(self.latest("agency-health").name.partition(".")[0])

        def point(metadata: Metadata[Snapshot]) -> None:
            metadata.signed.meta["agency-health.json"] = MetaFile(version)

        self.forge(Snapshot, "snapshot", point, "snapshot")


def _newest(file: Path) -> float:
    return -file.stat().st_mtime


def bump(days: float = 0.0) -> Callable[[Any], None]:
    """The next version of metadata, which ended so many days ago where that is given."""

    def change(metadata: Any) -> None:
        metadata.signed.version += 1
        if days:
            metadata.signed.expires = in_the_past(days)

    return change


def _tampered(scene: Scene) -> None:
    file = scene.published("profile.toml")
    file.write_bytes(file.read_bytes().replace(b"Port", b"Pork", 1))


def _longer(scene: Scene) -> None:
    with scene.published("profile.toml").open("ab") as file:
        file.write(b"#")


def _cut(scene: Scene) -> None:
    file = scene.published("profile.toml")
    file.write_bytes(file.read_bytes()[:-1])


def _endless_file(scene: Scene) -> None:
    with scene.published("profile.toml").open("ab") as file:
        file.truncate(1 << 30)


def _endless_timestamp(scene: Scene) -> None:
    with scene.latest("timestamp").open("ab") as file:
        file.write(b" " * 5_000_000)


def _edit(role: str, change: Callable[[dict[str, Any]], None]) -> Callable[[Scene], None]:
    """Change metadata and leave the signatures as they were."""

    def attack(scene: Scene) -> None:
        file = scene.latest(role)
        whole = json.loads(file.read_bytes())
        change(whole)
        file.write_text(json.dumps(whole))

    return attack


def _text(role: str, text: bytes) -> Callable[[Scene], None]:
    def attack(scene: Scene) -> None:
        scene.latest(role).write_bytes(text)

    return attack


def _rollback(scene: Scene) -> None:
    shutil.rmtree(scene.public)
    shutil.copytree(scene.old, scene.public)
    file = scene.public / METADATA / "timestamp.json"
    whole = json.loads(file.read_bytes())
    whole["signed"]["version"] += 50
    file.write_text(json.dumps(whole))


def _older_timestamp(scene: Scene) -> None:
    shutil.copyfile(scene.old / METADATA / "timestamp.json", scene.public / METADATA / "timestamp.json")


def _mixed(role: str) -> Callable[[Scene], None]:
    """The newest of everything, and in the place of one role what it was before."""

    def attack(scene: Scene) -> None:
        before = Repository(scene.old.parent).latest(role)
        assert before is not None
        shutil.copyfile(before, scene.latest(role))

    return attack


def _root(*keys: str, twice: bool = False) -> Callable[[Scene], None]:
    def attack(scene: Scene) -> None:
        mine = CryptoSigner.generate_ed25519()

        def usurp(metadata: Metadata[Root]) -> None:
            metadata.signed.version += 1
            metadata.signed.add_key(mine.public_key, "targets")
            metadata.signed.roles["root"].threshold = 1

        scene.forge(Root, "root", usurp, *keys)
        if twice:
            whole = json.loads(scene.latest("root").read_bytes())
            whole["signatures"] *= 2
            scene.latest("root").write_text(json.dumps(whole))
        scene.town.keys["usurper"] = mine
        scene.chain("usurper")

    return attack


def _skipped_root(scene: Scene) -> None:
    for _ in range(2):
        scene.forge(Root, "root", bump(), "root-1", "root-2")
    newest = scene.latest("root")
    version = int(newest.name.partition(".")[0])
    newest.rename(newest.with_name(f"{version - 1}.root.json"))


def _link(scene: Scene) -> None:
    file = scene.published("profile.toml")
    file.unlink()
    file.symlink_to("/etc/hostname")


def _pipe(scene: Scene) -> None:
    file = scene.published("profile.toml")
    file.unlink()
    os.mkfifo(file)


FORGERIES: Final[Mapping[str, Callable[[Scene], None]]] = MappingProxyType(
    {
        "a file is changed": _tampered,
        "a file is longer": _longer,
        "a file is cut": _cut,
        "a file has no end": _endless_file,
        "a timestamp has no end": _endless_timestamp,
        "rollback of everything": _rollback,
        "rollback of the timestamp": _older_timestamp,
        "mixed: an older snapshot": _mixed("snapshot"),
        "mixed: older targets": _mixed("targets"),
        "mixed: an agency's older list": _mixed("agency-health"),
        "unsigned targets": _edit("targets", lambda whole: whole.update(signatures=[])),
        "unsigned timestamp": _edit("timestamp", lambda whole: whole.update(signatures=[])),
        "a timestamp with a later date": _edit(
            "timestamp", lambda whole: whole["signed"].update(expires="2199-01-01T00:00:00Z")
        ),
        "targets renamed to a snapshot": _edit(
            "snapshot", lambda whole: whole["signed"].update(_type="targets")
        ),
        "no JSON": _text("timestamp", b"<html>Welcome to Harbour WiFi</html>"),
        "JSON too deep": _text("timestamp", b"[" * 7_000),
        "JSON of nothing": _text("snapshot", b"null"),
        "numbers that are none": _text("snapshot", b'{"signed":{"_type":"snapshot","version":1e999}}'),
        "all signed by nobody": lambda scene: scene.chain("nobody", "nobody", "nobody"),
        "targets signed by nobody": lambda scene: scene.chain("nobody"),
        "a stolen timestamp key signs targets": lambda scene: scene.chain("timestamp", "timestamp"),
        "stolen snapshot and timestamp keys": lambda scene: scene.chain("snapshot"),
        "an agency's stolen key signs the town's list": lambda scene: scene.chain("agency-health"),
        "one root key of two": _root("root-1"),
        "one root key, twice": _root("root-1", twice=True),
        "one root key and the online keys": _root("root-2", "targets", "snapshot", "timestamp"),
        "a revoked root key and one of two": _root("old root-1", "root-2"),
        "a root that skips a version": _skipped_root,
        "a link on the stick": _link,
        "a pipe on the stick": _pipe,
    }
)
