# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads which pictures and sounds stand beside a form's texts (ODK XForms, 'Languages': image, big-image, audio)."""

from collections.abc import Iterable, Mapping
from typing import Final

from lxml import etree

from core.forms.attachments import file_of
from core.forms.media import Media
from core.forms.problems import Fate
from core.forms.xforms_reading import Reading
from core.forms.xml_door import local

_SHOWN: Final = ("image", "big-image", "audio")
_FILM: Final = "video"


def media_of(text: etree._Element, reading: Reading) -> Media:
    """What a translated text has beside its words. A film, and a file that is computed, are noted and left out."""
    found: dict[str, str] = {}
    for value in text:
        form = value.get("form", "") if local(value) == "value" else ""
        if form == _FILM or (form in _SHOWN and len(value)):
            reading.note(f"<text {text.get('id', '')}>", form, Fate.NOT_SHOWN)
        elif form in _SHOWN:
            found.setdefault(form, file_of((value.text or "").strip()))
    return Media(found.get("image", ""), found.get("big-image", ""), found.get("audio", ""))


def found_files(
    names: Iterable[str], attachments: Mapping[str, bytes], reading: Reading
) -> Mapping[str, bytes]:
    """The files that are here. Without one of them a form can be filled all the same; its author is told."""
    found: dict[str, bytes] = {}
    for name in sorted(names):
        if name in attachments:
            found[name] = attachments[name]
        else:
            reading.note(name, "file", Fate.NOT_SHOWN)
    return found
