# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers of agencies with damage in them: whole ones on the wire, and their bodies for every reader."""

import gzip
import json
import random

from services.cpsv_ap.reader import ReadCatalogue, read_catalogue
from services.documents import Unreadable, read_json
from services.open311.reading import error_words, read_answer
from services.open311.records import read_definition, read_discovery, read_requests, read_services
from services.openrosa.form_list import read_form_list, read_manifest
from services.openrosa.response import read_response
from tests.support import chaos_server as c

RECEIPT = (
    b'<OpenRosaResponse xmlns="http://openrosa.org/http/response" items="0">'
    b'<message nature="submit_success">Reference: PA-26-4T7-K2M</message>'
    b'<submissionMetadata xmlns="http://www.opendatakit.org/xforms" instanceID="uuid:1"/></OpenRosaResponse>'
)
FORM_LIST = (
    b'<?xml version="1.0"?><xforms xmlns="http://openrosa.org/xforms/xformsList"><xform><formID>a</formID>'
    b"<name>A</name><version>1</version><hash>md5:00</hash><downloadUrl>http://127.0.0.1/a</downloadUrl></xform></xforms>"
)
REQUESTS = json.dumps(
    [
        {
            "service_request_id": 7,
            "description": "hole [ref X]",
            "lat": 1.5,
            "status": "open",
            "media_url": None,
        }
    ]
).encode()
DEFINITION = json.dumps(
    {"service_code": "POT", "attributes": [{"code": "a", "datatype": "singlevaluelist", "order": 1,
     "required": "true", "values": [{"key": "k", "name": "n"}]}]}
).encode()  # fmt: skip
CATALOGUE = json.dumps(
    {
        "@context": {
            "dct": "http://purl.org/dc/terms/",
            "name": {"@id": "dct:title", "@container": "@language"},
        },
        "@graph": [
            {
                "@id": "urn:s",
                "@type": "cpsv:PublicService",
                "name": {"en": "S"},
                "cv:hasCompetentAuthority": "urn:o",
            },
            {
                "@id": "urn:o",
                "@type": ["cv:PublicOrganisation"],
                "@reverse": {"cv:ownedBy": {"@id": "urn:c"}},
            },
        ],
    }
).encode()
BODIES = (RECEIPT, FORM_LIST, REQUESTS, DEFINITION, CATALOGUE)
NASTY = (
    b"\x00", b"\xff\xfe", b"\r\n", b"\r\n\r\n", b":", b"Content-Length: 99999999999999999999\r\n",
    b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n", b"Location: http://[::1\r\n",
    b"Location: \xff\x00\r\n", b"Content-Type: text/html; charset=idna\r\n", b"Content-Encoding: br\r\n",
    b"Retry-After: 9999999999999999999\r\n", b"Retry-After: Mon, 99 Foo\r\n", b"HTTP/1.1 100 Continue\r\n\r\n",
    b"HTTP/0.9 ", b"Set-Cookie: a=\xe9\r\n", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b"[" * 3000, b"{\"a\":" * 400,
    b"1e999", b"NaN", b"\\ud800", b"9" * 5000, b"<a>" * 300, b'"@context":"x",', b'"@graph":', b'"@reverse":',
    b'"@container":"@index"', b'"@base":"', b"Infinity", b"true", b"null",
)  # fmt: skip


def read_every_way(body: bytes) -> None:
    """Every reader on the same bytes; each must give a value of its own type."""
    read_response(body)
    read_form_list(body)
    read_manifest(body)
    value = read_answer(body)
    if not isinstance(value, Unreadable):
        read_services(value)
        read_requests(value)
        read_definition(value)
        read_discovery(value)
        assert isinstance(error_words(value), str)
    document = read_json(body)
    if not isinstance(document, Unreadable):
        read = read_catalogue(document)
        assert isinstance(read, ReadCatalogue)
        for service in read.catalogue.services.values():
            assert service.organisation in read.catalogue.organisations
            service.name.best(next(iter(service.name.languages))).text.encode()


def damaged(chance: random.Random) -> bytes:
    """A whole answer on the wire, sometimes packed, sometimes in chunks, damaged anywhere."""
    body = chance.choice(BODIES)
    headers = [("Content-Type", chance.choice(["text/xml", "application/json", "text/html; charset=utf-16"]))]
    if chance.random() < 0.3:
        body = gzip.compress(body)
        headers.append(("Content-Encoding", "gzip"))
    if chance.random() < 0.2:
        packed = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
        return mutated(chance, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + packed)
    status = chance.choice([200, 200, 201, 302, 304, 400, 404, 409, 429, 500, 503, 511])
    return mutated(chance, c.answer(status, body, *headers))


def mutated(chance: random.Random, data: bytes) -> bytes:
    """The bytes with up to eight changes; sometimes none."""
    wire = bytearray(data)
    for _ in range(chance.choice([0, 1, 1, 2, 3, 8])):
        place = chance.randrange(len(wire) + 1)
        match chance.randrange(5):
            case 0:
                wire[place:place] = chance.choice(NASTY)
            case 1:
                del wire[place : place + chance.randrange(1, 40)]
            case 2 if place < len(wire):
                wire[place] ^= 1 << chance.randrange(8)
            case 3:
                del wire[place:]
            case _:
                wire[place:place] = chance.randbytes(chance.randrange(1, 20))
    return bytes(wire)
