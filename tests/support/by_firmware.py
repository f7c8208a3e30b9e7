# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A machine that its own firmware starts, as any is: UEFI of Debian's `ovmf`, with Microsoft's keys or without."""

import re
import shutil
import struct
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.support.booted import disk, running

FIRMWARE: Final = Path("/usr/share/OVMF")
SECURED: Final = "OVMF_VARS_4M.ms.fd"
OPEN: Final = "OVMF_VARS_4M.fd"
STEERING: Final = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
MIB: Final = 1 << 20


@contextmanager
def by_firmware(
    drive: Path, folder: Path, variables: str = SECURED, *more: str
) -> "Iterator[subprocess.Popen[bytes]]":
    """qemu with this disk and no word of what to start. What is written to the disk is gone with it."""
    kept = folder / "variables"
    shutil.copy(FIRMWARE / variables, kept)
    # Only code in system management mode may write the keys: otherwise an operating system could.
    flash = [
        *("-global", "driver=cfi.pflash01,property=secure,value=on", "-global", "ICH9-LPC.disable_s3=1"),
        *("-drive", f"if=pflash,unit=0,format=raw,readonly=on,file={FIRMWARE / 'OVMF_CODE_4M.secboot.fd'}"),
        *("-drive", f"if=pflash,unit=1,format=raw,file={kept}"),
    ]
    with running(folder, "q35,smm=on", *flash, *disk(drive), *more) as process:
        yield process


def said(folder: Path) -> str:
    """What it wrote to its serial console, firmware and GRUB included, without what moves the cursor."""
    return STEERING.sub("", (folder / "serial").read_text(errors="replace"))


def stick(file: Path, contents: Mapping[str, bytes]) -> Path:
    """A disk that firmware starts from, with these files on it."""
    size = 96
    with file.open("wb") as drive:
        drive.truncate((size + 2) * MIB)
    table = f"label: gpt\nstart=1MiB, size={size}MiB, type=uefi\n"
    subprocess.run(("sfdisk", "--quiet", file), input=table, text=True, check=True)
    fat = ("mkfs.vfat", "-F", "32", "-s", "1", f"--offset={MIB // 512}", file, str(size * 1024))
    subprocess.run(fat, stdout=subprocess.DEVNULL, check=True)
    inside = f"{file}@@{MIB}"
    folders: set[Path] = {parent for name in contents for parent in Path(name).parents} - {Path()}
    for one in sorted(folders, key=lambda place: len(place.parts)):
        subprocess.run(("mmd", "-i", inside, f"::{one}"), check=True)
    for name, data in contents.items():
        subprocess.run(("mcopy", "-i", inside, "-", f"::{name}"), input=data, check=True)
    return file


def unsigned(program: bytes) -> bytes:
    """A program of UEFI without its signature (PE/COFF specification, 'Optional Header Data Directories', entry 4)."""
    (header,) = struct.unpack_from("<I", program, 0x3C)
    assert program[header : header + 4] == b"PE\0\0"
    entry = header + 24 + 112 + 4 * 8
    start, length = struct.unpack_from("<II", program, entry)
    assert start + length == len(program), "it is signed"
    return program[:entry] + bytes(8) + program[entry + 8 : start]
