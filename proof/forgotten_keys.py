# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""R2: a server that forgets keys holds each application once, though its courier dies around attempts."""

import json
import random
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Final

from core.catalogue import ChannelKind
from core.ids import FormId, SubmissionId
from proof.verdict import Trial, Verdict
from services.access import Keys
from services.boundary import Limits
from services.http import Http
from services.json_schema.agency import JsonSchemaAgency
from services.json_schema.envelope import envelope
from services.origins import Origins
from tests.support import chaos_server as c
from tests.support.agency_worlds import submission_of
from tests.support.dying_courier import DyingCourier, SetClock

SEED: Final = 5
MEMORY: Final = 3_600.0
"""Seconds for which the server knows a key; short, so that many are forgotten while they are waited with."""

OUTAGE: Final = 7_200.0
LIMITS: Final = Limits(connect=5.0, read=5.0, total=10.0)


@dataclass(slots=True)
class ForgetfulServer:
    """Files what comes under a key that it does not know, six of ten in silence; every third spell it takes nothing."""

    clock: SetClock
    chance: random.Random
    filed: list[tuple[float, str]] = field(default_factory=list)

    async def meet(self, exchange: c.Exchange) -> None:
        """Answer one request."""
        head, _, body = (await exchange.request()).partition(b"\r\n\r\n")
        assert b"idempotency-key:" in head.lower()
        rolled = self.chance.random()
        if rolled < 0.15 or (self.clock.now // OUTAGE) % 3 == 0:
            return
        name = json.loads(body)["name"]
        if not any(name == known and self.clock.now - at < MEMORY for at, known in self.filed):
            self.filed.append((self.clock.now, name))
        if rolled < 0.4:
            return
        if rolled < 0.6:
            await exchange.say(c.answer(503, b"", ("Retry-After", "600")))
            return
        await exchange.say(c.answer(201, json.dumps({"reference": f"R-{name}"}).encode()))


def prove(trial: Trial) -> Verdict:
    """`number` deaths, and applications in between. The seeded fault is a key that is taken to be known for ever."""
    clock = SetClock()
    server = ForgetfulServer(clock, random.Random(SEED + 1))
    remembered = None if trial.control else MEMORY
    with c.chaos(server.meet) as running:
        agency = JsonSchemaAgency(Http(Origins.of([running.origin]), LIMITS), Keys())
        courier = DyingCourier(trial.folder, {ChannelKind.JSON_SCHEMA: agency}, clock, random.Random(SEED))
        made, people, left = courier.die(
            trial.number, lambda number: _apply(courier, number, f"{running.url}/api", clock.now, remembered)
        )
        courier.close()
    times = Counter(name for _, name in server.filed)
    doubled = sum(number > 1 for number in times.values())
    lost = sum(_name(number) not in times for number in range(made)) - people
    figures = (
        f"kills {courier.kills} applications {made} lost {max(lost, 0)} doubled {doubled} "
        f"left to a person {people} still waiting {left}"
    )
    return Verdict(courier.kills >= trial.number and lost <= 0 and not doubled and not left, figures)


def _name(number: int) -> str:
    return f"n{number}"


def _apply(courier: DyingCourier, number: int, endpoint: str, now: float, remembered: float | None) -> None:
    """Somebody applies."""
    identity = SubmissionId(f"uuid:00000000-0000-4000-8000-{number:012}")
    wire = envelope(json.dumps({"name": _name(number)}).encode(), endpoint, FormId("f"), identity)
    one = submission_of(number, "f", replace(wire, remembered=remembered))
    courier.seal(replace(one, created=now))
