# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the device secret that systemd decrypted for this service (systemd.exec(5), LoadCredentialEncrypted=)."""

import stat
from pathlib import Path

from offline_cache.subkeys import KEY_BYTES


class UnusableCredentialError(Exception):
    """There is no such credential, or it is not what a device secret has to be; says which, never the secret."""


def read_credential(folder: Path | None, name: str) -> bytes:
    """32 bytes, from a file of 32 bytes or of 64 hexadecimal digits.

    `folder` is `$CREDENTIALS_DIRECTORY`, None where the service has none. UnusableCredentialError when there is
    none, when others than this user may read it, or when it is something else.
    """
    if folder is None:
        raise UnusableCredentialError("the service was given no credentials")
    path = folder / name
    try:
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            raise UnusableCredentialError(f"{name} can be read by others")
        content = path.read_bytes()
    except OSError as error:
        raise UnusableCredentialError(f"{name}: {type(error).__name__}") from error
    if len(content) == KEY_BYTES:
        return content
    try:
        secret = bytes.fromhex(content.decode("ascii").strip())
    except ValueError:
        secret = b""
    if len(secret) != KEY_BYTES:
        raise UnusableCredentialError(f"{name} is no secret of {KEY_BYTES} bytes")
    return secret
