# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A town that signs bundles, and a machine that takes them: the real tools, with keys that need no passphrase."""

import base64
import shutil
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, Root, Snapshot, Targets, Timestamp

from core import activation
from kiosk.bundles import authoring, publishing
from kiosk.bundles.client import NotTaken, Source, Taken, refresh
from kiosk.bundles.contents import TOP, Giver
from kiosk.bundles.home import BundleHome
from kiosk.bundles.repository import METADATA, Repository
from kiosk.bundles.stick import BASE, FolderFetcher

PROFILE = (Path(__file__).parents[2] / "kiosk" / "profiles" / "town-hall-kiosk.toml").read_bytes()
FORM = (Path(__file__).parents[2] / "sandbox" / "forms" / "child-benefit.xml").read_bytes()
BUILT = 1.0
T = TypeVar("T", Root, Targets, Snapshot, Timestamp)


class BundleTown:
    """Signs and publishes in a folder."""

    def __init__(self, folder: Path) -> None:
        self.repository = Repository(folder / "town")
        names = (*authoring.key_names(), "agency-health", "partner-voices")
        self.keys = {name: CryptoSigner.generate_ed25519() for name in names}
        authoring.begin(
            self.repository, {name: public(self.keys[name]) for name in authoring.key_names()}, self.key
        )
        for giver, name in ((Giver.AGENCY, "health"), (Giver.PARTNER, "voices")):
            role = giver.role(name)
            authoring.hand_over(self.repository, giver, name, public(self.keys[role]), self.key)
            authoring.sign_targets(self.repository, role, self.key)
        self.put("profile/profile.toml", PROFILE)
        self.put("forms/visit.xml", FORM, "agency-health")
        self.put("media/voice.wav", b"RIFF", "partner-voices")

    @property
    def public(self) -> Path:
        """What is published."""
        return self.repository.public

    def key(self, name: str) -> CryptoSigner:
        """The key of that name."""
        return self.keys[name]

    def put(self, path: str, content: bytes, role: str = TOP, share: int = 100) -> None:
        """Add a file, sign and publish."""
        file = self.repository.folder / "given"
        file.write_bytes(content)
        authoring.add(self.repository, path, file, role)
        authoring.sign_targets(self.repository, role, self.key, share)
        publishing.publish(self.repository, self.key)

    def sign_all(self) -> None:
        """Have everybody sign anew what they have, and publish it."""
        for role in self.repository.roles():
            authoring.sign_targets(self.repository, role, self.key)
        publishing.publish(self.repository, self.key)

    def renew(self) -> None:
        """Publish a new snapshot and timestamp."""
        publishing.publish(self.repository, self.key)

    def rotate(self, number: int = 1) -> None:
        """Give the first root key's holder a new one."""
        fresh = CryptoSigner.generate_ed25519()
        authoring.sign_root(self.repository, self.keys["root-2"])
        authoring.sign_root(self.repository, self.keys[f"root-{number}"], fresh.public_key)
        authoring.sign_root(self.repository, self.keys["root-2"])
        authoring.sign_root(self.repository, self.keys["root-3"])
        self.keys[f"root-{number}"] = fresh
        publishing.publish(self.repository, self.key)

    def forge(
        self,
        public: Path,
        kind: type[T],
        role: str,
        change: Callable[[Metadata[T]], None],
        *signers: CryptoSigner,
    ) -> None:
        """Change the newest metadata of a role in a copy of what is published, and sign it with these keys."""
        file = Repository(public.parent).latest(role)
        assert file is not None
        metadata: Metadata[T] = Metadata.from_file(str(file))
        metadata.signatures.clear()
        change(metadata)
        for signer in signers:
            metadata.sign(signer, append=True)
        name = "timestamp.json" if role == "timestamp" else f"{metadata.signed.version}.{role}.json"
        (public / METADATA / name).write_bytes(metadata.to_bytes())

    def copy(self, folder: Path) -> Path:
        """What is published now, in another place."""
        place = folder / "public"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.public, place)
        return place


class BundleMachine:
    """Takes bundles from folders, and uses what it takes."""

    def __init__(self, folder: Path, town: BundleTown) -> None:
        self.home = BundleHome(folder / "bundles")
        self.home.folder.mkdir(parents=True)
        self.home.root.write_bytes((town.public / METADATA / "1.root.json").read_bytes())

    def take(self, public: Path, now: float | None = None) -> Taken | NotTaken:
        """Refresh from a folder."""
        return self.take_from(Source(BASE, FolderFetcher(public)), now)

    def take_from(self, source: Source, now: float | None = None) -> Taken | NotTaken:
        """Refresh from any source."""
        return refresh(self.home, source, time.time() if now is None else now, BUILT)

    def use(self, taken: Taken | NotTaken) -> int:
        """Have what was taken count."""
        assert isinstance(taken, Taken), taken
        self.home.change(
            lambda state: activation.confirmed(activation.begun(state, taken.version, time.time()))
        )
        return taken.version


def public(signer: CryptoSigner) -> str:
    """A key's public half as `kiosk bundle key` prints it."""
    return base64.b64encode(bytes.fromhex(signer.public_key.keyval["public"])).decode()


def in_the_past(days: float) -> datetime:
    """A date for what has ended."""
    return (datetime.now(UTC) - timedelta(days=days)).replace(microsecond=0)
