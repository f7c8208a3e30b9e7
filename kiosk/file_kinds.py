# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which kinds of files can answer a question: told by the name while looking, and by the first bytes when taking."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

FIRST_BYTES: Final = 16
"""Bytes that every test needs."""


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file. `begins` are the bytes at `offset`, any of them."""

    media: str
    endings: tuple[str, ...]
    begins: tuple[bytes, ...]
    offset: int = 0

    def fits(self, first: bytes) -> bool:
        """Whether the first bytes of a file are those of this kind."""
        return first.startswith(self.begins, self.offset)


KINDS: Final[Sequence[FileKind]] = (
    FileKind("application/pdf", ("pdf",), (b"%PDF-",)),
    FileKind("image/jpeg", ("jpg", "jpeg"), (b"\xff\xd8\xff",)),
    FileKind("image/png", ("png",), (b"\x89PNG\r\n\x1a\n",)),
    FileKind("image/tiff", ("tif", "tiff"), (b"II*\x00", b"MM\x00*")),
    FileKind("image/webp", ("webp",), (b"WEBP",), 8),
    FileKind("image/heic", ("heic", "heif"), (b"ftypheic", b"ftypheix", b"ftypmif1"), 4),
    FileKind("application/vnd.openxmlformats-officedocument", ("docx", "xlsx"), (b"PK\x03\x04",)),
    FileKind("application/vnd.oasis.opendocument", ("odt", "ods"), (b"PK\x03\x04",)),
    FileKind("audio/mpeg", ("mp3",), (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")),
    FileKind("audio/wav", ("wav",), (b"WAVE",), 8),
    FileKind("audio/mp4", ("m4a",), (b"ftyp",), 4),
    FileKind("video/mp4", ("mp4", "mov"), (b"ftyp",), 4),
)


def taken_by(takes: str) -> tuple[FileKind, ...]:
    """The kinds that a question takes. A form that asks for a document (`application/*`, or nothing) takes pictures of
    one too: most people have no other."""
    wanted = [one.strip().lower() for one in takes.split(",") if one.strip()]
    found = tuple(one for one in KINDS if any(_is_meant(one, part) for part in wanted))
    if found:
        return found
    return tuple(one for one in KINDS if one.media.partition("/")[0] in ("application", "image"))


def _is_meant(kind: FileKind, wanted: str) -> bool:
    """Whether a part of what a question takes is this kind: an ending (`.pdf`), a media type or a group of them."""
    if wanted.startswith("."):
        return wanted[1:] in kind.endings
    group, _, name = wanted.partition("/")
    if name not in ("", "*"):
        return kind.media == wanted
    return group in ("image", "audio", "video") and kind.media.startswith(f"{group}/")


def kind_of(name: str, kinds: Sequence[FileKind]) -> FileKind | None:
    """The kind that a name says."""
    ending = name.rpartition(".")[2].lower()
    return next((one for one in kinds if ending in one.endings), None)
