# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets a test strike each call with which Python touches the files of one folder: spool, keys of epochs, check value.

What SQLite does below its own file layer passes by here; `tests.support.faulty_disk` strikes that.
"""

import io
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Final, Self
from unittest import mock

ON_PATHS: Final = ("open", "replace", "unlink", "mkdir", "listdir", "scandir")
"""Calls of `os`, by which `pathlib` works as well (checked by `test_struck_files`)."""


@contextmanager
def struck_files(
    root: Path, strike: Callable[[], None], synced: Callable[[int], None] = lambda descriptor: None
) -> Iterator[None]:
    """Call `strike` before each of them under `root`; what it raises, the call raises. `synced` after each fsync.

    Before a write of which `strike` raises, half of the bytes are written.
    """
    fsync: Callable[[int], None] = os.fsync
    plain_open: Callable[..., Any] = io.open

    def is_ours(place: object) -> bool:
        if isinstance(place, int):
            place = os.readlink(f"/proc/self/fd/{place}")
        return isinstance(place, str | os.PathLike) and Path(place).is_relative_to(root)

    def on_path(call: Callable[..., Any]) -> Callable[..., Any]:
        def struck(place: object = ".", *rest: Any, **more: Any) -> Any:
            if is_ours(place):
                strike()
            return call(place, *rest, **more)

        return struck

    def sync(descriptor: int) -> None:
        strike()
        fsync(descriptor)
        synced(descriptor)

    def opened(place: object, mode: str = "r", *rest: Any, **more: Any) -> Any:
        if not is_ours(place):
            return plain_open(place, mode, *rest, **more)
        if not isinstance(place, int):
            strike()
        file = plain_open(place, mode, *rest, **more)
        return file if mode.startswith("r") and "+" not in mode else _Struck(file, strike)

    with ExitStack() as patches:
        for name in ON_PATHS:
            patches.enter_context(mock.patch.object(os, name, on_path(getattr(os, name))))
        patches.enter_context(mock.patch.object(os, "fsync", sync))
        patches.enter_context(mock.patch.object(io, "open", opened))
        yield


class _Struck:
    """A file that is written to."""

    def __init__(self, file: Any, strike: Callable[[], None]) -> None:
        self._file, self._strike = file, strike

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def write(self, content: bytes) -> int:
        """Half of it, when it is struck."""
        half = len(content) // 2
        self._file.write(content[:half])
        self._file.flush()
        self._strike()
        return half + int(self._file.write(content[half:]))
