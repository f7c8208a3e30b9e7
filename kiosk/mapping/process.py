# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens a file of tiles, says what map it is, and answers each tile that is asked for with its picture made anew.

The file and the pictures in it come from outside, and both a database and decoders read them. So they are read here:
with little memory and time, and without the network, other programs or files to write. What leaves are numbers, one
line of text, and pixels.
"""

import os
import resource
import sys
from pathlib import Path
from typing import Final

from kiosk.hardening import harden
from kiosk.mapping.wire import ASKED_BYTES, asked, encode_plan, encode_reason
from kiosk.picturing.process import pixels_only
from kiosk.picturing.wire import framed, unframed
from kiosk.typing.confinement import confine

LARGEST_SIDE: Final = 1_024
"""Pixels: four times the usual tile."""
DECODED_MEGABYTES: Final = 32
MEMORY: Final = 1_500_000_000
"""Bytes of address space, most of which is libraries that are never touched."""
SECONDS: Final = 60
"""Of the processor, for all that is looked at in one visit; then another process takes over."""


def main() -> None:
    """Answer until the input ends."""
    harden()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtGui import QImageReader

    from offline_cache.tile_file import BadTilesError, TileFile

    application = QCoreApplication(sys.argv[:1])
    QImageReader.setAllocationLimit(DECODED_MEGABYTES)
    try:
        tiles = TileFile(Path(sys.argv[1]))
    except BadTilesError as problem:
        _say(encode_reason(str(problem)))
        return
    confine()
    _say(encode_plan(tiles.plan))
    while (question := unframed(sys.stdin.buffer, ASKED_BYTES)) is not None:
        content = tiles.tile(asked(question))
        _say(pixels_only(content, LARGEST_SIDE**2) if content else b"")
    application.quit()


def _say(answer: bytes) -> None:
    sys.stdout.buffer.write(framed([answer]))
    sys.stdout.buffer.flush()
