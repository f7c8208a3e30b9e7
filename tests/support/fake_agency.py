# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""An agency in memory that keeps the contract of the real ones; its troubles are plain numbers to set."""

from dataclasses import dataclass, field

from core.following import NothingTold, Progress, Told
from core.submission import (
    Delivery,
    DeliveryState,
    NotFoundThere,
    NotSent,
    Outcome,
    Received,
    Refused,
    Submission,
    Unsure,
)


@dataclass(slots=True)
class Record:
    """One case that the agency holds, and how far it is with it."""

    submission: str
    seal: str
    body: bytes
    reference: str
    state: DeliveryState = DeliveryState.RECEIVED
    words: str = ""


@dataclass(slots=True)
class FakeAgency:
    """Keeps `records`. `lose_answers`: store so many and be silent. `drop`: be silent without storing.

    `gone`: no connection. `refuse`: the words with which it refuses. `delivered` lists the ids of all attempts.
    """

    records: list[Record] = field(default_factory=list)
    lose_answers: int = 0
    drop: int = 0
    gone: bool = False
    refuse: str = ""
    delivered: list[str] = field(default_factory=list)

    def deliver(self, submission: Submission) -> Outcome:
        """One attempt."""
        if self.gone:
            return NotSent("no_connection")
        self.delivered.append(submission.id)
        if self.drop:
            self.drop -= 1
            return Unsure("cut")
        if self.refuse:
            return Refused(422, self.refuse)
        record = self._kept(submission)
        if record is not None and record.body != submission.envelope.body:
            return Refused(409, "other content under the same id")
        if record is None:
            record = Record(
                submission.id, submission.seal, submission.envelope.body, f"REF-{len(self.records) + 1:03}"
            )
            self.records.append(record)
        if self.lose_answers:
            self.lose_answers -= 1
            return Unsure("cut")
        return _receipt(record)

    def look_up(self, submission: Submission, since: float, told_at: str = "") -> Outcome:
        """Search by the seal; an agency that knows repetitions is asked by repeating."""
        if submission.envelope.repeatable:
            return self.deliver(submission)
        if self.gone:
            return NotSent("no_connection")
        found = next((one for one in self.records if one.seal == submission.seal), None)
        return NotFoundThere() if found is None else _receipt(found)

    def progress(self, delivery: Delivery) -> Progress:
        """What it was set to."""
        found = next((one for one in self.records if _address(one) == delivery.told_at), None)
        if self.gone or found is None:
            return NothingTold("no_connection")
        return Told(found.state, found.words)

    def _kept(self, submission: Submission) -> Record | None:
        if not submission.envelope.repeatable:
            return None
        return next((one for one in self.records if one.submission == submission.id), None)


def _address(record: Record) -> str:
    return f"https://town.example/cases/{record.reference}"


def _receipt(record: Record) -> Received:
    return Received(record.reference, _address(record))
