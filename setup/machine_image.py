# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the disk of a machine to try things at: bare Debian 12 with the package that `make deb` built.

`python -m setup.machine_image PACKAGE FOLDER` writes FOLDER/root.ext4, vmlinuz and initrd, which `tests.support.booted`
starts in qemu. It needs root, mmdebstrap, mkfs.ext4 and five minutes; what it mounts is gone with its own mounts.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOM: Final = "5G"
"""The file is sparse: it takes what is in it."""

SYSTEM: Final = (
    *("systemd-sysv", "dbus", "libpam-systemd", "udev", "kmod", "linux-image-amd64", "initramfs-tools"),
    *("sudo", "polkitd", "usbguard", "systemd-timesyncd", "ca-certificates"),
    "qemu-guest-agent",
)  # fmt: skip
"""What an ordinary Debian has, what the package recommends, and last what tests ask the machine with."""

INSTALL: Final = (
    "DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends /root/civic-kiosk_*.deb"
)


def build(package: Path, folder: Path) -> None:
    """Build the disk. Raises CalledProcessError when one of the programs that it needs fails."""
    folder.mkdir(parents=True, exist_ok=True)
    tree = folder / "tree"
    if tree.exists():
        raise FileExistsError(f"{tree} is of a build that did not end: look for mounts in it, then remove it")
    # In mounts of its own, so that nothing of this machine hangs in the tree when something goes wrong.
    apart = ("unshare", "--mount", "--propagation", "private")
    options = ("--mode=root", "--variant=apt", "--skip=cleanup/reproducible", f"--include={','.join(SYSTEM)}")
    hooks = (f"--customize-hook=copy-in {package} /root", f'--customize-hook=chroot "$1" sh -c "{INSTALL}"')
    recommended = "--aptopt=APT::Install-Recommends false"
    subprocess.run((*apart, "mmdebstrap", *options, recommended, *hooks, "bookworm", tree), check=True)
    for name in ("vmlinuz", "initrd"):
        shutil.copy(
            tree / name if (tree / name).exists() else next((tree / "boot").glob(f"{name}*")), folder / name
        )
    disk = folder / "root.ext4"
    disk.unlink(missing_ok=True)
    subprocess.run(("mkfs.ext4", "-q", "-d", tree, disk, ROOM), check=True)
    mounted = subprocess.run(
        ("findmnt", "-rn", "-o", "TARGET"), capture_output=True, text=True, check=True
    ).stdout
    if not any(Path(line).is_relative_to(tree.resolve()) for line in mounted.splitlines()):
        shutil.rmtree(tree)


if __name__ == "__main__":
    build(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
