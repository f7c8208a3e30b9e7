# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Searches the memory, the arguments and the files of running processes for a word, in every encoding of a string."""

import base64
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from tests.support.unpacking import unpacked

ENCODINGS: Final = ("utf-8", "utf-16-le", "utf-32-le")
SIGN_BITS, BYTE_BITS = 6, 8
CHUNK: Final = 8 << 20
PROC: Final = Path("/proc")


@cache
def needles(word: str) -> tuple[bytes, ...]:
    """The word as each encoding has it, and as it stands in the middle of something in base64 (RFC 4648)."""
    plain = tuple(word.encode(encoding) for encoding in ENCODINGS)
    return plain + tuple(dict.fromkeys(_in_base64(plain[0])))


def _in_base64(word: bytes) -> Iterator[bytes]:
    """The signs that depend on the word alone, wherever it begins among three bytes, in both alphabets."""
    for before in range(3):
        bits = BYTE_BITS * (before + len(word))
        first, end = -(-BYTE_BITS * before // SIGN_BITS), bits // SIGN_BITS
        for write in (base64.b64encode, base64.urlsafe_b64encode):
            yield write(bytes(before) + word)[first:end]


def hits(content: bytes, word: str) -> int:
    """How often the word is in it, in whatever encoding."""
    return sum(content.count(needle) for needle in needles(word))


def hits_in_file(content: bytes, word: str) -> int:
    """The same in a file: also in what is packed into it, and in base64 that is broken into lines."""
    lines = content.replace(b"\r\n", b"\n").replace(b"\n", b"")
    return max(hits(content, word), hits(lines, word)) + sum(hits(one, word) for one in unpacked(content))


def in_memory(pid: int, word: str) -> int:
    """How often it is in the memory of a process that may be written; PermissionError where that may not be read.

    What is mapped from a file and was never written is in that file, not left by anybody.
    """
    found = 0
    with (PROC / str(pid) / "mem").open("rb", buffering=0) as memory:
        for begin, end in _regions(pid):
            found += _in_region(memory.fileno(), begin, end, word)
    return found


def _in_region(descriptor: int, begin: int, end: int, word: str) -> int:
    found, kept = 0, b""
    longest = max(len(needle) for needle in needles(word)) - 1
    while begin < end:
        try:
            read = os.pread(descriptor, min(CHUNK, end - begin), begin)
        except OSError:
            # A page that only the device or the kernel may read (vvar), or one that has just gone.
            return found
        if not read:
            return found
        content = kept + read
        found += hits(content, word)
        # Nothing may be cut in two; that a short one in the overlap counts twice does no harm.
        kept = content[-longest:]
        begin += len(read)
    return found


def _regions(pid: int) -> Iterator[tuple[int, int]]:
    for line in (PROC / str(pid) / "maps").read_text().splitlines():
        place, rights, _, _, inode, *name = line.split(maxsplit=5)
        if "r" not in rights or (name and name[0] in ("[vvar]", "[vsyscall]", "[vvar_vclock]")):
            continue
        if "w" in rights or inode == "0":
            begin, _, end = place.partition("-")
            yield int(begin, 16), int(end, 16)


def in_arguments(pid: int, word: str) -> int:
    """How often it is in what every user of the machine may see: the arguments and the name; and the environment."""
    return sum(hits((PROC / str(pid) / name).read_bytes(), word) for name in ("cmdline", "comm", "environ"))


def in_files(folder: Path, word: str) -> dict[str, int]:
    """The files under a folder that hold it, or are named so."""
    found = {}
    for file in folder.rglob("*"):
        number = hits(str(file).encode(), word)
        if file.is_file() and not file.is_symlink():
            number += hits_in_file(file.read_bytes(), word)
        if number:
            found[str(file.relative_to(folder))] = number
    return found


def of_machine(sign: str) -> dict[int, str]:
    """Every process whose environment has this sign, whoever its parent is now: its command by its id."""
    found = {}
    for process in PROC.iterdir():
        if not process.name.isdigit():
            continue
        try:
            environment = (process / "environ").read_bytes()
            command = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            # Gone meanwhile, or somebody else's altogether: `VisitedMachine` makes sure that its own are readable.
            continue
        if sign.encode() in environment.split(b"\0") and command:
            found[int(process.name)] = command.strip()
    return found


def is_of_machine(process: int, sign: str) -> bool | None:
    """Whether a process has this sign; None for one that is gone."""
    try:
        return sign.encode() in (PROC / str(process) / "environ").read_bytes().split(b"\0")
    except (FileNotFoundError, ProcessLookupError):
        return None


def in_maps(process: int, names: tuple[str, ...]) -> int:
    """How many pieces of libraries with such names a process has loaded."""
    maps = (PROC / str(process) / "maps").read_text()
    return sum(maps.count(name) for name in names)
