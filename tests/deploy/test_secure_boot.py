# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Firmware with Secure Boot starts what Debian has signed and nothing else (K-14).

From small disks with shim, GRUB and kernel of the machine that `make machine` builds. Each is refused for its own
reason: the same disk starts where Secure Boot is off.
"""

import shutil
import time
from pathlib import Path
from typing import Final

import pytest

from tests.support.by_firmware import FIRMWARE, OPEN, SECURED, by_firmware, said, stick, unsigned
from tests.support.processes import ROOT

IMAGE: Final = ROOT / "build" / "machine"
PATIENCE: Final = 600.0
MENU: Final = "echo our menu\nlinux /vmlinuz console=ttyS0 panic=-1\necho it was taken\nboot\n"
STARTS: Final = "Linux version"
REFUSED: Final = ("bad shim signature", "Security Violation", "Access Denied")

pytestmark = [
    pytest.mark.long,
    pytest.mark.timeout(3_000),
    pytest.mark.skipif(shutil.which("qemu-system-x86_64") is None, reason="qemu-system-x86 is not installed"),
    pytest.mark.skipif(shutil.which("mcopy") is None, reason="mtools is not installed"),
    pytest.mark.skipif(not (FIRMWARE / SECURED).exists(), reason="ovmf is not installed"),
    pytest.mark.skipif(not (IMAGE / "disk.raw").exists(), reason="`make machine` has not built the disk"),
]


def contents(spoilt: str) -> dict[str, bytes]:
    """What lies on the disk, with one of its three programs unsigned."""
    shim, grub = ((IMAGE / "efi" / name).read_bytes() for name in ("shim", "grub"))
    kernel = (IMAGE / "vmlinuz").read_bytes()
    if spoilt == "shim":
        shim = unsigned(shim)
    if spoilt == "grub":
        grub = (IMAGE / "efi" / "unsigned-grub").read_bytes()
    if spoilt == "kernel":
        kernel = unsigned(kernel)
    menu = MENU.encode()
    return {
        "EFI/BOOT/BOOTX64.EFI": shim,
        "EFI/BOOT/grubx64.efi": grub,
        "EFI/debian/grub.cfg": menu,
        "vmlinuz": kernel,
    }


def heard(folder: Path, *words: str) -> str:
    """What it said until one of these was among it, or nothing came any more."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        told = said(folder) if (folder / "serial").exists() else ""
        if any(word in told for word in words):
            return told
        time.sleep(1)
    return said(folder)


@pytest.mark.requirement(
    "K-14", part="firmware with Secure Boot starts what is signed, and nothing that is not"
)
@pytest.mark.parametrize("spoilt", ["", "shim", "grub", "kernel"])
def test_what_is_not_signed_is_not_started(tmp_path: Path, spoilt: str) -> None:
    drive = stick(tmp_path / "stick", contents(spoilt))
    with by_firmware(drive, tmp_path, SECURED, "-no-reboot"):
        told = heard(tmp_path, STARTS, *REFUSED)
    assert (STARTS in told) is (spoilt == ""), told[-2_000:]
    assert any(word in told for word in REFUSED) is (spoilt != ""), told[-2_000:]


def test_without_secure_boot_the_same_kernel_is_started(tmp_path: Path) -> None:
    """So that what was refused above was refused for its signature."""
    drive = stick(tmp_path / "stick", contents("kernel"))
    with by_firmware(drive, tmp_path, OPEN, "-no-reboot"):
        told = heard(tmp_path, STARTS, *REFUSED)
    assert STARTS in told, told[-2_000:]
