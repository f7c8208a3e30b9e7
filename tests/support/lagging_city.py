# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""An Open311 city whose list shows a report only some time after it was taken, and which often takes it in silence."""

import json
import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final
from urllib.parse import parse_qs, urlsplit

from tests.support import chaos_server as c
from tests.support.dying_courier import SetClock

PAGE: Final = 50


@dataclass(slots=True)
class LaggingCity:
    """`reports` are the descriptions that it has taken, with the moment; `lag` is in seconds of the clock."""

    clock: SetClock
    chance: random.Random
    lag: float
    reports: list[tuple[float, str]] = field(default_factory=list)

    async def meet(self, exchange: c.Exchange) -> None:
        """Answer one request."""
        request = await exchange.request()
        head, _, body = request.partition(b"\r\n\r\n")
        method, target, _ = head.split(b"\r\n")[0].decode().split(" ")
        if method == "GET":
            await exchange.say(c.answer(200, json.dumps(self._shown(target)).encode()))
            return
        rolled = self.chance.random()
        if rolled < 0.15:
            return
        self.reports.append((self.clock.now, parse_qs(body.decode())["description"][0]))
        if rolled < 0.4:
            return
        if rolled < 0.6:
            await exchange.say(c.answer(500, b"<html>out of order</html>"))
            return
        answer = json.dumps([{"service_request_id": str(len(self.reports))}]).encode()
        await exchange.say(c.answer(201, answer))

    def times(self, mark: str) -> int:
        """How often the report with this mark was taken."""
        return sum(mark in description for _, description in self.reports)

    def doubled(self) -> int:
        """Reports that were taken more than once."""
        return sum(number > 1 for number in Counter(text for _, text in self.reports).values())

    def _shown(self, target: str) -> list[dict[str, str]]:
        asked = parse_qs(urlsplit(target).query)
        begins, ends = (_moment(asked[name][0]) for name in ("start_date", "end_date"))
        found = [
            {"service_request_id": str(number), "description": text, "requested_datetime": _words(at)}
            for number, (at, text) in enumerate(self.reports, 1)
            if begins <= at <= ends and self.clock.now - at >= self.lag
        ]
        return found[:PAGE]


def _moment(words: str) -> float:
    return datetime.fromisoformat(words).timestamp()


def _words(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat()
