# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the outbox holds, for staff: how many, in which state, since when. Never a service, name or answer."""

from collections import Counter

from core.delivery_rules import is_stuck
from core.errors import Trouble
from core.submission import Delivery, DeliveryState
from i18n.messages import Messages
from kiosk.clock import MachineClock
from kiosk.command_line.endings import Status, in_words, stop
from kiosk.profile.model import KeySource, Profile
from kiosk.store_access import open_stores
from kiosk.store_key import obtain

MINUTE, HOUR, DAY = 60, 3_600, 86_400


def run(profile: Profile, key: KeySource | None) -> int:
    """Print the report. Status 0 when nothing needs a person, 1 when something does."""
    texts = Messages.load("en")
    found = obtain(profile, key or profile.key)
    if isinstance(found, Trouble):
        stop(in_words(found, texts), Status.REFUSED)
    now = MachineClock().wall()
    stores = open_stores(found.folder, found.key, now)
    if isinstance(stores, Trouble):
        stop(in_words(stores, texts), Status.REFUSED)
    deliveries = stores.outbox.deliveries()
    for line in report(deliveries, now):
        print(line)
    return int(Status.NOT_DONE if any(is_stuck(delivery, now) for delivery in deliveries) else Status.DONE)


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
    stuck = sum(is_stuck(delivery, now) for delivery in deliveries)
    if stuck:
        lines.append(f"{stuck} of these need a person.")
    return tuple(lines)


def age(seconds: float) -> str:
    """A span in its largest unit."""
    for unit, name in ((DAY, "day"), (HOUR, "hour"), (MINUTE, "minute")):
        if seconds >= unit:
            number = int(seconds // unit)
            return f"{number} {name}{'' if number == 1 else 's'}"
    return "under a minute"
