# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The authority's emblem: its file made anew in a process apart, behind the first picture, and then kept.

Until it is there, and where it cannot be drawn, the program's own door stands in its place: nothing moves.
"""

import logging
from collections.abc import Callable
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
    from kiosk.form_media import made_anew  # not before the first picture
    from kiosk.profile.file_emblem import emblem_bytes

    try:
        made = made_anew({file.name: emblem_bytes(file)}).get(file.name, b"")
    except OSError as problem:
        log.error("the emblem: %s %s", file.name, problem.strerror)
        return b""
    if not made:
        log.error("the emblem cannot be drawn: %s", file.name)
    return made
