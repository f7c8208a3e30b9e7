# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads from a submission's XML what the protocol needs: form, version, instanceID; never the answers."""

from dataclasses import dataclass
from xml.etree import ElementTree as ET

OPENROSA_META = "{http://openrosa.org/xforms}"


@dataclass(frozen=True, slots=True)
class Envelope:
    """Which form a submission answers, and which instance it is."""

    form_id: str
    form_version: str
    instance_id: str
    deprecated_id: str | None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A submission that is none, with the sentence for its sender."""

    sentence: str


def read_envelope(xml: bytes) -> Envelope | Unreadable:
    """Read the envelope of a submission (ODK XForms: primary instance with `id`, `version` and `meta`)."""
    if b"<!DOCTYPE" in xml:
        return Unreadable("A submission must not bring a document type.")
    try:
        root = ET.fromstring(xml)  # noqa: S314  # no document type gets here, so no entities either
    except ET.ParseError:
        return Unreadable("Required parameter form ID xml attribute missing.")
    form_id = root.attrib.get("id", "")
    if not form_id:
        return Unreadable("Required parameter form ID xml attribute missing.")
    instance_id = _meta(root, "instanceID")
    if not instance_id:
        return Unreadable("Required parameter instanceID missing.")
    return Envelope(
        form_id=form_id,
        form_version=root.attrib.get("version", ""),
        instance_id=instance_id,
        deprecated_id=_meta(root, "deprecatedID") or None,
    )


def _meta(root: ET.Element, name: str) -> str:
    """One entry of the meta block, which may stand in the OpenRosa namespace, the form's own or none."""
    own = root.tag.rpartition("}")[0] + "}" if root.tag.startswith("{") else ""
    for space in (OPENROSA_META, own, ""):
        meta = root.find(f"{space}meta")
        if meta is not None:
            for inner in (OPENROSA_META, own, ""):
                text = meta.findtext(f"{inner}{name}")
                if text:
                    return text.strip()
    return ""
