# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The private halves of the outbox's key pairs, a file each: a key that is gone is what erases for good.

A deleted row may live on in old pages and blocks of a flash disk, readable by whoever has the key that does not
change. So the key changes: each epoch has its own pair, and its private half is destroyed with its last item.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from offline_cache.private_files import private_folder, sync_folder, write_whole
from offline_cache.sealed_copy import DamagedCopyError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

FOLDER_NAME = "epochs"
_MAGIC = b"CKEPOCH1"
_SUFFIX = ".key"
_PUBLIC_BYTES = 32
_NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class EpochKeys:
    """A folder of wrapped private keys. `key` are the 32 bytes that open them. Every method may raise OSError."""

    folder: Path
    key: bytes = field(repr=False)

    def prepare(self) -> None:
        """Make the folder."""
        private_folder(self.folder)

    def numbers(self) -> tuple[int, ...]:
        """The epochs of which there is a file, the oldest first."""
        return tuple(
            sorted(int(path.stem) for path in self.folder.glob("*" + _SUFFIX) if path.stem.isdigit())
        )

    def make(self, number: int) -> bytes:
        """A new pair: the private half is on the disk when this returns its raw public half."""
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

        private = X25519PrivateKey.generate()
        public = private.public_key().public_bytes_raw()
        nonce = os.urandom(_NONCE_BYTES)
        wrapped = ChaCha20Poly1305(self.key).encrypt(
            nonce, private.private_bytes_raw(), _bound_to(number, public)
        )
        write_whole(self._path(number), _MAGIC + public + nonce + wrapped)
        return public

    def private(self, number: int) -> "X25519PrivateKey":
        """The private half. DamagedCopyError when it is not there, or not what was written."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

        try:
            content = self._path(number).read_bytes()
        except FileNotFoundError as error:
            raise DamagedCopyError(f"the key of epoch {number} is not there") from error
        public_end = len(_MAGIC) + _PUBLIC_BYTES
        nonce_end = public_end + _NONCE_BYTES
        public = content[len(_MAGIC) : public_end]
        if len(content) <= nonce_end or not content.startswith(_MAGIC):
            raise DamagedCopyError(f"the key of epoch {number}")
        try:
            raw = ChaCha20Poly1305(self.key).decrypt(
                content[public_end:nonce_end], content[nonce_end:], _bound_to(number, public)
            )
        except InvalidTag as error:
            raise DamagedCopyError(f"the key of epoch {number}") from error
        return X25519PrivateKey.from_private_bytes(raw)

    def public(self, number: int) -> bytes:
        """The public half, as the private one proves it. DamagedCopyError as `private`."""
        return self.private(number).public_key().public_bytes_raw()

    def destroy(self, number: int) -> None:
        """Overwrite the private half and remove it, durably; nothing happens when there is none.

        On flash the old block may outlive this until the disk reuses it: whoever has the master key and reads
        the chips could find it there. Full-disk encryption and a TPM close that gap, this file cannot.
        """
        path = self._path(number)
        try:
            with path.open("r+b") as file:
                file.write(bytes(path.stat().st_size))
                file.flush()
                os.fsync(file.fileno())
        except FileNotFoundError:
            return
        path.unlink(missing_ok=True)
        sync_folder(self.folder)

    def _path(self, number: int) -> Path:
        return self.folder / f"{number:09}{_SUFFIX}"


def _bound_to(number: int, public: bytes) -> bytes:
    return _MAGIC + number.to_bytes(4) + public
