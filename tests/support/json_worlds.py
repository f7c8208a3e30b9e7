# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The town's JSON services as worlds of the agencies' contract (`tests.support.agency_worlds`)."""

import json

from core.catalogue import ChannelKind
from core.ids import FormId, SubmissionId
from core.seal_number import make
from core.submission import DeliveryState, Submission
from services.access import Keys
from services.agencies import agencies
from services.formio.envelope import envelope as formio_envelope
from services.http import Http
from services.json_schema.envelope import envelope as json_schema_envelope
from services.open_forms.envelope import envelope as open_forms_envelope
from services.origins import Origins
from tests.support.agency_worlds import LIMITS, RealClock, submission_of
from tests.support.sandbox_town import RunningTown
from tests.support.town_keys import FORMIO_TOKEN, TAX_OFFICE_TOKEN


class JsonWorld:
    """What all of them share: one agency that counts what it holds by itself."""

    kind: ChannelKind
    mute = False

    def __init__(self, town: RunningTown, path: str, key: str = "") -> None:
        self.town = town
        self.endpoint = f"{town.url}{path}"
        keys = Keys.of([(self.endpoint, key)] if key else [])
        http = Http(Origins.of([town.url]), LIMITS)
        self.agency = agencies(http, keys, RealClock())[self.kind]

    def records(self) -> int:
        """The town's own count."""
        return len(self.town.applications())

    def lose_next_answer(self) -> None:
        """Close after commit."""
        self.town.order("close-after-commit", endpoint="submission", count=1)

    def drop_next(self) -> None:
        """Close before commit."""
        self.town.order("close-before-commit", endpoint="submission", count=1)

    def go_away(self) -> None:
        """Reset every connection."""
        self.town.order("reset-before-body")

    def office_says(self, reference: str, state: DeliveryState, words: str) -> str | None:
        """Nothing, where an API has no word for how far it is."""
        del reference, state, words
        return None


class JsonSchemaWorld(JsonWorld):
    """The Tax Office."""

    kind = ChannelKind.JSON_SCHEMA

    def __init__(self, town: RunningTown) -> None:
        super().__init__(town, "/tax-office/applications", TAX_OFFICE_TOKEN)

    def submission(self, number: int, words: str = "") -> Submission:
        """Somebody who wants a tax number."""
        identity = SubmissionId(f"uuid:00000000-0000-4000-8000-{number:012}")
        answers = {"full_name": f"Marigold{words}", "date_of_birth": "1990-02-03", "reason": "study"}
        envelope = json_schema_envelope(
            json.dumps(answers).encode(), self.endpoint, FormId("tax-number"), identity
        )
        return submission_of(number, "tax-number", envelope)

    def office_says(self, reference: str, state: DeliveryState, words: str) -> str | None:
        """In the words of this server."""
        said = {
            DeliveryState.RECEIVED: "accepted",
            DeliveryState.ACCEPTED: "running",
            DeliveryState.NEEDS_YOU: "action required",
            DeliveryState.DECIDED: "Approved",
        }[state]
        self.town.change_application(reference, said, words)
        return words


class FormioWorld(JsonWorld):
    """City Works."""

    kind = ChannelKind.FORMIO

    def __init__(self, town: RunningTown) -> None:
        super().__init__(town, "/city-works/formio", FORMIO_TOKEN)

    def submission(self, number: int, words: str = "") -> Submission:
        """Somebody who wants a bin."""
        answers = {"fullName": f"Marigold{words}", "address": "27 Ropewalk", "kind": "paper"}
        envelope = formio_envelope(
            json.dumps(answers).encode(), self.endpoint, FormId("orders/bins"), make(number.to_bytes(5))
        )
        return submission_of(number, "orders/bins", envelope)

    def office_says(self, reference: str, state: DeliveryState, words: str) -> str | None:
        """In the server's two states, which have no words beside them."""
        said = {DeliveryState.RECEIVED: "submitted", DeliveryState.NEEDS_YOU: "draft"}.get(state)
        if said is None:
            return None
        held = next(one for one in self.town.applications() if one["content"]["_id"] == reference)
        self.town.change_application(held["reference"], said, words)
        return ""


class OpenFormsWorld(JsonWorld):
    """The Social Security Office."""

    kind = ChannelKind.OPEN_FORMS
    mute = True

    def __init__(self, town: RunningTown) -> None:
        super().__init__(town, "/social-security/open-forms/api/v2")

    def submission(self, number: int, words: str = "") -> Submission:
        """Somebody who wants a card."""
        answers = {
            "fullName": f"Marigold {number}{words}",
            "birthDate": "1990-02-03",
            "card": {"reason": "lost", "address": "27 Ropewalk"},
            "privacyPolicyAccepted": True,
        }
        envelope = open_forms_envelope(json.dumps(answers).encode(), self.endpoint, FormId("health-card"))
        return submission_of(number, "health-card", envelope)
