# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The file with the certificates of an agency's own authority, which lies beside the profile (PEM, RFC 7468)."""

from pathlib import Path
from typing import Final

from core.breach import Wrong
from kiosk.profile.file_places import path_of
from kiosk.profile.reading import Table

LARGEST: Final = 100_000
"""Bytes. One certificate has two thousand; what systems bring along has twice this."""

ALLOWED: Final = "a PEM file with the certificates of the office's own authority"


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
    if len(text) > LARGEST or not _loads(text):
        return _wrong(table, "holds no certificate")
    if "PRIVATE KEY" in text:
        return _wrong(table, "holds a private key")
    return text


def _wrong(table: Table, what: str) -> str:
    table.wrong("authorities", what, ALLOWED, kind=Wrong.FILE)
    return ""


def _loads(text: str) -> bool:
    """Whether what will check the agency's server takes it: anything less strict lets the courier stop over it."""
    # Most machines have no such file, and need no library for it when they start.
    import ssl

    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cadata=text)
    except (ssl.SSLError, ValueError):
        return False
    return True
