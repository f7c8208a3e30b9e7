# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the core and the program need from the outside world, as Protocols; each has one contract test."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from core.catalogue import Catalogue
from core.errors import Trouble
from core.following import Progress
from core.ids import FormId, Language, OrganisationId, ServiceId, SubmissionId
from core.submission import Delivery, Outcome, Submission

if TYPE_CHECKING:
    from core.drafts import Draft
    from core.own_services import OwnServices
    from core.passed_time import Instant, ShownTime
    from core.set_clock import ClockMark


class Clock(Protocol):
    """Time as an argument. `wall` is for people and the outbox, `steady` never jumps."""

    def wall(self) -> float:
        """Seconds since the epoch."""

    def steady(self) -> float:
        """Seconds since some moment; monotonic."""


@dataclass(frozen=True, slots=True)
class FormFile:
    """A file that belongs to a form, such as a list to choose from. `hash` is the publisher's, else of the contents.

    `content` is None where it was not asked for, or where what is kept already is still right.
    """

    name: str
    hash: str
    content: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class CachedForm:
    """A form as the agency published it. `source` are its bytes; `version` and `hash` are the publisher's.

    `files` come with the form or not at all: half of them would be another form.
    """

    endpoint: str
    form: FormId
    version: str
    hash: str
    source: bytes
    fetched: float
    files: tuple[FormFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Reach:
    """Whether an agency's endpoint answered lately. `since` is when this became so (epoch seconds)."""

    endpoint: str
    reachable: bool
    since: float
    kind: str = ""


class Cache(Protocol):
    """What agencies published, kept for days without a network. Derived: may be deleted and fetched again."""

    def catalogue(self) -> tuple[Catalogue, float] | None:
        """The last good catalogue and when it was last confirmed (epoch seconds), or None."""

    def keep_catalogue(self, catalogue: Catalogue, source: bytes, at: float) -> None:
        """Keep it, and make it searchable, in one transaction."""

    def confirm_catalogue(self, at: float) -> None:
        """Note that the publisher said that nothing has changed."""

    def search(self, words: str, language: Language, most: int = 20) -> tuple[ServiceId, ...]:
        """The services that match, best first. Prefixes match; Chinese needs no spaces, Arabic no vowel signs."""

    def form(self, endpoint: str, form: FormId) -> CachedForm | None:
        """The last good version of a form with its files, or None."""

    def forms(self, endpoint: str) -> tuple[CachedForm, ...]:
        """All forms kept from an endpoint, their files without contents."""

    def keep_form(self, form: CachedForm) -> None:
        """Keep it in place of the earlier version. Files without contents are kept as they are; others go."""

    def forget_forms(self, endpoint: str, but: Iterable[FormId]) -> None:
        """Drop the forms that the endpoint no longer offers."""

    def reach(self, endpoint: str) -> Reach | None:
        """What is known of the endpoint's reachability."""

    def note_reach(self, reach: Reach) -> None:
        """Keep what an attempt to reach the endpoint showed."""

    def shown_time(self) -> "ShownTime | None":
        """The time that an agency named last, where this machine's clock agreed."""

    def note_shown_time(self, shown: "ShownTime") -> None:
        """Keep it in place of the one before."""

    def version(self) -> int:
        """A number that changes whenever another process or thread has changed anything in the cache."""


@dataclass(frozen=True, slots=True)
class Aside:
    """For whom nothing can begin now: agencies that something is under way for, and services that have to wait."""

    organisations: frozenset[OrganisationId] = frozenset()
    services: frozenset[ServiceId] = frozenset()


NOBODY = Aside()


class Outbox(Protocol):
    """The only place where session and courier meet. Rows are written once and never edited by a screen."""

    def seal(self, submission: Submission) -> Delivery | Trouble:
        """Put a submission on the disk: encrypted, synced, committed before this returns.

        The same id twice is the same row: the first delivery is returned and nothing is written. A disk that
        is full or a store that cannot write is a `Trouble`; then nothing was kept.
        """

    def has_room(self) -> bool:
        """Whether somebody new may begin a form: what they will send has room."""

    def delivery(self, submission: SubmissionId) -> Delivery | None:
        """Where it is now."""

    def deliveries(self) -> tuple[Delivery, ...]:
        """All of them, oldest first."""

    def sealed_since(self, past: float, until: float) -> int:
        """How many were sealed after `past` and not after `until`."""

    def by_reference(self, reference: str) -> Delivery | None:
        """By our seal number or the one with this agency's reference; spaces, dashes and case do not matter."""

    def due(self, now: float, aside: Aside = NOBODY, most: int = 20) -> tuple[Delivery, ...]:
        """What may be attempted or looked up now but for who stands aside: fewest attempts first, then by `next_at`."""

    def asked_about(self, now: float, most: int = 20) -> tuple[Delivery, ...]:
        """Whose agencies may be asked now how far they are (`core.following.is_due`), longest waiting first."""

    def submission(self, submission: SubmissionId) -> Submission | None:
        """The whole submission, for the courier only; None when unknown, erased, or damaged in both copies."""

    def update(self, before: Delivery, after: Delivery) -> bool:
        """Compare and set, committed before it returns: False when the row is no longer as `before` says."""

    def update_all(
        self, changes: Iterable[tuple[Delivery, Delivery]], mark: "ClockMark | None" = None
    ) -> None:
        """`update` for each (before, after), with the clock's mark from which they follow: all that have not changed
        meanwhile, or nothing. Thousands cost what one does.
        """

    def erase_payload(self, submission: SubmissionId) -> None:
        """Forget the answers of a received submission; its delivery stays."""

    def discard(self, delivery: Delivery) -> bool:
        """Forget a submission that was refused or waits for a person, answers first: only because a person wants it.

        False when it is no longer as `delivery` says. IllegalChangeError in any state but `DISCARDABLE`.
        """

    def forget_proven(self, before: float) -> int:
        """Forget what agencies have and have told nothing new about since `before`; how many there were.

        Nothing whose answers are still here is forgotten, in whatever state.
        """

    def clock_mark(self) -> "ClockMark | None":
        """How the wall clock stood when a courier last looked at it."""

    def renew_keys(self, now: float) -> None:
        """Seal under a new key pair from now on where `core.epochs` says so; destroy pairs that hold nothing more.

        Only for the courier, and cheap when there is nothing to do.
        """

    def version(self) -> int:
        """A number that changes whenever another process or thread has changed anything in the outbox."""


class ReceiptKeys(Protocol):
    """What signs the receipts of this machine, and knows the signatures of all machines of its authority."""

    @property
    def own(self) -> bytes:
        """The four bytes by which this machine's key is known."""

    def sign(self, message: bytes) -> bytes:
        """This machine's signature (Ed25519, 64 bytes)."""

    def vouches(self, key: bytes, message: bytes, signature: bytes) -> bool:
        """Whether a machine of the authority made this signature with the key known by these four bytes."""


class Drafts(Protocol):
    """Forms begun at home that wait, encrypted. A kiosk has no such store."""

    def keep(self, draft: "Draft") -> None:
        """Put it away in place of what was kept of the same submission; it is on the disk before this returns."""

    def drop(self, submission: SubmissionId) -> None:
        """Forget one; nothing happens when there is none."""

    def pass_time(self, now: "Instant", shown: float | None) -> None:
        """Count the time that has passed (`core.passed_time`); `shown` is what an agency's answer proves it to be."""

    def all(self) -> "tuple[Draft, ...]":
        """All of them, the latest first. What nobody has touched for 30 days is forgotten instead (`core.drafts`)."""


class KeptServices(Protocol):
    """A person's own services at home, encrypted. A kiosk has no such store."""

    def keep(self, services: "OwnServices") -> None:
        """Put them away in place of those that were kept; they are on the disk before this returns."""

    def all(self, now: float | None) -> "OwnServices":
        """All of them; where the time is known, what was used too long ago is forgotten (`core.own_services`)."""


class Agency(Protocol):
    """One way to deliver: a published protocol. Never raises for anything a server or network does."""

    def deliver(self, submission: Submission) -> Outcome:
        """Make one attempt with exactly the envelope's bytes."""

    def look_up(self, submission: Submission, since: float, told_at: str = "") -> Outcome:
        """Ask whether an unsure submission arrived: `Received`, `NotFoundThere`, or why it cannot be told.

        `told_at` is where the agency itself said that it tells of this one; empty where it has not.
        """

    def progress(self, delivery: Delivery) -> Progress:
        """Ask at `delivery.told_at` how far the agency is with what it has."""
