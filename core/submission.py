# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A citizen's submission on its way: what is kept of it, and the only states it can be in."""

from dataclasses import dataclass, field
from enum import Enum

from core.catalogue import ChannelKind
from core.ids import FormId, Language, OrganisationId, ServiceId, SubmissionId


class DeliveryState(Enum):
    """Never says more than was proven.

    `SEALED`: on this machine's disk, synced and encrypted. `LEAVING`: an attempt is under way (written
    before its first byte leaves). `CHECKING`: an attempt ended without telling whether it arrived, at an
    agency that cannot recognise a repetition; it is looked up, never sent again blindly. `RECEIVED`: the
    agency's own answer, with its reference. `REFUSED`: a permanent no, with the reason. `ATTENTION`: a
    person has to decide. The last three of the agency's side are read back where its API tells.
    """

    SEALED = "sealed"
    LEAVING = "leaving"
    CHECKING = "checking"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    NEEDS_YOU = "needs_you"
    DECIDED = "decided"
    REFUSED = "refused"
    ATTENTION = "attention"


@dataclass(frozen=True, slots=True)
class Envelope:
    """The frozen wire form of one submission: every attempt sends exactly these bytes.

    `headers` are the protocol's own (content type with its fixed boundary among them). `repeatable` tells
    whether the agency recognises a repetition by the submission's id (OpenRosa) or its Idempotency-Key, so that an
    attempt with an unknown end may be repeated; `remembered` for how long it does, in seconds (None: for ever).
    """

    protocol: ChannelKind
    url: str
    headers: tuple[tuple[str, str], ...]
    body: bytes = field(repr=False)
    repeatable: bool = True
    remembered: float | None = None


@dataclass(frozen=True, slots=True)
class Submission:
    """What a citizen sends, whole. `created` is seconds since the epoch (for people); `seal` is our own number.

    `seal` is short, unambiguous and printed on the slip: 8 Crockford base32 characters and a check character.
    """

    id: SubmissionId
    seal: str
    service: ServiceId
    form: FormId
    form_version: str
    organisation: OrganisationId
    language: Language
    created: float
    envelope: Envelope


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where a submission is now. Holds no answer, so that screens of staff and the outbox list may show it.

    `next_at` is the earliest wall-clock time (seconds since the epoch) of the next attempt; `attempts` counts
    the ones begun; `unsure_since` is when an attempt first ended without telling whether it arrived.
    `reference` is the agency's own and empty before `RECEIVED`; `reason` is the agency's own words for a
    refusal, plain text. `protocol` is None in what an earlier version kept. `told_at` is the agency's address at which
    it tells how far the submission has come; empty where it has none.
    """

    id: SubmissionId
    seal: str
    service: ServiceId
    organisation: OrganisationId
    state: DeliveryState
    created: float
    changed: float
    attempts: int = 0
    next_at: float = 0.0
    unsure_since: float | None = None
    reference: str = ""
    reason: str = ""
    repeatable: bool = True
    remembered: float | None = None
    protocol: ChannelKind | None = None
    told_at: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Received:
    """The agency's own answer says that it has the submission, and names it. `told_at` as in `Delivery`."""

    reference: str
    told_at: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class NotSent:
    """Certainly not processed: no connection, name not found, TLS refused, a portal before TLS.

    `kind` is one of the closed set of `services.boundary.Failure` values. `wait` is what the agency asked for, in
    seconds.
    """

    kind: str
    wait: float | None = None


@dataclass(frozen=True, slots=True)
class Unsure:
    """The attempt ended without telling whether the agency has it (time-out after sending, 5xx, cut reply).

    `wait` is what the agency asked for, in seconds. `told_at` is where it may be asked for this one, as in `Delivery`.
    """

    kind: str
    wait: float | None = None
    told_at: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Unknowable:
    """Whether the agency has it cannot be found out by asking: its API has no question for it. A person decides."""

    kind: str


@dataclass(frozen=True, slots=True)
class NoAccess:
    """The agency refused this machine, not this submission (401, 403): the endpoint pauses."""

    kind: str


@dataclass(frozen=True, slots=True)
class NotFoundThere:
    """The look-up of an unsure submission did not find it at the agency."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A permanent no for this submission, with the agency's own words as plain text."""

    status: int
    reason: str


Outcome = Received | NotSent | Unsure | Unknowable | NoAccess | NotFoundThere | Refused
"""How an attempt, or a look-up, ended."""
