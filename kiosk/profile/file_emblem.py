# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The file of an authority's emblem, beside the profile: a drawing (SVG) or a picture (PNG) that is not large."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from core.breach import Wrong
from kiosk.profile.file_places import town_file
from kiosk.profile.reading import Table

LARGEST: Final = 500_000
"""Bytes. An emblem is drawn a centimetre high; this is ten times what such a picture needs."""

ALLOWED: Final = f"an SVG drawing or a PNG picture of at most {LARGEST // 1_000} kB"
PNG: Final = b"\x89PNG\r\n\x1a\n"


def emblem_file(table: Table, key: str, folders: Sequence[Path]) -> Path | None:
    """The file, if it is there, no larger than it may be, and begins as a drawing or a PNG does."""
    file = town_file(table, key, ALLOWED, folders)
    if file is None:
        return None
    try:
        content = emblem_bytes(file)
    except OSError as problem:
        table.wrong(key, problem.strerror or "cannot be read", ALLOWED, kind=Wrong.FILE)
        return None
    if not content:
        table.wrong(key, "is too large, or no drawing and no PNG", ALLOWED, kind=Wrong.FILE)
        return None
    return file


def emblem_bytes(file: Path) -> bytes:
    """What is in it; empty for what is too large or of another kind. OSError where it cannot be read."""
    with file.open("rb") as opened:
        content = opened.read(LARGEST + 1)
    is_drawing = content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and b"<svg" in content[:4_000]
    return content if len(content) <= LARGEST and (is_drawing or content.startswith(PNG)) else b""
