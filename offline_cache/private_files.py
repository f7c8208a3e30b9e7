# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that only this user can read, each wholly there or not at all, even after a power cut."""

import os
import secrets
import stat
from pathlib import Path

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
UNFINISHED = ".new"


def private_folder(folder: Path) -> None:
    """Make the folder, or close an existing one to others. OSError when that cannot be done."""
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    if stat.S_IMODE(folder.stat().st_mode) & 0o077:
        folder.chmod(PRIVATE_FOLDER)


def private_file(path: Path) -> None:
    """Make an empty file, or close an existing one to others.

    OSError when that cannot be done, or when the name is a link or no regular file: someone else's trick.
    """
    flags = os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(path, flags, PRIVATE_FILE)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(f"{path.name} is no regular file")
        if stat.S_IMODE(status.st_mode) & 0o077:
            path.chmod(PRIVATE_FILE)
    finally:
        os.close(descriptor)


def unfinished_name(path: Path) -> Path:
    """A name beside the file that no other process takes while it writes the same file."""
    return path.with_name(f"{path.name}.{secrets.token_hex(4)}{UNFINISHED}")


def write_whole(path: Path, content: bytes) -> None:
    """Put the content under that name: temporary file, fsync, rename, fsync of the folder.

    When this has returned, the content survives a power cut. OSError when it cannot be written; then the name
    is as before, and no temporary file is left.
    """
    temporary = unfinished_name(path)
    descriptor = os.open(temporary, os.O_CREAT | os.O_WRONLY | os.O_EXCL, PRIVATE_FILE)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable. Windows has no such call, and makes names durable by itself."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
