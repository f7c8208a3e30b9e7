# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The authority's emblem: its file made anew in a process apart, behind the first picture, and then kept.

Until it is there, and where it cannot be drawn, the program's own door stands in its place: nothing moves.
"""

import logging
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from kiosk.lanes import Lane

log = logging.getLogger("kiosk.emblem")


class Emblem:
    """`made` is the picture (PNG or JPEG of our own), empty until `here` is called, and for none."""

    def __init__(self, file: Path | None, lane: Lane, here: Callable[[], None]) -> None:
        self._here = here
        self.made = b""
        if file is not None:
            lane.run(lambda: drawn(file), self._take)

    def _take(self, made: bytes) -> None:
        self.made = made
        if made:
            self._here()


def drawn(file: Path) -> bytes:
    """The file's picture made anew; empty for what cannot be drawn."""
    from kiosk.profile.file_emblem import emblem_bytes

    try:
        content = emblem_bytes(file)
    except OSError as problem:
        log.error("the emblem: %s %s", file.name, problem.strerror)
        return b""
    made = _made(content)
    if not made:
        log.error("the emblem cannot be drawn: %s", file.name)
    return made


@lru_cache(maxsize=1)
def _made(content: bytes) -> bytes:
    """The same bytes make the same picture, whoever asks."""
    from kiosk.form_media import made_anew  # not before the first picture

    return made_anew({"emblem": content}).get("emblem", b"")
