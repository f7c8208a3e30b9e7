# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P24: network logins, wrong certificates and wrong clocks are named, and never taken for an agency's receipt."""

import ssl
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from types import MappingProxyType
from typing import Final

from core.following import Progress, Told
from core.ids import FormId
from core.ports import Agency
from core.seal_number import make
from core.submission import Delivery, NotSent, Outcome, Received, Submission, Unsure
from proof.verdict import Trial, Verdict
from services.access import Keys
from services.boundary import Answer, Failure, Limits
from services.http import Http
from services.open311.agency import Open311Agency
from services.open311.envelope import envelope as open311_envelope
from services.openrosa.agency import OpenRosaAgency
from services.openrosa.envelope import envelope as openrosa_envelope
from services.origins import Origins
from tests.support import chaos_server as c
from tests.support.agency_worlds import RealClock, submission_of
from tests.support.certificates import DAY, Authority

LIMITS: Final = Limits(connect=5.0, read=5.0, total=10.0)
PAGE: Final = b"<!DOCTYPE html><html><body>Welcome to Harbour WiFi. Accept our terms.</body></html>"
HTML: Final = ("Content-Type", "text/html; charset=utf-8")
NAMED: Final = MappingProxyType(
    {
        "portal 200": {Failure.PORTAL},
        "portal 302 elsewhere": {Failure.REDIRECT, Failure.PORTAL},
        "portal 302 here": {Failure.REDIRECT, Failure.PORTAL},
        "portal 307": {Failure.REDIRECT, Failure.PORTAL},
        "portal 511": {Failure.PORTAL},
        "portal 200 without a type": {Failure.PORTAL},
        "expired": {Failure.CLOCK},
        "not yet valid": {Failure.CLOCK},
        "wrong host": {Failure.TLS},
        "self-signed": {Failure.TLS},
        "inspecting authority": {Failure.TLS},
    }
)
"""Each with the names that are right for it."""

ANSWERS: Final[Mapping[str, bytes]] = MappingProxyType(
    {
        "portal 200": c.answer(200, PAGE, HTML),
        "portal 302 elsewhere": c.answer(302, b"", ("Location", "http://login.harbour.example/")),
        "portal 302 here": c.answer(302, b"", ("Location", "/login")),
        "portal 307": c.answer(307, PAGE, HTML, ("Location", "http://login.harbour.example/")),
        "portal 511": c.answer(511, PAGE, HTML),
        "portal 200 without a type": c.answer(200, PAGE),
    }
)
XML: Final = (
    b"<data><report><description>A tree has fallen</description></report><meta><instanceID>uuid:1</instanceID>"
    b"</meta></data>"
)


@dataclass(frozen=True, slots=True)
class _Believing:
    """The seeded fault: whatever answers well is the agency, and has it."""

    http: Http

    def deliver(self, submission: Submission) -> Outcome:
        answer = self.http.post(
            submission.envelope.url, submission.envelope.headers, submission.envelope.body
        )
        good = isinstance(answer, Answer) and answer.status < 400
        return Received("R") if good else Unsure("status")

    def look_up(self, submission: Submission, since: float, told_at: str = "") -> Outcome:
        del since, told_at
        return self.deliver(submission)

    def progress(self, delivery: Delivery) -> Progress:
        return Told(delivery.state)


def prove(trial: Trial) -> Verdict:
    """`number` attempts by both standards at each of eleven impostors in turn.

    Those with a wrong certificate answer like the agency itself, receipt and all. The seeded faults are a connector
    that believes any good answer, and a client that does not look at certificates.
    """
    worlds = _Impostors(trial.folder)
    delivered, misnamed, seen = 0, 0, 0
    for number, case in enumerate(islice(cycle(NAMED), trial.number)):
        with worlds.impostor(case) as server:
            tls = _careless() if trial.control else worlds.ours.client()
            http = Http(Origins.of([server.origin]), LIMITS, tls)
            for agency, item in _agencies(http, server.url, number, believing=trial.control):
                outcome = agency.deliver(item)
                delivered += isinstance(outcome, Received)
                kind = outcome.kind if isinstance(outcome, NotSent | Unsure) else ""
                misnamed += kind not in {name.value for name in NAMED[case]}
            handed = sum(b"A tree has fallen" in one for one in server.requests)
            seen += handed if case not in ANSWERS else 0
    figures = (
        f"attempts {2 * trial.number} impostors {min(trial.number, len(NAMED))} taken for delivered {delivered} "
        f"misnamed {misnamed} answers handed to a wrong certificate {seen}"
    )
    if trial.control:
        return Verdict(not (delivered and seen), figures)
    return Verdict(not delivered and not misnamed and not seen, figures)


class _Impostors:
    """Servers that are not the agency."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.ours, self._other = (Authority(_made(folder / name)) for name in ("ours", "other"))
        self._contexts: dict[str, ssl.SSLContext] = {
            "expired": self.ours.server("localhost", -2 * DAY, -DAY),
            "not yet valid": self.ours.server("localhost", DAY, 2 * DAY),
            "wrong host": self.ours.server("elsewhere.example"),
            "self-signed": Authority(_made(folder / "self")).server(),
            "inspecting authority": self._other.server(),
        }

    def impostor(self, case: str) -> AbstractContextManager[c.ChaosServer]:
        """One of them, running."""
        if case in ANSWERS:
            return c.chaos(c.raw(ANSWERS[case]))
        return c.chaos(_agency, tls=self._contexts[case])


async def _agency(exchange: c.Exchange) -> None:
    """What the agency would say, by either standard."""
    request = await exchange.request()
    if request.startswith(b"HEAD"):
        await exchange.say(c.answer(204))
    elif b"/open311/" in request.split(b"\r\n")[0]:
        await exchange.say(c.answer(201, b'[{"service_request_id":"1"}]'))
    else:
        receipt = (
            b'<OpenRosaResponse xmlns="http://openrosa.org/http/response"><message>Thanks</message>'
            b"</OpenRosaResponse>"
        )
        await exchange.say(c.answer(201, receipt, ("Content-Type", "text/xml")))


def _agencies(
    http: Http, url: str, number: int, *, believing: bool
) -> tuple[tuple[Agency, Submission], tuple[Agency, Submission]]:
    rosa, reports = f"{url}/v1/projects/1", f"{url}/open311/v2"
    one = submission_of(number, "form", openrosa_envelope(XML, rosa, submission_of(number, "", _ANY).id))
    two = submission_of(
        number, "tree", open311_envelope(XML, reports, FormId("tree"), make(number.to_bytes(5)))
    )
    if believing:
        return (_Believing(http), one), (_Believing(http), two)
    keys, clock = Keys.of([]), RealClock()
    return (OpenRosaAgency(http, keys, clock), one), (Open311Agency(http, keys, clock), two)


_ANY: Final = open311_envelope(b"<data/>", "http://127.0.0.1/x", FormId("x"), "S")


def _careless() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder
