# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The password of GRUB's menu, made at the machine by who will know it: only its hash is kept (K-14).

`deploy/etc/grub-menu.d` tells it to GRUB. The hash is the one of `grub-mkpasswd-pbkdf2` (GRUB manual 2.06, 'Security').
"""

import getpass
import hashlib
import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

from kiosk.command_line import start_findings
from kiosk.command_line.endings import Status, stop

PLACE: Final = Path("etc/civic-kiosk/grub-password")
SCRIPT: Final = Path("etc/grub.d/07_civic-kiosk")
"""Of the package (`deploy/etc/grub-menu.d`); where it is not, nobody tells GRUB."""

SHORTEST: Final = 10
LONGEST: Final = 64
ROUNDS: Final = 100_000
"""Ten times what `grub-mkpasswd-pbkdf2` takes: a second of waiting at the machine, weeks for who guesses."""

SALT_BYTES: Final = 64


def run(root: Path = Path("/")) -> int:
    """Ask twice, keep the hash, and have GRUB take it. Ends with a status of its own where it cannot."""
    update = shutil.which("update-grub")
    if update is None or not (root / "boot/grub/grub.cfg").exists():
        stop(
            "this machine does not start by GRUB, or you are not root. Nothing was changed.", Status.NOT_DONE
        )
    if start_findings.written(root) == "":
        stop(
            "what is written here is gone at the next start. Type this within overlayroot-chroot. "
            "Nothing was changed.",
            Status.NOT_DONE,
        )
    password = _new_password()
    place = root / PLACE
    try:
        before = place.read_bytes() if place.exists() else None
        _keep(place, f"{hashed(password, os.urandom(SALT_BYTES))}\n".encode())
    except OSError as problem:
        stop(f"{place} cannot be written ({problem.strerror}). Nothing was changed.", Status.NOT_DONE)
    why = _taken(update, root)
    if why:
        _put_back(place, before)
        stop(f"{why} The start of this machine is as it was.", Status.NOT_DONE)
    print(
        "From the next start on GRUB asks for the user 'staff' and this password before anything is changed."
    )
    return int(Status.DONE)


def _taken(update: str, root: Path) -> str:
    """Why GRUB has no password after all; empty where its menu says that it has one."""
    if subprocess.run((update,), check=False, stdin=subprocess.DEVNULL).returncode:
        return "update-grub failed."
    if start_findings.start_password(root) == "":
        return ""
    return f"update-grub did not take it: is {root / SCRIPT} there, and may it be run?"


def hashed(password: str, salt: bytes, rounds: int = ROUNDS) -> str:
    """As GRUB reads it."""
    key = hashlib.pbkdf2_hmac("sha512", password.encode("ascii"), salt, rounds)
    return f"grub.pbkdf2.sha512.{rounds}.{salt.hex().upper()}.{key.hex().upper()}"


def _new_password() -> str:
    print("GRUB knows the keys of an American keyboard only: letters of the English alphabet and digits.")
    password = getpass.getpass(f"New password of the start ({SHORTEST} to {LONGEST} letters and digits): ")
    if not (password.isascii() and password.isalnum() and SHORTEST <= len(password) <= LONGEST):
        stop(
            f"it takes {SHORTEST} to {LONGEST} English letters and digits. Nothing was changed.",
            Status.WRONG_USE,
        )
    if getpass.getpass("The same password again: ") != password:
        stop("the two were not the same. Nothing was changed.", Status.WRONG_USE)
    return password


def _put_back(place: Path, before: bytes | None) -> None:
    if before is None:
        place.unlink()
    else:
        _keep(place, before)


def _keep(place: Path, content: bytes) -> None:
    """For root alone: who has the hash can guess as fast as they like."""
    place.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
    new = place.with_name(f"{place.name}.new")
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    new.replace(place)
