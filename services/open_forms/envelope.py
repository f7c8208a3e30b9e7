# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Freezes the answers to an Open Forms form. Sends nothing: what is sent when is the conversation's (`agency`)."""

from urllib.parse import quote, urlsplit

from core.catalogue import ChannelKind
from core.ids import FormId
from core.submission import Envelope


def envelope(answers: bytes, endpoint: str, form: FormId) -> Envelope:
    """The frozen answers, `answers` being the JSON object of the data of all steps.

    After its end a session is forgotten, and with it what it sent: nothing is repeatable, and nobody can be asked.
    """
    return Envelope(
        protocol=ChannelKind.OPEN_FORMS,
        url=address(endpoint, form),
        headers=(("Content-Type", "application/json"),),
        body=answers,
        repeatable=False,
    )


def address(endpoint: str, form: FormId) -> str:
    """Where the form's description is; `endpoint` is the address that ends in `/api/v2`."""
    return f"{endpoint.rstrip('/')}/forms/{quote(form, safe='')}"


def endpoint_of(url: str) -> str:
    """The endpoint out of a form's address."""
    return url.rpartition("/forms/")[0]


def shown_at(endpoint: str, form: FormId) -> str:
    """The address of the form for people, which a session has to name and the server knows."""
    parts = urlsplit(endpoint)
    above = parts.path.partition("/api/")[0]
    return f"{parts.scheme}://{parts.netloc}{above}/{quote(form, safe='')}"
