# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Damaged answers to every agency's requests: always an outcome, in time, and a receipt only with a reference."""

import json
import random
import time
from dataclasses import replace

import pytest

from core import sync
from core.access_way import AccessWay
from core.catalogue import APIS, ChannelKind
from core.following import NothingTold, Told
from core.ids import FormId, SubmissionId
from core.seal_number import make
from core.submission import Envelope, Outcome, Received
from services.access import Access, Keys
from services.agencies import agencies, publishers
from services.boundary import Failed, Limits
from services.formio.envelope import envelope as formio
from services.http import Http
from services.json_schema.envelope import envelope as json_schema
from services.open311.envelope import envelope as open311
from services.open_forms.envelope import envelope as open_forms
from services.openrosa.envelope import envelope as openrosa
from services.origins import Origins
from services.published_forms import FormsNews
from tests.support import chaos_server as c
from tests.support.agency_worlds import RealClock, submission_of
from tests.support.damaged_answers import BODIES, mutated

LIMITS = Limits(connect=1.0, read=0.3, total=0.6, body=200_000)
SEAL = make((1).to_bytes(5))
IDENTITY = SubmissionId("uuid:00000000-0000-4000-8000-000000000001")
FORM = FormId("f")
XML = b"<data><description>x</description></data>"
THEIRS = (
    b'{"reference":"PA-26-4T7-K2M","received":"2026-11-27"}',
    json.dumps([{"_id": "5f3e", "metadata": {"reference": SEAL}}]).encode(),
    b'{"_id":"5f3e","data":{"a":1},"metadata":{}}',
    b'{"name":"ValidationError","details":[{"message":"must be unique","path":["a"]}]}',
    b'{"uuid":"u","steps":[{"uuid":"s","formDefinition":"S"}],"submissionAllowed":"yes","id":"i"}',
    b'{"configuration":{"components":[{"type":"textfield","key":"a.b"}]},"id":"i","statusUrl":"http://127.0.0.1/s"}',
    b'{"status":"done","result":"success","publicReference":"OF-1"}',
    b'{"type":"object","properties":{"a":{"type":"string"}}}',
    b'{"type":"about:blank","title":"No","status":422,"detail":"Idempotency-Key"}',
)
EVERY = [pytest.param(kind, id=kind.value) for kind in ChannelKind if kind in APIS]
CHALLENGES = (
    'Digest realm="a", nonce="n", qop="auth", algorithm=SHA-256',
    'Basic realm="a"',
    'Digest nonce="n", realm="\\"',
    "Digest ,,,=,",
    "",
)


def envelope_of(kind: ChannelKind, endpoint: str) -> Envelope:
    answers = b'{"a":{"b":"x"}}'
    match kind:
        case ChannelKind.JSON_SCHEMA:
            return json_schema(answers, endpoint, FORM, IDENTITY)
        case ChannelKind.FORMIO:
            return formio(answers, endpoint, FORM, SEAL)
        case ChannelKind.OPEN_FORMS:
            return open_forms(answers, endpoint, FORM)
        case ChannelKind.OPEN311:
            return open311(XML, endpoint, FORM, SEAL)
        case _:
            return openrosa(XML, endpoint, IDENTITY, {"a.jpg": b"x" * 500})


def damaged(chance: random.Random) -> bytes:
    status = chance.choice(
        [200, 200, 201, 201, 204, 206, 302, 400, 401, 403, 404, 409, 422, 429, 500, 503, 511]
    )
    headers = [
        ("Content-Type", chance.choice(["application/json", "text/xml", "text/html"])),
        ("WWW-Authenticate", chance.choice(CHALLENGES)),
        ("X-OpenRosa-Accept-Content-Length", chance.choice(["900", "0", "x", "100000000"])),
        ("Set-Cookie", chance.choice(["a=b; Path=/", "=", "a", "a=" + "x" * 300])),
    ]
    wire = c.answer(status, chance.choice([*THEIRS, *BODIES]), *headers)
    return mutated(chance, wire) if chance.random() < 0.6 else wire


def fuzzed(kind: ChannelKind, times: int, seed: int) -> None:
    chance = random.Random(f"{kind.value} {seed}")
    wires = [damaged(chance) for _ in range(times * 8)]
    with c.chaos(*(c.raw(wire) for wire in wires), c.close_at_once()) as server:
        endpoint = f"{server.url}/v1/projects/1"
        http = Http(Origins.of([server.origin]), LIMITS)
        for _ in range(times):
            access = Access("k", "u", chance.choice(list(AccessWay)))
            keys = Keys.of([(endpoint, access)])
            item = submission_of(1, FORM, envelope_of(kind, endpoint))
            agency = agencies(http, keys, RealClock())[kind]
            begun = time.monotonic()
            if chance.random() < 0.6:
                outcome: Outcome = agency.deliver(item)
            elif chance.random() < 0.3:
                told_at = chance.choice(["requests/1.json", "tokens/1.json", "x/status"])
                asked = replace(sync.begin(item), told_at=f"{endpoint}/{told_at}", reference="1")
                assert isinstance(agency.progress(asked), Told | NothingTold)
                continue
            elif chance.random() < 0.5:
                outcome = agency.look_up(item, item.created, chance.choice(["", f"{endpoint}/x/status"]))
            else:
                news = publishers(http, keys, RealClock())[kind].refresh(endpoint, frozenset({FORM}), (), 1.0)
                assert isinstance(news, FormsNews | Failed)
                continue
            assert not isinstance(outcome, Received) or outcome.reference.strip()
            assert time.monotonic() - begun < 40 * LIMITS.total


@pytest.mark.parametrize("kind", EVERY)
def test_damaged_answers_give_outcomes(kind: ChannelKind) -> None:
    fuzzed(kind, 40, seed=7)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("kind", EVERY)
def test_many_damaged_answers_give_outcomes(kind: ChannelKind, seed: int) -> None:
    fuzzed(kind, 400, seed)
