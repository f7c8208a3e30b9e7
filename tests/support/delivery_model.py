# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A model of citizens, courier, crashes and four kinds of agency: nothing lost, doubled or falsely claimed."""

from collections import Counter

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from core import sync
from core.ids import SubmissionId
from core.submission import (
    Delivery,
    DeliveryState,
    NoAccess,
    NotFoundThere,
    NotSent,
    Outcome,
    Received,
    Submission,
    Unknowable,
    Unsure,
)
from tests.support.fake_outbox import FakeOutbox
from tests.support.modelled_agencies import KEY, Agencies, Kind
from tests.support.rules_under_test import Rules
from tests.support.submissions import submission

ENDS = (
    "kept",
    "kept, answer lost",
    "lost on the way",
    "cut before",
    "no way",
    "locked out",
    "killed before",
    "killed after",
)


class Town(RuleBasedStateMachine):
    """Citizens seal, the courier carries, the network and the power fail, the clock goes on."""

    decide = Rules()

    def __init__(self) -> None:
        super().__init__()
        self.outbox = FakeOutbox()
        self.agencies = Agencies()
        self.now = self.real = 1_000_000.0
        self.sealed = 0
        self.silent: set[SubmissionId] = set()
        self.courier_is_up = True

    @initialize()
    def begin(self) -> None:
        self.outbox = FakeOutbox()

    @rule(kind=st.sampled_from(Kind))
    def citizen_seals(self, kind: Kind) -> None:
        self.sealed += 1
        keyed = kind in (Kind.KEYED, Kind.KEYED_SILENT)
        item = submission(
            self.sealed,
            created=self.now,
            repeatable=kind is not Kind.NO_KEY,
            remembered=KEY if keyed else None,
        )
        if kind is Kind.KEYED_SILENT:
            self.silent.add(item.id)
        self.outbox.seal(item)

    @rule(seconds=st.sampled_from([1.0, 10.0, 120.0, 700.0, 4_000.0]))
    def time_passes(self, seconds: float) -> None:
        self.time_goes_on(seconds)

    def time_goes_on(self, seconds: float) -> None:
        """For the machine's clock and for the agencies, whose clock nobody sets."""
        self.now += seconds
        self.real += seconds

    @rule(
        end=st.sampled_from(ENDS),
        chance=st.floats(0, 1, exclude_max=True),
    )
    def courier_works(self, end: str, chance: float) -> None:
        self.courier_starts()
        for due in self.outbox.due(self.now, most=1):
            delivery = self.decide.reconsider(due, self.now)
            assert delivery == due or self.outbox.update(due, delivery)
            item = self.outbox.submission(delivery.id)
            assert item is not None
            if delivery.state is DeliveryState.CHECKING:
                self._look_up(delivery, item, end, chance)
            else:
                self._attempt(delivery, item, end, chance)

    def _attempt(self, delivery: Delivery, item: Submission, end: str, chance: float) -> None:
        claimed = sync.claim(delivery, self.now)
        assert self.outbox.update(delivery, claimed)
        if end == "killed before":
            self.courier_is_up = False
            return
        outcome: Outcome
        match end:
            case "kept" | "killed after":
                outcome = Received(self.agencies.file(item, self.real))
            case "kept, answer lost":
                self.agencies.file(item, self.real)
                outcome = Unsure("timeout")
            case "lost on the way" | "cut before":
                outcome = Unsure("cut")
            case "no way":
                outcome = NotSent("no_connection")
            case _:
                outcome = NoAccess("status")
        if end == "killed after":
            self.courier_is_up = False
            return
        assert self.outbox.update(claimed, self.decide.after(claimed, outcome, self.now, chance))

    def _look_up(self, delivery: Delivery, item: Submission, end: str, chance: float) -> None:
        outcome: Outcome
        if end in ("no way", "locked out", "killed before"):
            outcome = NotSent("no_connection")
        elif item.id in self.silent:
            outcome = Unknowable("status")
        elif self.agencies.shows(item, self.real):
            outcome = Received(f"R-{item.id[-4:]}")
        else:
            outcome = NotFoundThere()
        assert self.outbox.update(delivery, self.decide.after(delivery, outcome, self.now, chance))

    def courier_starts(self) -> None:
        if self.courier_is_up:
            return
        self.courier_is_up = True
        for delivery in self.outbox.deliveries():
            if delivery.state is DeliveryState.LEAVING and self.decide.recover is not None:
                assert self.outbox.update(delivery, self.decide.recover(delivery, self.now))

    @invariant()
    def nobody_is_doubled(self) -> None:
        counts = Counter(item for item, _ in self.agencies.filed)
        assert all(count == 1 for count in counts.values()), "doubled"

    @invariant()
    def nobody_is_told_received_without_it_being_so(self) -> None:
        for delivery in self.outbox.deliveries():
            if delivery.state is DeliveryState.RECEIVED:
                assert delivery.reference, "no reference"
                assert self.agencies.has(delivery.id), "falsely received"
            elif delivery.state is DeliveryState.REFUSED:
                raise AssertionError("refused although nobody refused")

    def teardown(self) -> None:
        """When the network works again, everything arrives, once, within a bounded time."""
        for _ in range(40 + 4 * self.sealed):
            self.courier_works("kept", 0.5)
            self.nobody_is_doubled()
            self.nobody_is_told_received_without_it_being_so()
            self.time_goes_on(300.0)
        states = {delivery.state for delivery in self.outbox.deliveries()}
        assert states <= {DeliveryState.RECEIVED, DeliveryState.ATTENTION}, f"lost: {states}"
        for delivery in self.outbox.deliveries():
            # Where nobody can be asked, a person decides about what may not have arrived.
            asked = delivery.state is DeliveryState.ATTENTION and delivery.id in self.silent
            assert self.agencies.has(delivery.id) or asked, "lost"


def settings_for(examples: int, steps: int = 40) -> settings:
    return settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate,),
        database=None,
        print_blob=False,
    )


def run(rules: Rules, examples: int, steps: int = 40, town: type[Town] = Town) -> None:
    """So many histories of so many steps each. AssertionError, which says what went wrong, at the first bad one."""
    ruled = type(town.__name__, (town,), {"decide": rules})
    run_state_machine_as_test(ruled, settings=settings_for(examples, steps))
