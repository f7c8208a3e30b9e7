# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Freezes the answers to a JSON Schema into one POST with its Idempotency-Key. Sends nothing."""

from urllib.parse import quote

from core.catalogue import ChannelKind
from core.ids import FormId, SubmissionId
from core.submission import Envelope

JSON_TYPE = "application/json"

KEY_SECONDS = 24 * 3_600.0
"""For how long a server is taken to know a key. Draft -07 leaves it to the server (section 2.3); this is the least
that the known ones declare."""


def envelope(answers: bytes, endpoint: str, form: FormId, submission: SubmissionId) -> Envelope:
    """The wire form of one filled form: `answers` is the JSON object that fits the schema.

    The key is the submission's id, so it is the same at every attempt (a structured field's string, RFC 9651). The
    Link says by which schema the object was made (JSON Schema 2020-12 core, section 9.5.1.1).
    """
    url = address(endpoint, form)
    return Envelope(
        protocol=ChannelKind.JSON_SCHEMA,
        url=url,
        headers=(
            ("Content-Type", JSON_TYPE),
            ("Accept", JSON_TYPE),
            ("Idempotency-Key", f'"{submission.removeprefix("uuid:")}"'),
            ("Link", f'<{url}>; rel="describedby"'),
        ),
        body=answers,
        repeatable=True,
        remembered=KEY_SECONDS,
    )


def address(endpoint: str, form: FormId) -> str:
    """Where the schema is, and where what fits it is sent to."""
    return f"{endpoint.rstrip('/')}/{quote(form, safe='')}"
