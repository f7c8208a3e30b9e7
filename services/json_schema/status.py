# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a REST server's resource of one submission says of it: its name, how far it is, and in which words."""

from collections.abc import Mapping
from types import MappingProxyType

from core.following import NothingTold, Progress, Told
from core.submission import DeliveryState
from services.boundary import Answer, Failed, Failure, unless_useful
from services.documents import Json, Unreadable, read_json
from services.outside_text import one_line, plain

STATES: Mapping[str, DeliveryState] = MappingProxyType(
    {
        "accepted": DeliveryState.RECEIVED,
        "received": DeliveryState.RECEIVED,
        "submitted": DeliveryState.RECEIVED,
        "pending": DeliveryState.RECEIVED,
        "queued": DeliveryState.RECEIVED,
        "running": DeliveryState.ACCEPTED,
        "processing": DeliveryState.ACCEPTED,
        "in_progress": DeliveryState.ACCEPTED,
        "in_review": DeliveryState.ACCEPTED,
        "action_required": DeliveryState.NEEDS_YOU,
        "information_required": DeliveryState.NEEDS_YOU,
        "successful": DeliveryState.DECIDED,
        "succeeded": DeliveryState.DECIDED,
        "completed": DeliveryState.DECIDED,
        "decided": DeliveryState.DECIDED,
        "approved": DeliveryState.DECIDED,
        "granted": DeliveryState.DECIDED,
        "rejected": DeliveryState.DECIDED,
        "denied": DeliveryState.DECIDED,
    }
)
"""Words of `status`. HTTP leaves them to the server; `accepted`, `running` and `successful` are OGC API - Processes'
(18-062r2, statusInfo). Its `failed` and `dismissed` are about a program's run and prove nothing of an application.
`accepted` means that it was taken in, as HTTP's 202 does, not that anybody has begun."""

_WORDS = ("message", "detail")


def read_status(answer: Answer | Failed, name: str) -> Progress:
    """What the resource proves of the submission called `name`; one of another name proves nothing."""
    if isinstance(answer, Failed):
        return NothingTold(answer.kind.value, answer.wait)
    if wrong := unless_useful(answer):
        return NothingTold(wrong.kind.value, wrong.wait)
    members = _members(answer)
    told = members.get("status")
    state = STATES.get("_".join(told.lower().replace("-", " ").split())) if isinstance(told, str) else None
    if state is None or _named(members) != name:
        return NothingTold(Failure.BAD_ANSWER.value)
    words = next((value for one in _WORDS if isinstance(value := members.get(one), str)), "")
    return Told(state, plain(words))


def read_reference(answer: Answer) -> str:
    """What the server calls the submission: its `reference`, otherwise its `id`; empty when it names none."""
    return _named(_members(answer))


def _members(answer: Answer) -> dict[str, Json]:
    value = read_json(answer.body)
    return {} if isinstance(value, Unreadable) or not isinstance(value, dict) else value


def _named(members: dict[str, Json]) -> str:
    return _name(members.get("reference")) or _name(members.get("id"))


def _name(value: Json) -> str:
    known = isinstance(value, str | int) and not isinstance(value, bool)
    return one_line(str(value), 80) if known else ""
