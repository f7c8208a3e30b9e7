# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Freezes an XForms instance into the bytes of an OpenRosa submission, equal at every attempt. Sends nothing.

OpenRosa Form Submission API 1.0: multipart/form-data with the instance as `xml_submission_file`.
"""

import hashlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from core.catalogue import ChannelKind
from core.ids import SubmissionId
from core.submission import Envelope

VERSION_HEADER = ("X-OpenRosa-Version", "1.0")
NO_FILES: Final[Mapping[str, bytes]] = MappingProxyType({})


def envelope(
    entry_xml: bytes, endpoint: str, submission: SubmissionId, files: Mapping[str, bytes] = NO_FILES
) -> Envelope:
    """The wire form of one filled form. `endpoint` is the address in the catalogue, without any key.

    `files` go along under their names (letters, digits, `.` and `-`). The boundary is made from the id and the content,
    so that the same submission always gives the same bytes.
    """
    content = b"\n".join([entry_xml, *files.values()])
    boundary = _boundary(content, submission)
    parts = [_part(boundary, "xml_submission_file", "submission.xml", "text/xml; charset=utf-8", entry_xml)]
    parts += [_part(boundary, name, name, "application/octet-stream", body) for name, body in files.items()]
    return Envelope(
        protocol=ChannelKind.OPENROSA,
        url=endpoint.rstrip("/") + "/submission",
        headers=(VERSION_HEADER, ("Content-Type", f"multipart/form-data; boundary={boundary}")),
        body=b"".join([*parts, f"--{boundary}--\r\n".encode()]),
        repeatable=True,
    )


def _part(boundary: str, name: str, file: str, kind: str, body: bytes) -> bytes:
    head = (
        f"--{boundary}\r\n"
        f'Content-Disposition: form-data; name="{name}"; filename="{file}"\r\n'
        f"Content-Type: {kind}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n"


def _boundary(content: bytes, submission: SubmissionId) -> str:
    seed = submission.encode() + b"\n" + content
    while True:
        digest = hashlib.sha256(seed).hexdigest()[:40]
        # RFC 2046 section 5.1.1: the boundary must not stand in what it encloses.
        if digest.encode() not in content:
            return f"civic-{digest}"
        seed = digest.encode() + seed
