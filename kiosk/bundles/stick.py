# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a bundle's files from a folder, such as a stick's, for The Update Framework: the same checks, no network."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tuf.api.exceptions import DownloadError, DownloadHTTPError
from tuf.ngclient import FetcherInterface

BASE: Final = "stick:/"
"""What addresses in the folder begin with."""

_NAMES: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%-]*(/[A-Za-z0-9][A-Za-z0-9._%-]*)*")
PIECE: Final = 1 << 16


class FolderFetcher(FetcherInterface):
    """Reads regular files in one folder, and follows no link out of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _fetch(self, url: str) -> Iterator[bytes]:
        name = url.removeprefix(f"{BASE}/")
        if name == url or not _NAMES.fullmatch(name):
            raise DownloadError("no name in the folder")
        *folders, file = name.split("/")
        place = self._folder
        for one in folders:
            place /= one
            if place.is_symlink():
                raise DownloadError("a link in the place of a folder")
        try:
            descriptor = os.open(place / file, os.O_RDONLY | os.O_NONBLOCK | getattr(os, "O_NOFOLLOW", 0))
        except FileNotFoundError:
            raise DownloadHTTPError("no such file", 404) from None
        except OSError as problem:
            raise DownloadError(problem.strerror or "cannot be read") from None
        return _pieces(descriptor)


def _pieces(descriptor: int) -> Iterator[bytes]:
    with os.fdopen(descriptor, "rb") as opened:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise DownloadError("no regular file")
        try:
            while piece := opened.read(PIECE):
                yield piece
        except OSError as problem:
            raise DownloadError(problem.strerror or "cannot be read") from None
