# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Damaged answers never raise, never hang and never grow: whatever bytes come, each reader gives a value."""

import random
import time

import pytest

from services.boundary import Answer, Failed, Limits
from services.cpsv_ap.reader import read_catalogue
from services.documents import Unreadable, read_json, read_xml
from services.http import Http
from services.openrosa.form_list import FormList, read_form_list
from services.openrosa.response import read_response
from services.origins import Origins
from tests.support import chaos_server as c
from tests.support.damaged_answers import BODIES, damaged, mutated, read_every_way

LIMITS = Limits(connect=1.0, read=1.0, total=1.5, body=200_000)


def test_a_thousand_damaged_answers_give_values() -> None:
    _fuzz(1_000, seed=7)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(10))
def test_ten_thousand_damaged_answers_give_values(seed: int) -> None:
    _fuzz(1_000, seed=100 + seed)


def _fuzz(times: int, seed: int) -> None:
    chance = random.Random(seed)
    wires = [damaged(chance) for _ in range(times)]
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
                read_every_way(result.body)
            assert time.monotonic() - begun < 2 * LIMITS.total
    assert {"answer", "bad_answer", "cut"} <= kinds


@pytest.mark.parametrize("seed", range(4))
def test_damaged_bodies_are_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(500):
        read_every_way(mutated(chance, chance.choice(BODIES)))


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
    begun = time.process_time()
    assert isinstance(read_xml(HOSTILE_XML[name]), Unreadable)
    assert read_response(HOSTILE_XML[name]) is None
    assert time.process_time() - begun < 1.0


def test_json_is_bounded_in_depth_and_knows_no_other_numbers() -> None:
    assert read_json(b"[" * 64 + b"]" * 64) is not None
    for body in (b"[" * 65 + b"]" * 65, b"[" * 3_000, b"[NaN]", b"[Infinity]", b"\xff", b"", b"1" * 5_000):
        assert isinstance(read_json(body), Unreadable)


def test_terms_that_define_each_other_in_a_circle_end() -> None:
    document = read_json(b'{"@context":{"a":"b","b":"a","c":"c:d"},"a":1,"c":2,"@id":"a:x"}')
    assert not isinstance(document, Unreadable)
    assert read_catalogue(document).catalogue.services == {}


@pytest.mark.parametrize("namespace", [b"http://oxforms/xfor}sList", b"http://a/}"])
def test_a_namespace_with_a_brace_in_it_is_read_or_refused(namespace: bytes) -> None:
    """Found by a guided search (`test_fuzzed_parsers`): it ended the courier's question for forms."""
    body = b'<xforms xmlns="%s"><xform><formID>a</formID></xform><x xmlns="t"/></xforms>' % namespace

    assert read_form_list(body) in (None, FormList((), 2))


def test_an_attribute_of_a_catalogue_whose_type_is_a_list_is_passed_over() -> None:
    """Found in the same way."""
    document = read_json(b'{"@id":"urn:s","http://purl.org/dc/terms/title":{"type":[],"value":"x"}}')

    assert not isinstance(document, Unreadable)
    assert read_catalogue(document).catalogue.services == {}
