# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Freezes an XForms instance into the bytes of an OpenRosa submission, equal at every attempt. Sends nothing.

OpenRosa Form Submission API 1.0: multipart/form-data with the instance as `xml_submission_file`.
"""

import hashlib

from core.catalogue import ChannelKind
from core.ids import SubmissionId
from core.submission import Envelope

VERSION_HEADER = ("X-OpenRosa-Version", "1.0")


def envelope(entry_xml: bytes, endpoint: str, submission: SubmissionId) -> Envelope:
    """The wire form of one filled form. `endpoint` is the address in the catalogue, without any key.

    The boundary is made from the id and the content, so that the same submission always gives the same bytes.
    """
    boundary = _boundary(entry_xml, submission)
    head = (
        f"--{boundary}\r\n"
        'Content-Disposition: form-data; name="xml_submission_file"; filename="submission.xml"\r\n'
        "Content-Type: text/xml; charset=utf-8\r\n\r\n"
    )
    return Envelope(
        protocol=ChannelKind.OPENROSA,
        url=endpoint.rstrip("/") + "/submission",
        headers=(VERSION_HEADER, ("Content-Type", f"multipart/form-data; boundary={boundary}")),
        body=head.encode() + entry_xml + f"\r\n--{boundary}--\r\n".encode(),
        repeatable=True,
    )


def _boundary(entry_xml: bytes, submission: SubmissionId) -> str:
    seed = submission.encode() + b"\n" + entry_xml
    while True:
        digest = hashlib.sha256(seed).hexdigest()[:40]
        # RFC 2046 section 5.1.1: the boundary must not stand in what it encloses.
        if digest.encode() not in entry_xml:
            return f"civic-{digest}"
        seed = digest.encode() + seed
