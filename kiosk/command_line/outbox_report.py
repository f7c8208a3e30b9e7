# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the outbox holds, for staff: how many, in which state, since when. Never a service, name or answer.

What does not go on by itself is named by its number, with why and since when. The agency's own words may repeat an
answer, so that they are shown only when somebody asks for them.
"""

from collections import Counter
from typing import assert_never

from core.delivery_rules import needs_person
from core.submission import Delivery, DeliveryState
from i18n.direction import strip_controls
from i18n.messages import Messages
from i18n.references import reference_groups
from kiosk.clock import MachineClock
from kiosk.command_line.endings import Status, or_stop
from kiosk.profile.model import KeySource, Profile
from kiosk.store_access import open_stores
from kiosk.store_key import obtain

MINUTE, HOUR, DAY = 60, 3_600, 86_400


def run(profile: Profile, key: KeySource | None, *, words: bool = False) -> int:
    """Print the report. Status 0 when nothing needs a person, 1 when something does."""
    texts = Messages.load("en")
    found = or_stop(obtain(profile, key or profile.key), texts)
    now = MachineClock().wall()
    stores = or_stop(open_stores(found.folder, found.key, now), texts)
    deliveries = stores.outbox.deliveries()
    for line in (*report(deliveries, now), *for_a_person(deliveries, now, words=words)):
        print(line)
    return int(Status.NOT_DONE if any(needs_person(one, now) for one in deliveries) else Status.DONE)


def report(deliveries: tuple[Delivery, ...], now: float) -> tuple[str, ...]:
    """One line for each state that occurs, with its number and the age of its oldest."""
    if not deliveries:
        return ("The outbox is empty.",)
    counts = Counter(delivery.state for delivery in deliveries)
    lines = []
    for state in DeliveryState:
        if counts[state]:
            oldest = min(delivery.created for delivery in deliveries if delivery.state is state)
            lines.append(f"{state.value:<10} {counts[state]:>6}   oldest {age(now - oldest)}")
    stuck = sum(needs_person(delivery, now) for delivery in deliveries)
    if stuck:
        lines.append(f"{stuck} of these need a person.")
    return tuple(lines)


def for_a_person(deliveries: tuple[Delivery, ...], now: float, *, words: bool) -> tuple[str, ...]:
    """A line for each that does not go on by itself, the oldest first, with the agency's words under it if wanted."""
    lines: list[str] = []
    for delivery in deliveries:
        if needs_person(delivery, now):
            lines.append(line_of(delivery, now))
            if words and delivery.reason:
                lines += [f"    {line}" for line in strip_controls(delivery.reason).splitlines()]
    return tuple(lines)


def line_of(delivery: Delivery, now: float) -> str:
    """Its number, its state, since when, and why it is so."""
    number = "-".join(reference_groups(delivery.seal)) or delivery.seal
    return f"{number}  {delivery.state.value}, sealed {age(now - delivery.created)} ago: {_why(delivery)}"


def _why(delivery: Delivery) -> str:
    match delivery.state:
        case DeliveryState.REFUSED:
            return "the agency said no."
        case DeliveryState.ATTENTION:
            return "whether the agency has it cannot be found out from here."
        case DeliveryState.SEALED | DeliveryState.LEAVING | DeliveryState.CHECKING:
            return "its agency has not answered for so long."
        case (
            DeliveryState.RECEIVED | DeliveryState.ACCEPTED | DeliveryState.NEEDS_YOU | DeliveryState.DECIDED
        ):
            return "the agency has it."
        case _:
            assert_never(delivery.state)


def age(seconds: float) -> str:
    """A span in its largest unit."""
    for unit, name in ((DAY, "day"), (HOUR, "hour"), (MINUTE, "minute")):
        if seconds >= unit:
            number = int(seconds // unit)
            return f"{number} {name}{'' if number == 1 else 's'}"
    return "under a minute"
