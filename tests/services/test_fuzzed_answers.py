# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Damaged answers never raise, never hang and never grow: whatever bytes come, each reader gives a value."""

import gzip
import json
import random
import time

import pytest

from services.boundary import Answer, Failed, Limits
from services.cpsv_ap.reader import ReadCatalogue, read_catalogue
from services.documents import Unreadable, read_json, read_xml
from services.http import Http
from services.open311.reading import error_words, read_answer
from services.open311.records import read_definition, read_discovery, read_requests, read_services
from services.openrosa.form_list import read_form_list, read_manifest
from services.openrosa.response import read_response
from services.origins import Origins
from tests.support import chaos_server as c

LIMITS = Limits(connect=1.0, read=1.0, total=1.5, body=200_000)
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


def test_a_thousand_damaged_answers_give_values() -> None:
    _fuzz(1_000, seed=7)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(10))
def test_ten_thousand_damaged_answers_give_values(seed: int) -> None:
    _fuzz(1_000, seed=100 + seed)


def _fuzz(times: int, seed: int) -> None:
    chance = random.Random(seed)
    wires = [_damaged(chance) for _ in range(times)]
    kinds: set[str] = set()
    with c.chaos(*(c.raw(wire) for wire in wires), c.close_at_once()) as server:
        http = Http(Origins.of([server.origin]), LIMITS)
        for _ in wires:
            begun = time.monotonic()
            # HEAD bodies and second redirects use up wires too; what matters is that each call comes back.
            result = http.get(server.url + "/x") if chance.random() < 0.7 else http.post(server.url, [], b"x")
            kinds.add(result.kind.value if isinstance(result, Failed) else "answer")
            if isinstance(result, Answer):
                assert result.wait is None or result.wait >= 0
                _read_every_way(result.body)
            assert time.monotonic() - begun < 2 * LIMITS.total
    assert {"answer", "bad_answer", "cut"} <= kinds


@pytest.mark.parametrize("seed", range(4))
def test_damaged_bodies_are_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(500):
        _read_every_way(_mutated(chance, chance.choice(BODIES)))


def _read_every_way(body: bytes) -> None:
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


def _damaged(chance: random.Random) -> bytes:
    body = chance.choice(BODIES)
    headers = [("Content-Type", chance.choice(["text/xml", "application/json", "text/html; charset=utf-16"]))]
    if chance.random() < 0.3:
        body = gzip.compress(body)
        headers.append(("Content-Encoding", "gzip"))
    if chance.random() < 0.2:
        packed = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
        return _mutated(chance, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + packed)
    status = chance.choice([200, 200, 201, 302, 304, 400, 404, 409, 429, 500, 503, 511])
    return _mutated(chance, c.answer(status, body, *headers))


def _mutated(chance: random.Random, data: bytes) -> bytes:
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


HOSTILE_XML = {
    "laughs": b'<!DOCTYPE l [<!ENTITY a "ha">' + b"".join(
        b'<!ENTITY a%d "%s">' % (n, b"&a%s;" % (str(n - 1).encode() if n else b"") * 10) for n in range(9)
    ) + b"]><l>&a8;</l>",
    "quadratic": b'<!DOCTYPE q [<!ENTITY a "' + b"x" * 50_000 + b'">]><q>' + b"&a;" * 20_000 + b"</q>",
    "outside file": b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><r>&x;</r>',
    "outside dtd": b'<!DOCTYPE r SYSTEM "http://127.0.0.1:9/r.dtd"><r/>',
    "deep": b"<a>" * 200_000 + b"</a>" * 200_000,
    "attributes": b"<a " + b" ".join(b'a%d="1"' % n for n in range(20_000)) + b' a1="2"/>',
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE_XML)
def test_hostile_xml_is_refused_quickly(name: str) -> None:
    begun = time.monotonic()
    assert isinstance(read_xml(HOSTILE_XML[name]), Unreadable)
    assert read_response(HOSTILE_XML[name]) is None
    assert time.monotonic() - begun < 1.0


def test_json_is_bounded_in_depth_and_knows_no_other_numbers() -> None:
    assert read_json(b"[" * 64 + b"]" * 64) is not None
    for body in (b"[" * 65 + b"]" * 65, b"[" * 3_000, b"[NaN]", b"[Infinity]", b"\xff", b"", b"1" * 5_000):
        assert isinstance(read_json(body), Unreadable)


def test_terms_that_define_each_other_in_a_circle_end() -> None:
    document = read_json(b'{"@context":{"a":"b","b":"a","c":"c:d"},"a":1,"c":2,"@id":"a:x"}')
    assert not isinstance(document, Unreadable)
    assert read_catalogue(document).catalogue.services == {}
