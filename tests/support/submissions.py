# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Submissions for tests: real in every field, different in every call's arguments."""

from core.catalogue import ChannelKind
from core.ids import FormId, Language, OrganisationId, ServiceId, SubmissionId
from core.seal_number import make
from core.submission import Envelope, Submission

MARKER = b"Amira-Testperson-0193"


def submission(
    number: int = 1,
    *,
    created: float = 1_000.0,
    repeatable: bool = True,
    body: bytes | None = None,
    remembered: float | None = None,
) -> Submission:
    """Submission number so-and-so; the same number is the same submission."""
    boundary = f"boundary-{number:04}"
    return Submission(
        id=SubmissionId(f"uuid:00000000-0000-4000-8000-{number:012}"),
        seal=make(number.to_bytes(5)),
        service=ServiceId("https://town.example/services/birth"),
        form=FormId("birth"),
        form_version="2026-11",
        organisation=OrganisationId("https://town.example/registry"),
        language=Language("ar"),
        created=created,
        envelope=Envelope(
            protocol=ChannelKind.OPENROSA if repeatable else ChannelKind.OPEN311,
            url="https://town.example/submission",
            headers=(("Content-Type", f"multipart/form-data; boundary={boundary}"), ("X-Second", "ü")),
            body=MARKER + b"\x00\xff" + str(number).encode() if body is None else body,
            repeatable=repeatable,
            remembered=remembered,
        ),
    )
