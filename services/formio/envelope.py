# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Freezes a filled Form.io form into the bytes of its submission. Sends nothing, and holds no key."""

import json
from urllib.parse import quote

from core.catalogue import ChannelKind
from core.ids import FormId
from core.submission import Envelope

JSON_TYPE = "application/json"
REFERENCE = "reference"
"""The member of `metadata` that holds our seal number: the server keeps `metadata` as it comes."""


def envelope(answers: bytes, endpoint: str, form: FormId, seal: str) -> Envelope:
    """The wire form of one filled form: `answers` is the JSON object of its data.

    The server cannot recognise a repetition: the same twice is two submissions. So it is not repeatable.
    """
    metadata = json.dumps({REFERENCE: seal}).encode()
    return Envelope(
        protocol=ChannelKind.FORMIO,
        url=f"{address(endpoint, form)}/submission",
        headers=(("Content-Type", JSON_TYPE), ("Accept", JSON_TYPE)),
        body=b'{"data":' + answers + b',"metadata":' + metadata + b"}",
        repeatable=False,
    )


def address(endpoint: str, form: FormId) -> str:
    """A form's address: the project's, and the form's path, which may have several parts."""
    return f"{endpoint.rstrip('/')}/{quote(form.strip('/'), safe='/')}"
