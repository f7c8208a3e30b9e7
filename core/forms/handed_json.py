# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that are an answer in JSON: named while a form is filled, and written into it when it is sealed."""

import base64
import uuid
from collections.abc import Iterable, Mapping
from typing import Final, Self
from urllib.parse import quote

from core.visit.files import FileHeld

_TYPES: Final[Mapping[str, str]] = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "webp": "image/webp",
    "heic": "image/heic",
    "heif": "image/heif",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "mp3": "audio/mpeg",
    "wav": "audio/wav",
    "m4a": "audio/mp4",
    "mp4": "video/mp4",
    "mov": "video/quicktime",
}
"""Media types (IANA) of what people hand over, by the ending of the name."""


class HandedFile(str):
    """Stands where a file's `data:` address will be (RFC 2397), for rules that look at the answer: begun, but empty.

    It is called what the answer of the question is.
    """

    __slots__ = ("name",)

    name: str

    def __new__(cls, name: str) -> Self:
        """A file by what it is called among the answers."""
        made = super().__new__(cls, f"data:{media_type(name)};name={quote(name, safe='')};base64,")
        made.name = name
        return made


class DrawnFile(HandedFile):
    """The same for what is drawn on a page: Form.io's window gives a signature no name, and its servers expect none."""

    __slots__ = ()


class EncodedFile(HandedFile):
    """The same for a text that is a file's content in base64 and nothing else (JSON Schema, `contentEncoding`)."""

    __slots__ = ()


def media_type(name: str) -> str:
    """The media type that a name says."""
    return _TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")


def with_files(value: object, files: Iterable[FileHeld], submission: str) -> object:
    """The value with each file's bytes in it, as Form.io's base64 storage and react-jsonschema-form write them.

    KeyError for a file that was not handed over.
    """
    return _filled(value, {one.name: one for one in files}, submission)


def _filled(value: object, files: Mapping[str, FileHeld], submission: str) -> object:
    match value:
        case {"storage": "base64", "url": HandedFile() as handed}:
            return _formio(files[handed.name], submission)
        case DrawnFile():
            return _address(files[value.name].content, media_type(files[value.name].name))
        case EncodedFile():
            return base64.b64encode(files[value.name].content).decode("ascii")
        case HandedFile():
            held = files[value.name]
            return _address(held.content, f"{media_type(held.name)};name={quote(_called(held), safe='')}")
        case dict():
            return {name: _filled(one, files, submission) for name, one in value.items()}
        case list():
            return [_filled(one, files, submission) for one in value]
        case _:
            return value


def _formio(held: FileHeld, submission: str) -> Mapping[str, object]:
    """A file as Form.io 5 stores it with `storage: base64`. Its name there is unlike that of every other file."""
    kind = media_type(held.name)
    stem, point, ending = held.name.rpartition(".")
    mark = uuid.uuid5(uuid.NAMESPACE_URL, f"{submission}/{held.name}")
    return {
        "storage": "base64",
        "name": f"{stem}-{mark}{point}{ending}" if stem else f"{held.name}-{mark}",
        "url": _address(held.content, kind),
        "size": len(held.content),
        "type": kind,
        "originalName": _called(held),
    }


def _called(held: FileHeld) -> str:
    """What its person calls it, if that is the name of a file."""
    return held.said if "." in held.said.strip(".") else held.name


def _address(content: bytes, kind: str) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}"
