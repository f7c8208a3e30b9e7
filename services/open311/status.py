# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a city tells how far a report is, and what its words for that prove. Sends nothing."""

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import quote

from core.following import NothingTold, Progress, Told
from core.submission import DeliveryState
from services.boundary import Failure
from services.open311.envelope import address
from services.open311.records import Request

TOKENS = "/tokens/"
REQUESTS = "/requests/"

STATES: Mapping[str, DeliveryState] = MappingProxyType(
    {
        "open": DeliveryState.RECEIVED,
        "received": DeliveryState.RECEIVED,
        "confirmed": DeliveryState.RECEIVED,
        "acknowledged": DeliveryState.RECEIVED,
        "investigating": DeliveryState.ACCEPTED,
        "in_progress": DeliveryState.ACCEPTED,
        "planned": DeliveryState.ACCEPTED,
        "action_scheduled": DeliveryState.ACCEPTED,
        "closed": DeliveryState.DECIDED,
        "fixed": DeliveryState.DECIDED,
        "no_further_action": DeliveryState.DECIDED,
        "not_councils_responsibility": DeliveryState.DECIDED,
        "duplicate": DeliveryState.DECIDED,
    }
)
"""GeoReport v2 knows `open` (it was reported) and `closed`; the others are mySociety's extension of it."""


def told_at(endpoint: str, row: Request) -> str:
    """The address of GET Service Request, or of GET service_request_id while the city gave a token only."""
    path = f"requests/{quote(row.id, safe='')}" if row.id else f"tokens/{quote(row.token, safe='')}"
    return address(endpoint, f"{path}.json")


def endpoint_of(asked: str) -> str:
    """The endpoint out of an address of `told_at`, with the arguments that it carries."""
    base, mark, arguments = asked.partition("?")
    part = TOKENS if TOKENS in base else REQUESTS
    return base.rpartition(part)[0] + mark + arguments


def read_status(row: Request, name: str) -> Progress:
    """What one request's row proves of the report called `name`; a row of another one proves nothing."""
    state = STATES.get("_".join(row.status.replace("-", " ").split()))
    if row.id != name or state is None:
        return NothingTold(Failure.BAD_ANSWER.value)
    return Told(state, row.notes)
