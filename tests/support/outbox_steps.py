# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens to submissions in any outbox, step by step."""

from core import sync
from core.errors import Trouble
from core.ports import Outbox
from core.submission import Delivery, Received, Submission
from tests.support.submissions import submission


def sealed(outbox: Outbox, item: Submission) -> Delivery:
    delivery = outbox.seal(item)
    assert not isinstance(delivery, Trouble)
    return delivery


def left(outbox: Outbox, delivery: Delivery, now: float) -> Delivery:
    leaving = sync.claim(delivery, now)
    assert outbox.update(delivery, leaving)
    return leaving


def received(outbox: Outbox, number: int, reference: str) -> Delivery:
    leaving = left(outbox, sealed(outbox, submission(number, created=1_000.0 + number)), 2_000.0)
    after = sync.after(leaving, Received(reference), 2_001.0, 0.5)
    assert outbox.update(leaving, after)
    return after


def told_of(outbox: Outbox, number: int, now: float) -> Delivery:
    leaving = left(outbox, sealed(outbox, submission(number, created=1_000.0)), now)
    after = sync.after(leaving, Received(f"R-{number}", f"https://town.example/cases/{number}"), now, 0.5)
    assert outbox.update(leaving, after)
    return after
