# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Disks that fail under the encryption: one that refuses its nth operation, one whose power is cut.

Both are file layers of SQLite below the cipher, so they see exactly the bytes that would reach a real disk.
Each is registered once for the whole run: the cipher's layer above keeps pointing to it.
"""

import random
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import apsw

SECTOR = 512


class PowerCutError(Exception):
    """The power went away in the middle of an operation."""


@dataclass(slots=True)
class Operations:
    """Counts what reaches the disk, and says when something shall happen."""

    fail_at: int | None = None
    error: type[apsw.Error] = apsw.IOError
    done: int = 0
    failed: bool = False

    def next(self, *, locks: bool = False) -> None:
        # Real file layers are busy about locks only; SQLite takes a busy write for a reader in the way.
        if locks != (self.error is apsw.BusyError):
            return
        self.done += 1
        if self.fail_at is not None and self.done == self.fail_at:
            self.failed = True
            raise self.error(f"operation {self.done} fails on purpose")


class FailingDisk(apsw.VFS):
    """Refuses one operation, with an error of the caller's choice; before and after it all is well."""

    def __init__(self, name: str) -> None:
        self.operations = Operations()
        self.name = name
        super().__init__(name, base="unix")

    def fail(self, at: int | None, error: type[apsw.Error] = apsw.IOError) -> None:
        """Begin to count anew; the operation of that number fails, or none."""
        self.operations = Operations(at, error)

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        self.operations.next()
        return _FailingFile(self, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        self.operations.next()
        super().xDelete(filename, syncdir)


class _FailingFile(apsw.VFSFile):
    def __init__(self, disk: FailingDisk, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        self.disk = disk
        super().__init__("unix", name, flags)

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802
        self.disk.operations.next()
        return super().xRead(amount, offset)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self.disk.operations.next()
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:  # noqa: N802
        self.disk.operations.next()
        super().xSync(flags)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        self.disk.operations.next()
        super().xTruncate(newsize)

    def xLock(self, level: int) -> None:  # noqa: N802
        self.disk.operations.next(locks=True)
        super().xLock(level)


@dataclass(slots=True)
class _Surface:
    """One file: what is certainly on the disk, and what was written since it was last synced."""

    durable: bytes | None
    pending: list[tuple[int, bytes] | int] = field(default_factory=list)


class CuttableDisk(apsw.VFS):
    """Remembers what was synced and what was not, and can say what a cut of the power may have left."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.begin({}, None)
        super().__init__(name, base="unix")

    def begin(self, files: dict[str, bytes], cut_at: int | None) -> None:
        """Begin anew with a disk of those files, to be cut at the operation of that number."""
        self.cut_at = cut_at
        self.done = 0
        self.dead = False
        self.surfaces = {name: _Surface(content) for name, content in files.items()}

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        path = Path(name.filename() if isinstance(name, apsw.URIFilename) else str(name))
        surface = self.surfaces.setdefault(path.name, _Surface(None))
        return _CuttableFile(self, surface, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        self.step()
        self.surfaces.pop(Path(filename).name, None)
        super().xDelete(filename, syncdir)

    def step(self) -> None:
        """One operation reaches the disk, unless the power goes away just now or has gone before."""
        self.done += 1
        if self.dead or self.done == self.cut_at:
            self.dead = True
            raise PowerCutError

    def possible_disk(self, folder: Path, chance: random.Random) -> None:
        """Write one of the disks that may be left: synced parts whole, the others in any honest way."""
        folder.mkdir()
        for name, surface in self.surfaces.items():
            content = _after_cut(surface, chance)
            if content is not None:
                (folder / name).write_bytes(content)


class _CuttableFile(apsw.VFSFile):
    def __init__(
        self,
        disk: CuttableDisk,
        surface: _Surface,
        name: str | apsw.URIFilename | None,
        flags: list[int],
    ) -> None:
        self.disk = disk
        self.surface = surface
        super().__init__("unix", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self.surface.pending.append((offset, bytes(data)))
        self.disk.step()
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        self.surface.pending.append(newsize)
        self.disk.step()
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802
        self.disk.step()
        super().xSync(flags)
        content = bytearray(self.surface.durable or b"")
        for change in self.surface.pending:
            _apply(content, change)
        self.surface.durable = bytes(content)
        self.surface.pending.clear()


@cache
def failing_disk() -> FailingDisk:
    """The one of this process."""
    return FailingDisk("failing-disk")


@cache
def cuttable_disk() -> CuttableDisk:
    """The one of this process."""
    return CuttableDisk("cuttable-disk")


def _apply(content: bytearray, change: tuple[int, bytes] | int) -> None:
    if isinstance(change, int):
        del content[change:]
        content.extend(bytes(change - len(content)))
        return
    offset, data = change
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(data)] = data


def _after_cut(surface: _Surface, chance: random.Random) -> bytes | None:
    content = bytearray(surface.durable or b"")
    mode = chance.choice(("none", "all", "first", "some", "torn", "garbled"))
    if mode == "none" or not surface.pending:
        return surface.durable
    pending = list(surface.pending)
    match mode:
        case "first":
            pending = pending[: chance.randrange(len(pending) + 1)]
        case "some":
            pending = [change for change in pending if chance.random() < 0.5]
        case "torn" | "garbled":
            pending = [part for change in pending for part in _sectors(change, chance, mode)]
    for change in pending:
        _apply(content, change)
    return bytes(content)


def _sectors(
    change: tuple[int, bytes] | int, chance: random.Random, mode: str
) -> list[tuple[int, bytes] | int]:
    """A write cut into sectors, some of them lost or, when garbled, replaced by noise."""
    if isinstance(change, int):
        return [change] if chance.random() < 0.5 else []
    offset, data = change
    parts: list[tuple[int, bytes] | int] = []
    for start in range(0, len(data), SECTOR):
        sector = data[start : start + SECTOR]
        if chance.random() < 0.5:
            parts.append((offset + start, sector))
        elif mode == "garbled":
            parts.append((offset + start, chance.randbytes(len(sector))))
    return parts
