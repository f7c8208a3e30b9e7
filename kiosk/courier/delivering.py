# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Carries submissions to agencies: what `core.sync` decides, in the order in which it must reach the disk."""

import logging
import random
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from core import sync
from core.breaker import Breakers
from core.catalogue import ChannelKind
from core.delivery_rules import LONGEST_WAIT_SECONDS
from core.ids import OrganisationId, ServiceId, SubmissionId
from core.passed_time import Instant
from core.ports import Agency, Aside, Clock, Outbox
from core.set_clock import ClockMark, at_start, left_earlier, searched_from
from core.submission import Delivery, DeliveryState, NotSent, Outcome, Submission, Unsure
from kiosk.lanes import Lane

log = logging.getLogger("kiosk.courier")


class Delivering:
    """Makes attempts and look-ups for whatever is due; at most one at a time for each agency.

    `instant` says where both clocks stand; the one that nobody sets goes on while the machine sleeps. Runs on the
    thread that owns the outbox; only the attempt itself runs in the network lane.
    """

    def __init__(
        self,
        outbox: Outbox,
        agencies: Mapping[ChannelKind, Agency],
        network: Lane,
        clock: Clock,
        instant: Callable[[], Instant],
        settle: float,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._outbox = outbox
        self._agencies = agencies
        self._network = network
        self._clock = clock
        self._settle = settle
        self._chance = chance
        self._instant = instant
        self._mark = ClockMark.of(instant())
        self._set_by = 0.0
        self._busy: set[OrganisationId] = set()
        self._breakers = Breakers()
        self._asked_until: dict[ServiceId, float] = {}
        self._erased_at: float | None = None

    def recover(self) -> None:
        """The rule for every start: what was under way when the last courier ended is decided anew.

        What it had noted of the clock shows whether that was set since; all of it follows at once, or nothing.
        """
        now = self._instant()
        self._mark = ClockMark.of(now)
        by = self._mark.set_since(self._outbox.clock_mark())
        self._move(lambda delivery: at_start(delivery, by, now.wall, self._settle))

    def turn(self) -> None:
        """Begin everything that is due and whose agency is free."""
        self._notice_jump()
        self._outbox.renew_keys(self._clock.wall())
        passed: set[ServiceId] = set()
        known, aside = None, Aside(frozenset(self._busy))
        # Looked at again without those that cannot begin now: a thousand for one agency that is down or slow stand
        # before nobody else's.
        while aside != known:
            for delivery in self._outbox.due(self._clock.wall(), aside):
                free = delivery.organisation not in self._busy and delivery.service not in passed
                if free and not self._begin(delivery):
                    passed.add(delivery.service)
            known, aside = aside, Aside(frozenset(self._busy), frozenset(passed))

    def _notice_jump(self) -> None:
        """Compare the two clocks: after a jump of the wall clock, no settle time has passed for certain."""
        now = self._instant()
        before, self._mark = self._mark, ClockMark.of(now)
        by = self._mark.set_since(before)
        if by:
            log.warning("the clock was set by %.0f s", by)
            self._set_by += by
            self._move(lambda delivery: sync.clock_moved(delivery, by, now.wall, self._settle))

    def _move(self, moved: Callable[[Delivery], Delivery]) -> None:
        pairs = [(delivery, moved(delivery)) for delivery in self._outbox.deliveries()]
        self._outbox.update_all([(before, after) for before, after in pairs if before != after], self._mark)

    @property
    def idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._busy

    @property
    def erased_for(self) -> float | None:
        """Seconds since answers were last erased here, when nothing is under way; None where none ever were."""
        if self._erased_at is None or self._busy:
            return None
        return self._clock.steady() - self._erased_at

    def hasten(self, endpoint: str, services: frozenset[ServiceId]) -> None:
        """A server answers again: what waits for its services need not wait out its delay, but goes its own time.

        What waits for others does, and so does what this one has asked to wait (Retry-After, RFC 9110 10.2.3): that it
        shows its forms takes nothing back.
        """
        self._breakers = self._breakers.forgiven(_origin_of(endpoint))
        now, steady = self._clock.wall(), self._clock.steady()
        waiting = (
            delivery
            for delivery in self._outbox.deliveries()
            if delivery.state is DeliveryState.SEALED
            and delivery.next_at > now
            and delivery.service in services
            and self._asked_until.get(delivery.service, 0.0) <= steady
        )
        # Together: one by one, thousands would keep this process silent for longer than its supervisor waits.
        self._outbox.update_all([(one, sync.hasten(one, now, self._chance())) for one in waiting])

    def _change(self, before: Delivery, after: Delivery) -> bool:
        """Whether the row could be brought to `after`, or was there already."""
        return before == after or self._outbox.update(before, after)

    def _begin(self, due: Delivery) -> bool:
        """Whether an attempt or a look-up is under way now; if not, its service passes this turn."""
        delivery = sync.reconsider(due, self._clock.wall())
        if not self._change(due, delivery):
            return False
        submission = self._outbox.submission(delivery.id)
        if submission is None:
            log.error("submission %s has no payload", delivery.id)
            self._outbox.update(delivery, sync.to_person(delivery, self._clock.wall()))
            return False
        agency, origin = self._agencies[submission.envelope.protocol], _origin(submission)
        if not self._breakers.allows(origin, self._clock.steady()):
            return False
        if delivery.state is DeliveryState.CHECKING:
            since = searched_from(delivery, self._instant())
            self._send(delivery, origin, lambda: agency.look_up(submission, since, delivery.told_at))
            return True
        # Written before the first byte leaves, so that a crash can never look like 'not sent yet'.
        leaving = sync.claim(delivery, self._clock.wall())
        if not self._outbox.update(delivery, leaving):
            return False
        self._send(leaving, origin, lambda: agency.deliver(submission))
        return True

    def _send(self, delivery: Delivery, origin: str, work: Callable[[], Outcome]) -> None:
        # Only now: a probe that never begins would never end, and nobody else may try beside it.
        self._breakers = self._breakers.begun(origin)
        self._busy.add(delivery.organisation)
        before = self._set_by
        self._network.run(work, lambda outcome: self._ended(delivery, origin, outcome, self._set_by - before))

    def _ended(self, delivery: Delivery, origin: str, outcome: Outcome, by: float) -> None:
        """What an exchange came to; the clock was set by so many seconds since it began."""
        self._breakers = self._breakers.ended(origin, outcome, self._clock.steady())
        self._busy.discard(delivery.organisation)
        if isinstance(outcome, NotSent | Unsure) and outcome.wait:
            self._asked_until[delivery.service] = self._clock.steady() + min(
                outcome.wait, LONGEST_WAIT_SECONDS
            )
        begun = left_earlier(delivery, by) if by else delivery
        after = sync.after(begun, outcome, self._clock.wall(), self._chance(), self._settle)
        log.info("submission %s: %s, now %s", delivery.id, type(outcome).__name__, after.state.value)
        if self._outbox.update(delivery, after) and after.state is DeliveryState.RECEIVED:
            self._erase(after.id)

    def _erase(self, submission: SubmissionId) -> None:
        """The answers are the agency's now; this machine keeps only that they were received."""
        self._outbox.erase_payload(submission)
        self._erased_at = self._clock.steady()


def _origin(submission: Submission) -> str:
    """Scheme and host: agencies behind one server fail and come back together."""
    return _origin_of(submission.envelope.url)


def _origin_of(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
