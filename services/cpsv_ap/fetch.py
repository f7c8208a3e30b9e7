# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fetches a catalogue when it has changed."""

from dataclasses import replace

from services.boundary import MEBIBYTE, Failed, Failure, NotModified, unless_useful
from services.cpsv_ap.reader import ReadCatalogue, read_catalogue
from services.documents import Unreadable, read_json
from services.http import Http

LARGEST = 64 * MEBIBYTE
"""Bytes of a catalogue, unpacked (`reliability.md` P19)."""

NOT_CHANGED = 304
LONGEST_TAG = 200


def fetch_catalogue(http: Http, address: str, version: str = "") -> ReadCatalogue | NotModified | Failed:
    """The catalogue at `address`, unless it is still the one with entity tag `version` (RFC 9110 section 13).

    A document without any service is a failure: it must never take the place of a good catalogue.
    """
    tag = [("If-None-Match", version)] if version else []
    answer = http.get(address, [("Accept", "application/ld+json, application/json;q=0.9"), *tag], LARGEST)
    if isinstance(answer, Failed):
        return answer
    if answer.status == NOT_CHANGED and version:
        return NotModified()
    wrong = unless_useful(answer)
    if wrong is not None:
        return wrong
    document = read_json(answer.body)
    if isinstance(document, Unreadable):
        return answer.failed(Failure.BAD_ANSWER, document.reason)
    etag = answer.header("etag")
    read = read_catalogue(document, etag if len(etag) <= LONGEST_TAG and etag.isascii() else "")
    if not read.catalogue.services:
        return answer.failed(Failure.BAD_ANSWER, "no service in the catalogue")
    return replace(read, source=answer.body)
