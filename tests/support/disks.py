# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Places for stores on which something goes wrong: small disks, read-only disks, other users."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def may_mount(folder: Path) -> bool:
    """Whether this process can mount a file system of its own."""
    if os.geteuid() != 0:
        return False
    tried = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(folder)], capture_output=True, check=False
    )
    if tried.returncode == 0:
        subprocess.run(["umount", str(folder)], check=True)
    return tried.returncode == 0


def need_root(reason: str) -> None:
    """Without root's rights the test is skipped; with CI=true their absence is a failure."""
    if os.geteuid() != 0:
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """A disk of that size under the folder; skips the test where mounting is not allowed."""
    folder.mkdir(exist_ok=True)
    if not may_mount(folder):
        pytest.skip("a small disk can be mounted by root only")
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(folder)], check=True)
    try:
        yield folder
    finally:
        # Lazily, so that a failed test's open files do not hide what failed.
        subprocess.run(["umount", "-l", str(folder)], check=True)


def make_read_only(folder: Path) -> None:
    """Let nothing be written on a disk made by `small_disk` any more."""
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)


def fill(path: Path) -> None:
    """Leave no room on the disk."""
    status = os.statvfs(path.parent)
    descriptor = os.open(path, os.O_CREAT | os.O_WRONLY, 0o600)
    os.posix_fallocate(descriptor, 0, status.f_bavail * status.f_frsize)
    os.close(descriptor)
    assert os.statvfs(path.parent).f_bavail == 0
