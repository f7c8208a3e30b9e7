# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The file with the certificates of an agency's own authority, which lies beside the profile (PEM, RFC 7468)."""

import base64
import re
from pathlib import Path
from typing import Final

from core.breach import Wrong
from kiosk.profile.file_places import path_of
from kiosk.profile.reading import Table

LARGEST: Final = 100_000
"""Bytes. One certificate has two thousand; what systems bring along has twice this."""

ALLOWED: Final = "a PEM file with the certificates of the office's own authority"
PARTS: Final = re.compile("-----BEGIN CERTIFICATE-----(.+?)-----END CERTIFICATE-----", re.DOTALL)
SEQUENCE: Final = b"\x30"
"""How every certificate begins (X.690)."""


def read_authorities(table: Table, beside: Path) -> str:
    """The certificates as they are in the file that `authorities` names; empty where there is none.

    A private key in it is a mistake too: it would lie on every machine.
    """
    file = path_of(table, "authorities", beside)
    if file is None:
        return ""
    try:
        with file.open("rb") as opened:
            text = opened.read(LARGEST + 1).decode("ascii")
    except UnicodeDecodeError:
        text = ""
    except OSError as problem:
        return _wrong(table, problem.strerror or "cannot be read")
    parts = PARTS.findall(text)
    if len(text) > LARGEST or not parts or not all(map(_is_certificate, parts)):
        return _wrong(table, "holds no certificate")
    if "PRIVATE KEY" in text:
        return _wrong(table, "holds a private key")
    return text


def _wrong(table: Table, what: str) -> str:
    table.wrong("authorities", what, ALLOWED, kind=Wrong.FILE)
    return ""


def _is_certificate(part: str) -> bool:
    try:
        return base64.b64decode("".join(part.split()), validate=True).startswith(SEQUENCE)
    except ValueError:
        return False
