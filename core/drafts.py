# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A form begun at home that waits for its person: what is kept of it, and for how long. A kiosk keeps none.

A draft belongs to the version of the form it was begun with, whose published bytes it carries.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from core.bundle_rules import DAY
from core.delivery_rules import PROVEN
from core.forms.keeping import Given
from core.ids import ServiceId, SubmissionId
from core.passed_time import Counted, Passed, is_over
from core.ports import CachedForm
from core.submission import Delivery
from core.visit.delays import DRAFT_DAYS

AT_CHECK: Final = "check"
"""`Draft.reached` once the citizen has come to the page of all answers."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A form begun and not sent. `saved` is when it was last put away (epoch seconds).

    `submission` is the identity that it will be sent under, so that it can never be sent twice. `reached` is the path
    of the furthest question the citizen has been at, `AT_CHECK`, or empty.
    """

    service: ServiceId
    form: CachedForm = field(repr=False)
    submission: SubmissionId
    begun: datetime
    saved: float
    reached: str = ""
    given: Given = field(default=Given(), repr=False)


def is_needed(delivery: Delivery | None) -> bool:
    """Whether answers that were put away are needed still: they were not sent, or no agency has them yet."""
    return delivery is None or delivery.state not in PROVEN


def expired(kept: Counted, now: Passed) -> bool:
    """Whether a draft that was put away at `kept` is to be forgotten: by time that passed, not by a clock's word."""
    return is_over(kept, now, DRAFT_DAYS * DAY)
