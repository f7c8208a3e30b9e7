# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a command that root types at an installed machine what the service is: its account, with its credential.

Only systemd hands the credential to the service; without this nobody could add staff or look at the outbox there.
"""

import atexit
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

ACCOUNT: Final = "civic-kiosk"
SECRET: Final = Path("/etc/credstore.encrypted/civic-kiosk")
RUNTIME: Final = Path("/run/civic-kiosk")
"""The account's own folder on tmpfs (deploy/etc/tmpfiles.d): what is decrypted never lies on the disk."""


def credentials(secret: Path = SECRET, runtime: Path = RUNTIME) -> Path | None:
    """The folder with the credential: what systemd gave, else what root may decrypt here; None where there is none.

    Root becomes the service's account for the rest of the command: a store that root wrote in could not be opened by
    the service any more.
    """
    given = os.environ.get("CREDENTIALS_DIRECTORY", "")
    if given:
        return Path(given)
    if os.geteuid() != 0 or not secret.exists() or not runtime.is_dir():
        return None
    content = _decrypted(secret)
    if not content:
        return None
    owner = runtime.stat()
    if owner.st_uid == 0:
        return None
    os.setgroups([])
    os.setgid(owner.st_gid)
    os.setuid(owner.st_uid)
    os.umask(0o077)
    folder = Path(tempfile.mkdtemp(prefix="command-", dir=runtime))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / ACCOUNT).write_bytes(content)
    return folder


def _decrypted(secret: Path) -> bytes:
    """What systemd-creds(1) says; nothing where it cannot."""
    words = ("systemd-creds", "decrypt", f"--name={ACCOUNT}", str(secret), "-")
    try:
        return subprocess.run(words, capture_output=True, check=True, timeout=60).stdout
    except (OSError, subprocess.SubprocessError):
        return b""
