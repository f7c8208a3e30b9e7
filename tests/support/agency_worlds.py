# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Agencies with what stands behind them, so that one contract can be asked of the real ones and of the fake."""

import time
from dataclasses import dataclass
from typing import Protocol

from core.catalogue import ChannelKind
from core.ids import FormId, Language, OrganisationId, ServiceId, SubmissionId
from core.ports import Agency
from core.seal_number import make
from core.submission import DeliveryState, Envelope, Submission
from services.access import Keys
from services.agencies import agencies
from services.boundary import Limits
from services.http import Http
from services.open311.envelope import envelope as open311_envelope
from services.openrosa.envelope import envelope as openrosa_envelope
from services.origins import Origins
from tests.support.fake_agency import FakeAgency
from tests.support.sandbox_town import RunningTown
from tests.support.town_keys import APP_USER_KEYS, OPEN311_KEY

LIMITS = Limits(connect=1.0, read=1.0, total=3.0)
SERVICE = ServiceId("https://port-amity.example/id/service/x")
ORGANISATION = OrganisationId("https://port-amity.example/id/organisation/x")


@dataclass(frozen=True, slots=True)
class RealClock:
    """The machine's own clocks."""

    def wall(self) -> float:
        """Seconds since the epoch."""
        return time.time()

    def steady(self) -> float:
        """Seconds of the monotonic clock."""
        return time.monotonic()


def submission_of(
    number: int, form: str, envelope: Envelope, version: str = "1", language: str = "en"
) -> Submission:
    """A submission around an envelope."""
    return Submission(
        id=SubmissionId(f"uuid:00000000-0000-4000-8000-{number:012}"),
        seal=make(number.to_bytes(5)),
        service=SERVICE,
        form=FormId(form),
        form_version=version,
        organisation=ORGANISATION,
        language=Language(language),
        created=time.time(),
        envelope=envelope,
    )


class World(Protocol):
    """An agency, submissions for it, what it holds, and its troubles. A mute one cannot be asked."""

    agency: Agency
    mute: bool

    def submission(self, number: int, words: str = "") -> Submission:
        """Submission number so-and-so; other words are other content under the same id."""

    def records(self) -> int:
        """How many the agency holds."""

    def lose_next_answer(self) -> None:
        """Store the next one, and say nothing."""

    def drop_next(self) -> None:
        """Neither store nor answer the next one."""

    def go_away(self) -> None:
        """Stop answering at all."""

    def office_says(self, reference: str, state: DeliveryState, words: str) -> str | None:
        """Let the office be so far with one: its words as its API tells them, None where it has no word for that."""


class OpenRosaWorld:
    """The sandbox town's Civil Registry."""

    mute = False

    def __init__(self, town: RunningTown) -> None:
        self._town = town
        self.endpoint = f"{town.url}/v1/projects/1"
        keys = Keys.of([(self.endpoint, APP_USER_KEYS["civil-registry"])])
        http = Http(Origins.of([town.url]), LIMITS)
        self.agency = agencies(http, keys, RealClock())[ChannelKind.OPENROSA]

    def submission(self, number: int, words: str = "") -> Submission:
        """A birth."""
        identity = SubmissionId(f"uuid:00000000-0000-4000-8000-{number:012}")
        xml = (
            '<data id="register-birth" version="2026112301"><child><child_given_name>Marigold'
            f"{words}</child_given_name></child><meta><instanceID>{identity}</instanceID></meta></data>"
        )
        envelope = openrosa_envelope(xml.encode(), self.endpoint, identity)
        return submission_of(number, "register-birth", envelope, "2026112301")

    def records(self) -> int:
        """The town's own count."""
        return len(self._town.submissions())

    def lose_next_answer(self) -> None:
        """Close after commit."""
        self._town.order("close-after-commit", endpoint="submission", count=1)

    def drop_next(self) -> None:
        """Close before commit."""
        self._town.order("close-before-commit", endpoint="submission", count=1)

    def office_says(self, reference: str, state: DeliveryState, words: str) -> str | None:
        """OpenRosa tells those who send nothing."""
        del reference, state, words
        return None

    def go_away(self) -> None:
        """Answer 503 to everything, as a gateway does whose agency is down."""
        self._town.order("reset-before-body")


class Open311World:
    """The sandbox town's City Works."""

    mute = False

    def __init__(self, town: RunningTown) -> None:
        self._town = town
        self.endpoint = f"{town.url}/open311/v2"
        keys = Keys.of([(self.endpoint, OPEN311_KEY)])
        http = Http(Origins.of([town.url]), LIMITS)
        self.agency = agencies(http, keys, RealClock())[ChannelKind.OPEN311]

    def submission(self, number: int, words: str = "") -> Submission:
        """A fallen tree."""
        xml = (
            f"<data><report><description>A tree has fallen.{words}</description>"
            "<address_string>27 Ropewalk</address_string></report></data>"
        )
        envelope = open311_envelope(xml.encode(), self.endpoint, FormId("tree"), make(number.to_bytes(5)))
        return submission_of(number, "tree", envelope)

    def records(self) -> int:
        """The town's own count."""
        return len(self._town.requests())

    def lose_next_answer(self) -> None:
        """Close after commit."""
        self._town.order("close-after-commit", endpoint="request-post", count=1)

    def drop_next(self) -> None:
        """Close before commit."""
        self._town.order("close-before-commit", endpoint="request-post", count=1)

    def office_says(self, reference: str, state: DeliveryState, words: str) -> str | None:
        """In GeoReport's words, and in mySociety's for work that has begun."""
        said = {
            DeliveryState.RECEIVED: "open",
            DeliveryState.ACCEPTED: "in_progress",
            DeliveryState.DECIDED: "closed",
        }.get(state)
        if said is None:
            return None
        self._town.change_request(reference, status=said, status_notes=words)
        return words

    def go_away(self) -> None:
        """Reset every connection."""
        self._town.order("reset-before-body")


class FakeWorld:
    """The fake, in the manner of one of the two protocols."""

    mute = False

    def __init__(self, repeatable: bool) -> None:
        self._repeatable = repeatable
        self.fake = FakeAgency()
        self.agency: Agency = self.fake

    def submission(self, number: int, words: str = "") -> Submission:
        """Anything."""
        kind = ChannelKind.OPENROSA if self._repeatable else ChannelKind.OPEN311
        envelope = Envelope(kind, "https://town.example/x", (), words.encode() + b"words", self._repeatable)
        return submission_of(number, "form", envelope)

    def records(self) -> int:
        """What the fake holds."""
        return len(self.fake.records)

    def lose_next_answer(self) -> None:
        """Store and be silent."""
        self.fake.lose_answers = 1

    def drop_next(self) -> None:
        """Do not store, be silent."""
        self.fake.drop = 1

    def go_away(self) -> None:
        """Be gone."""
        self.fake.gone = True

    def office_says(self, reference: str, state: DeliveryState, words: str) -> str | None:
        """Whatever is wanted."""
        held = next(one for one in self.fake.records if one.reference == reference)
        held.state, held.words = state, words
        return words
