# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures that a Form.io definition carries in itself, as `data:` addresses; nothing is fetched from anywhere."""

import base64
import binascii
import html
import re
from collections.abc import Iterable, Mapping
from typing import Final

from core.forms.definition import Question
from core.forms.formio.documents import Component, word
from core.forms.language_names import UNDETERMINED
from core.forms.media import Media, Versions

LARGEST: Final = 8_000_000
"""Signs of one picture's address."""

_IMAGE: Final = re.compile(r"<img\b", re.IGNORECASE)
_DATA: Final = re.compile(
    r"""\bsrc\s*=\s*["']?(data:image/[a-z0-9.+-]{1,40};base64,[A-Za-z0-9+/=]+)""", re.IGNORECASE
)
_TOLD: Final = re.compile(r"""\balt\s*=\s*(?:"([^"<>]{0,400})"|'([^'<>]{0,400})')""", re.IGNORECASE)
_BEGINS: Final = "data:image/"


def pictures_of(component: Component) -> Versions:
    """The first picture of a component that only shows something, with the words that its author gave for it."""
    listed = component.get("image")
    if isinstance(listed, list) and listed and isinstance(listed[0], dict):
        return _media(word(listed[0], "url"), word(component, "altText"))
    shown = word(component, "html") or word(component, "content")
    begins = _IMAGE.search(shown)
    if begins is None:
        return ()
    # A picture's own signs have no bracket, so its element ends at the next one.
    end = shown.find(">", begins.start())
    element = shown[begins.start() : end if end > 0 else begins.start()]
    source, told = _DATA.search(element), _TOLD.search(_DATA.sub("", element))
    return _media(source[1] if source else "", html.unescape(told[1] or told[2] or "") if told else "")


def _media(address: str, told: str) -> Versions:
    if not address.startswith(_BEGINS) or len(address) > LARGEST:
        return ()
    return ((UNDETERMINED, Media(picture=address, told=" ".join(told.split()))),)


def files_of(questions: Iterable[Question]) -> Mapping[str, bytes]:
    """What the addresses beside the questions hold; one that holds nothing is left out."""
    found: dict[str, bytes] = {}
    for question in questions:
        for _, media in question.label.media:
            _, comma, text = media.picture.partition(";base64,")
            try:
                found[media.picture] = base64.b64decode(text, validate=True) if comma else b""
            except binascii.Error:
                continue
    return {name: content for name, content in found.items() if content}
