# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the XForms that the town publishes: id, version, hash, bytes, media; never what people answered."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree import ElementTree as ET

from sandbox.town import FormId

FORMS_FOLDER = Path(__file__).resolve().parent / "forms"
XFORMS = "{http://www.w3.org/2002/xforms}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True, slots=True)
class Media:
    """One file that belongs to a form, as the manifest lists it."""

    filename: str
    content: bytes

    @property
    def hash(self) -> str:
        """`md5:` and the digest, as the OpenRosa Form List API asks; md5 is its choice, not ours."""
        return "md5:" + hashlib.md5(self.content, usedforsecurity=False).hexdigest()


@dataclass(frozen=True, slots=True)
class FormFile:
    """One published form: `xml` is served byte for byte, `version` is the one inside that XML."""

    id: FormId
    version: str
    name: str
    xml: bytes
    media: tuple[Media, ...]

    @property
    def digest(self) -> str:
        """The md5 of the XML in hexadecimal, as the form list and the ETag name it."""
        return hashlib.md5(self.xml, usedforsecurity=False).hexdigest()

    def with_version(self, version: str) -> "FormFile":
        """The same questions published under another version; the hash changes with it."""
        pattern = rb'(<[^<>]*\bid="' + re.escape(self.id.encode()) + rb'"[^<>]*\bversion=")[^"]*(")'
        xml, found = re.subn(pattern, rb"\g<1>" + version.encode() + rb"\g<2>", self.xml, count=1)
        if found != 1:
            raise ValueError(f"form {self.id}: no version attribute beside its id")
        return replace(self, version=version, xml=xml)

    def with_another_hash(self, mark: str) -> "FormFile":
        """The same form and version, other bytes: what a server does that publishes without a new version."""
        return replace(self, xml=self.xml + f"<!-- {mark} -->".encode())


def load_form(path: Path) -> FormFile:
    """Read one XForm and the files in the folder `<name>-media` beside it.

    Raises ValueError when the file has no primary instance with an id.
    """
    xml = path.read_bytes()
    root = ET.fromstring(xml)  # noqa: S314  # our own files
    instance = root.find(f"{XHTML}head/{XFORMS}model/{XFORMS}instance")
    if instance is None or len(instance) == 0 or "id" not in instance[0].attrib:
        raise ValueError(f"{path.name}: no primary instance with an id")
    title = root.findtext(f"{XHTML}head/{XHTML}title") or instance[0].attrib["id"]
    folder = path.with_name(path.stem + "-media")
    media = tuple(Media(one.name, one.read_bytes()) for one in sorted(folder.glob("*")) if one.is_file())
    return FormFile(
        id=FormId(instance[0].attrib["id"]),
        version=instance[0].attrib.get("version", ""),
        name=title,
        xml=xml,
        media=media,
    )


def load_forms(wanted: Iterable[FormId], folder: Path = FORMS_FOLDER) -> dict[FormId, FormFile]:
    """Every wanted form by its id, which is the file's name. Raises FileNotFoundError when one is absent."""
    return {form: load_form(folder / f"{form}.xml") for form in wanted}
