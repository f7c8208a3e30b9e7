# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the disk of a machine to try things at: bare Debian 12 with the package that `make deb` built.

`python -m setup.machine_image PACKAGE FOLDER` writes FOLDER/disk.raw, its vmlinuz and initrd, and in `efi` what
firmware starts; `tests.support.booted` starts the machine in qemu. It needs root, mmdebstrap, sfdisk, mkfs.ext4,
mkfs.vfat, mtools and ten minutes; what it mounts is gone with its own mounts.
"""

import shutil
import subprocess
import sys
import uuid
from pathlib import Path
from typing import Final

MIB: Final = 1 << 20
PARTS: Final = ((1, 64, "uefi"), (65, 5_120, "linux"), (5_185, 512, "linux"), (5_697, 64, "swap"))
"""Start and size in MiB, and kind: what the firmware starts, the system, what is kept (/var/lib/civic-kiosk), and swap,
as Debian's installer makes it.

The file is sparse: it takes what is in it. The last MiB is the partition table's second copy.
"""

SYSTEM: Final = (
    *("systemd-sysv", "dbus", "libpam-systemd", "udev", "kmod", "linux-image-amd64", "initramfs-tools"),
    *("sudo", "polkitd", "usbguard", "systemd-timesyncd", "ca-certificates"),
    *("grub-efi-amd64", "grub-efi-amd64-signed", "grub-efi-amd64-bin", "shim-signed", "mokutil"),
    *("overlayroot", "busybox", "cryptsetup", "e2fsprogs"),
    "qemu-guest-agent",
)  # fmt: skip
"""What an ordinary Debian has, what the package recommends, how it starts, what makes it read only where a technician
wants that, and last what tests ask the machine with."""

EFI: Final = {
    "shim": "usr/lib/shim/shimx64.efi.signed",
    "grub": "usr/lib/grub/x86_64-efi-signed/grubx64.efi.signed",
    "unsigned-grub": "usr/lib/grub/x86_64-efi/monolithic/grubx64.efi",
}

START: Final = """
swap=$(losetup --find --show --offset {swap} --sizelimit {swap_size} {disk})
mkswap --quiet --uuid {swap_name} "$swap"
losetup --detach "$swap"
loop=$(losetup --find --show --offset {root} --sizelimit {root_size} {disk})
mount -t tmpfs devices {place}
cp -a /dev/null /dev/zero /dev/urandom {place}
cp -a "$loop" {place}/system
mkdir -p {place}/disk/by-uuid
ln -s ../../system {place}/disk/by-uuid/{system}
mount --move {place} /dev
mount /dev/system {place}
losetup --detach /dev/system
mount --bind /dev {place}/dev
mount -t proc proc {place}/proc
mount -t sysfs sysfs {place}/sys
chroot {place} update-grub
"""
"""GRUB's menu, made in mounts of its own, where the partition has no name of a loop: GRUB's script starts from none."""

FIRST: Final = "search.fs_uuid {system} root\nset prefix=($root)'/boot/grub'\nconfigfile $prefix/grub.cfg\n"
"""What Debian's `grub-install --uefi-secure-boot` has the signed GRUB read first, beside it and the shim."""

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
    (folder / "efi").mkdir(exist_ok=True)
    for name, place in EFI.items():
        shutil.copy(tree / place, folder / "efi" / name)
    _disk(tree, folder)
    mounted = subprocess.run(
        ("findmnt", "-rn", "-o", "TARGET"), capture_output=True, text=True, check=True
    ).stdout
    if not any(Path(line).is_relative_to(tree.resolve()) for line in mounted.splitlines()):
        shutil.rmtree(tree)


def _disk(tree: Path, folder: Path) -> None:
    """The disk with three partitions that the tree is laid on, and what starts it."""
    disk, names = folder / "disk.raw", [str(uuid.uuid4()) for _ in PARTS]
    efi = names[0][:8].upper()
    (tree / "etc/default/grub").write_text(
        'GRUB_DISTRIBUTOR=Debian\nGRUB_CMDLINE_LINUX="console=ttyS0"\nGRUB_TERMINAL=console\n', "utf-8"
    )
    (tree / "etc/fstab").write_text(
        f"UUID={names[1]} / ext4 errors=remount-ro 0 1\n"
        f"UUID={efi[:4]}-{efi[4:]} /boot/efi vfat umask=0077 0 0\n"
        f"UUID={names[2]} /var/lib/civic-kiosk ext4 nodev,nosuid,noexec 0 2\n"
        f"UUID={names[3]} none swap sw 0 0\n",
        "utf-8",
    )
    (tree / "boot/efi").mkdir(exist_ok=True)
    disk.unlink(missing_ok=True)
    with disk.open("wb") as file:
        file.truncate((PARTS[-1][0] + PARTS[-1][1] + 1) * MIB)
    table = "label: gpt\n" + "".join(
        f"start={start}MiB, size={size}MiB, type={kind}\n" for start, size, kind in PARTS
    )
    subprocess.run(("sfdisk", "--quiet", disk), input=table, text=True, check=True)
    at = [start * MIB for start, _, _ in PARTS]
    fat = (
        "mkfs.vfat",
        "-F",
        "32",
        "-s",
        "1",
        "-i",
        efi,
        f"--offset={at[0] // 512}",
        disk,
        str(PARTS[0][1] * 1024),
    )
    subprocess.run(fat, stdout=subprocess.DEVNULL, check=True)
    ext4 = ("mkfs.ext4", "-q", "-F")
    system = ("-d", tree, "-U", names[1], "-E", f"offset={at[1]}", disk, f"{PARTS[1][1]}M")
    subprocess.run((*ext4, *system), check=True)
    subprocess.run((*ext4, "-U", names[2], "-E", f"offset={at[2]}", disk, f"{PARTS[2][1]}M"), check=True)
    inside = f"{disk}@@{at[0]}"
    for name in ("::EFI", "::EFI/BOOT", "::EFI/debian"):
        subprocess.run(("mmd", "-i", inside, name), check=True)
    for name, program in (("BOOTX64.EFI", "shim"), ("grubx64.efi", "grub")):
        subprocess.run(("mcopy", "-i", inside, folder / "efi" / program, f"::EFI/BOOT/{name}"), check=True)
    first = FIRST.format(system=names[1])
    subprocess.run(("mcopy", "-i", inside, "-", "::EFI/debian/grub.cfg"), input=first, text=True, check=True)
    place = folder / "mounted"
    place.mkdir(exist_ok=True)
    script = START.format(
        root=at[1],
        root_size=PARTS[1][1] * MIB,
        disk=disk,
        place=place,
        system=names[1],
        swap=at[3],
        swap_size=PARTS[3][1] * MIB,
        swap_name=names[3],
    )
    subprocess.run(("unshare", "--mount", "--propagation", "private", "sh", "-euc", script), check=True)
    place.rmdir()


if __name__ == "__main__":
    build(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
