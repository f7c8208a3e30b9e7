# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads form lists and manifests (OpenRosa Form Discovery API 1.0); fetches nothing."""

from dataclasses import dataclass

from lxml import etree

from core.ids import FormId
from services.documents import Unreadable, local_name, read_xml, text_of
from services.outside_text import one_line

MOST_FORMS = 5_000
LONGEST_ADDRESS = 2_000


@dataclass(frozen=True, slots=True)
class OfferedForm:
    """One `xform` of a list. `hash` is `md5:` and a digest, empty when the server gives none.

    The addresses hold the key with which this machine is let in: they are not for logs.
    """

    form: FormId
    name: str
    version: str
    hash: str
    download: str
    manifest: str

    def __repr__(self) -> str:
        return f"OfferedForm({self.form!r}, version={self.version!r})"


@dataclass(frozen=True, slots=True)
class MediaFile:
    """One file that belongs to a form."""

    filename: str
    hash: str
    download: str


@dataclass(frozen=True, slots=True)
class FormList:
    """What a server offers, in its order. `skipped` counts entries without an id or an address."""

    forms: tuple[OfferedForm, ...]
    skipped: int


def read_form_list(body: bytes) -> FormList | None:
    """The list; None when it is none. An entry that cannot be used is skipped, never the list."""
    root = _root(body, "xforms")
    if root is None:
        return None
    forms: dict[FormId, OfferedForm] = {}
    skipped = 0
    for element in list(root)[:MOST_FORMS]:
        form = _offered(element)
        if form is None or form.form in forms:
            skipped += 1
        else:
            forms[form.form] = form
    return FormList(tuple(forms.values()), skipped)


def read_manifest(body: bytes) -> tuple[MediaFile, ...] | None:
    """A form's media; None when it is no manifest."""
    root = _root(body, "manifest")
    if root is None:
        return None
    files = (
        MediaFile(
            one_line(text_of(element, "filename")),
            one_line(text_of(element, "hash")),
            text_of(element, "downloadUrl"),
        )
        for element in list(root)[:MOST_FORMS]
        if local_name(element) == "mediaFile"
    )
    return tuple(file for file in files if file.filename and file.download)


def _root(body: bytes, name: str) -> etree._Element | None:
    root = read_xml(body)
    return None if isinstance(root, Unreadable) or local_name(root) != name else root


def _offered(element: etree._Element) -> OfferedForm | None:
    form = FormId(one_line(text_of(element, "formID")))
    download = text_of(element, "downloadUrl")
    if local_name(element) != "xform" or not form or not download or len(download) > LONGEST_ADDRESS:
        return None
    return OfferedForm(
        form=form,
        name=one_line(text_of(element, "name")) or form,
        version=one_line(text_of(element, "version")),
        hash=one_line(text_of(element, "hash")),
        download=download,
        manifest=text_of(element, "manifestUrl")[:LONGEST_ADDRESS],
    )
