# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks for one rare word wherever other people and programs could read it: logs, titles, arguments, files."""

import logging
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.support.searching import hits_in_file

WORD = "Canaryfeather"
"""Stands in every answer of the trip, and nowhere else on the machine."""

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def holds(content: bytes) -> bool:
    """Whether the word is in it, in any of the usual ways of writing letters, large or small, or packed."""
    lower = content.lower()
    plainly = any(WORD.lower().encode(encoding) in lower for encoding in ENCODINGS)
    return plainly or hits_in_file(content, WORD) > 0


@dataclass(slots=True)
class Watch:
    """What was seen so far. `folders` are searched with names and contents, `files` are logs of other processes."""

    folders: tuple[Path, ...]
    files: tuple[Path, ...] = ()
    found: set[str] = field(default_factory=set)
    looked_at: set[str] = field(default_factory=set)

    def look(self, records: Iterable[logging.LogRecord] = ()) -> None:
        """Search everything once; each place that holds the word is noted under its name."""
        seen = (
            ("log", b"\n".join(_logged(records))),
            *(("title", one) for one in _titles()),
            *(("arguments", one) for one in _processes("cmdline")),
            *(("environment", one) for one in _processes("environ")),
            *(("thread's name", one) for one in _processes("task/*/comm")),
            *(("courier's log", file.read_bytes()) for file in self.files if file.exists()),
            *((f"name in {folder.name}", os.fsencode(one)) for folder, one in self._inside()),
            *((f"file in {folder.name}", _content(one)) for folder, one in self._inside()),
        )
        for place, content in seen:
            self.looked_at.add(place)
            if holds(content):
                self.found.add(place)

    def _inside(self) -> Iterator[tuple[Path, Path]]:
        for folder in self.folders:
            for one in folder.rglob("*"):
                yield folder, one


def _logged(records: Iterable[logging.LogRecord]) -> Iterator[bytes]:
    whole = logging.Formatter("%(name)s %(threadName)s %(message)s")
    for record in records:
        yield whole.format(record).encode()


def _titles() -> Iterator[bytes]:
    for widget in QApplication.topLevelWidgets():
        yield "\n".join((widget.windowTitle(), widget.windowFilePath(), widget.windowRole())).encode()
    for window in QGuiApplication.allWindows():
        yield window.title().encode()


def _processes(what: str) -> Iterator[bytes]:
    """Of every process that we may look at, not of ours alone: a word in a helper's arguments is as bad."""
    for process in Path("/proc").glob("[0-9]*"):
        for file in process.glob(what):
            yield _content(file)


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes() if file.is_file() else b""
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return b""
