# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an OpenRosa server's answers are believed for: a receipt only for the submission that it was sent (P5)."""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from core.ids import SubmissionId
from core.submission import Outcome, Received, Submission, Unsure
from services.access import Keys
from services.boundary import Answer, Limits
from services.http import Http
from services.openrosa.agency import OpenRosaAgency
from services.openrosa.envelope import envelope
from services.openrosa.response import read_response
from services.origins import Origins
from tests.support import chaos_server as c
from tests.support.agency_worlds import RealClock, submission_of

LIMITS: Final = Limits(connect=5.0, read=5.0, total=10.0)
XML: Final = b'<data id="f"><a>Marigold</a><meta><instanceID>uuid:1</instanceID></meta></data>'
OURS: Final = SubmissionId("uuid:00000000-0000-4000-8000-000000000001")


def _said(message: str, nature: str = "submit_success", instance: str = "") -> bytes:
    named = (
        f'<submissionMetadata xmlns="http://www.opendatakit.org/xforms" id="f" instanceID="{instance}"/>'
        if instance
        else ""
    )
    return (
        '<OpenRosaResponse xmlns="http://openrosa.org/http/response">'
        f'<message nature="{nature}">{message}</message>{named}</OpenRosaResponse>'
    ).encode()


ANSWERS: Final = MappingProxyType(
    {
        "its own number": (201, _said("Reference: PA-26-4T7", instance=OURS), "PA-26-4T7"),
        "ours is named": (201, _said("Successful submission.", instance=OURS), OURS),
        "nothing is named": (201, _said("full submission upload was successful!"), OURS),
        "another is named": (201, _said("Successful submission.", instance="uuid:another"), None),
        "another's number": (201, _said("Reference: PA-26-4T7", instance="uuid:another"), None),
        "an error": (201, _said("It could not be kept", "error"), None),
        "a 200": (200, _said("Successful submission.", instance=OURS), None),
        "another document": (201, b"<data/>", None),
        "JSON": (201, b'{"instanceID": "uuid:1"}', None),
        "a page": (201, b"<!DOCTYPE html><html><body>Welcome to Harbour WiFi</body></html>", None),
        "nothing": (201, b"", None),
    }
)
"""Each with the number that a receipt has in it; None where it is none."""


@dataclass(frozen=True, slots=True)
class _Credulous:
    """The seeded faults: whatever `believes` is a receipt."""

    http: Http
    believes: Callable[[Answer], bool]

    def deliver(self, submission: Submission) -> Outcome:
        answer = self.http.post(
            submission.envelope.url, submission.envelope.headers, submission.envelope.body
        )
        if not (isinstance(answer, Answer) and self.believes(answer)):
            return Unsure("bad_answer")
        said = read_response(answer.body)
        return Received((said.reference if said is not None else "") or submission.id)


CREDULOUS: Final[tuple[Callable[[Answer], bool], ...]] = (
    lambda answer: answer.status == 201,
    lambda answer: answer.status == 201 and read_response(answer.body) is not None,
    lambda answer: (said := read_response(answer.body)) is not None and said.instance in ("", OURS),
    lambda answer: (said := read_response(answer.body)) is not None and said.instance == OURS,
)
"""Any 201; any response of the standard; any that names no other, errors too; and one that forgets ODK Central."""


def misread(believes: Callable[[Answer], bool] | None = None) -> tuple[str, ...]:
    """The answers of which something else is told than is in them, over real HTTP."""
    wrong = []
    for name, (status, body, number) in ANSWERS.items():
        head, post = c.answer(204), c.answer(status, body, ("Content-Type", "text/xml"))
        with c.chaos(c.to_each_method(head, post)) as server:
            http = Http(Origins.of([server.origin]), LIMITS)
            agency = (
                OpenRosaAgency(http, Keys.of([]), RealClock())
                if believes is None
                else _Credulous(http, believes)
            )
            outcome = agency.deliver(submission_of(1, "f", envelope(XML, f"{server.url}/v1", OURS)))
        right = isinstance(outcome, Unsure) if number is None else outcome == Received(number)
        if not right:
            wrong.append(name)
    return tuple(wrong)
