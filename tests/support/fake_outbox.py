# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""An outbox in memory that keeps the same promises as the stored one, for tests of what uses one."""

from collections.abc import Iterable

from core import following, sync
from core.delivery_rules import DISCARDABLE, PROVEN, IllegalChangeError, check_change, is_due
from core.errors import Trouble
from core.ids import SubmissionId
from core.ports import NOBODY, Aside
from core.seal_number import SealProblem, fold, normalise
from core.set_clock import ClockMark
from core.submission import Delivery, DeliveryState, Submission


class FakeOutbox:
    """`core.ports.Outbox` without a disk. Set `trouble` to let the next `seal` fail with it, `room` to be full."""

    def __init__(self) -> None:
        self.room = True
        self.trouble: Trouble | None = None
        self._deliveries: dict[SubmissionId, Delivery] = {}
        self._submissions: dict[SubmissionId, Submission] = {}
        self._mark: ClockMark | None = None
        self._changes_by_others = 0

    def seal(self, submission: Submission) -> Delivery | Trouble:
        if self.trouble is not None:
            return self.trouble
        if submission.id in self._deliveries:
            return self._deliveries[submission.id]
        if any(known.seal == submission.seal for known in self._deliveries.values()):
            return Trouble("trouble.store_unwritable", detail=f"{submission.id}: seal number taken")
        self._submissions[submission.id] = submission
        self._deliveries[submission.id] = sync.begin(submission)
        return self._deliveries[submission.id]

    def has_room(self) -> bool:
        return self.room

    def delivery(self, submission: SubmissionId) -> Delivery | None:
        return self._deliveries.get(submission)

    def deliveries(self) -> tuple[Delivery, ...]:
        return tuple(sorted(self._deliveries.values(), key=lambda delivery: delivery.created))

    def sealed_since(self, past: float, until: float) -> int:
        return sum(past < delivery.created <= until for delivery in self._deliveries.values())

    def by_reference(self, reference: str) -> Delivery | None:
        seal = normalise(reference)
        if not isinstance(seal, SealProblem):
            for delivery in self._deliveries.values():
                if delivery.seal == seal:
                    return delivery
        folded = fold(reference)
        found = [delivery for delivery in self.deliveries() if folded and fold(delivery.reference) == folded]
        return found[0] if len(found) == 1 else None

    def due(self, now: float, aside: Aside = NOBODY, most: int = 20) -> tuple[Delivery, ...]:
        waiting = [
            delivery
            for delivery in self._deliveries.values()
            if is_due(delivery, now)
            and delivery.organisation not in aside.organisations
            and delivery.service not in aside.services
        ]
        waiting.sort(key=lambda delivery: (delivery.attempts, delivery.next_at, delivery.created))
        return tuple(waiting[:most])

    def asked_about(self, now: float, most: int = 20) -> tuple[Delivery, ...]:
        asked = [delivery for delivery in self._deliveries.values() if following.is_due(delivery, now)]
        asked.sort(key=lambda delivery: delivery.next_at)
        return tuple(asked[:most])

    def submission(self, submission: SubmissionId) -> Submission | None:
        return self._submissions.get(submission)

    def update(self, before: Delivery, after: Delivery) -> bool:
        check_change(before, after)
        if self._deliveries.get(before.id) != before:
            return False
        self._deliveries[before.id] = after
        return True

    def update_all(self, changes: Iterable[tuple[Delivery, Delivery]], mark: ClockMark | None = None) -> None:
        for before, after in changes:
            self.update(before, after)
        self._mark = mark or self._mark

    def erase_payload(self, submission: SubmissionId) -> None:
        delivery = self._deliveries.get(submission)
        if delivery is None:
            return
        if delivery.state not in PROVEN | {DeliveryState.REFUSED}:
            raise IllegalChangeError(f"{submission}: answers are kept while {delivery.state.value}")
        self._submissions.pop(submission, None)

    def discard(self, delivery: Delivery) -> bool:
        if delivery.state not in DISCARDABLE:
            raise IllegalChangeError(f"{delivery.id}: nobody gives up what is {delivery.state.value}")
        if self._deliveries.get(delivery.id) != delivery:
            return False
        self._submissions.pop(delivery.id, None)
        del self._deliveries[delivery.id]
        return True

    def forget_proven(self, before: float) -> int:
        over = [
            delivery.id
            for delivery in self._deliveries.values()
            if delivery.state in PROVEN and delivery.changed < before and delivery.id not in self._submissions
        ]
        for one in over:
            del self._deliveries[one]
        return len(over)

    def clock_mark(self) -> ClockMark | None:
        return self._mark

    def renew_keys(self, now: float) -> None:
        """Nothing is sealed here."""

    def version(self) -> int:
        return self._changes_by_others

    def changed_by_another(self) -> None:
        """Let `version` differ, as if another process had committed something."""
        self._changes_by_others += 1
