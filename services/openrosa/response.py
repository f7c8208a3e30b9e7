# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads `OpenRosaResponse`, what servers answer to a submission, leniently; decides nothing.

OpenRosa Form Submission API 1.0; `submissionMetadata` as ODK's servers write it.
"""

import re
from dataclasses import dataclass

from services.documents import Unreadable, local_name, read_xml
from services.outside_text import plain

# A word, a colon, and at the end letters, digits and hyphens, a digit among them: `Reference: PA-26-4T7-K2M`.
_REFERENCE = re.compile(r"[:：]\s*((?=[A-Za-z-]*[0-9])[0-9A-Za-z][0-9A-Za-z-]{2,39})\s*[.。]?\s*$")


@dataclass(frozen=True, slots=True)
class Response:
    """`natures` are the messages' nature attributes, `words` their plain texts, `instance` the id named.

    `instance` is empty where the server names none. `reference` is the agency's number in the message of a
    success, else empty.
    """

    natures: tuple[str, ...]
    words: str
    instance: str
    reference: str


def read_response(body: bytes) -> Response | None:
    """What the server says; None when it is no OpenRosaResponse."""
    root = read_xml(body)
    if isinstance(root, Unreadable) or local_name(root) != "OpenRosaResponse":
        return None
    natures: list[str] = []
    texts: list[str] = []
    instance = ""
    for element in root.iter("{*}message", "{*}submissionMetadata"):
        if local_name(element) == "message":
            natures.append(str(element.get("nature", "")))
            texts.append("".join(str(part) for part in element.itertext()))
        else:
            instance = str(element.get("instanceID", "")).strip()
    words = plain("\n".join(texts))
    success = "submit_success" in natures or not any(natures)
    found = _REFERENCE.search(words) if success else None
    return Response(tuple(natures), words, instance, found[1] if found else "")
