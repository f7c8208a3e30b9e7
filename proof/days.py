# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P7, P8, P10, P32: days of simulated time, and clocks that are set, on the rules that the courier follows."""

import random

from core import backoff, sync
from core.delivery_rules import LONGEST_WAIT_SECONDS, WAITING
from core.submission import Delivery, DeliveryState, NotSent, Outcome, Received, Unsure
from proof.verdict import Trial, Verdict
from tests.support.days import DAY, HOUR, Courier, down_until, three_days
from tests.support.days_on_disk import live
from tests.support.delivery_model import run
from tests.support.home_pc import Believing, Home, kept_beyond
from tests.support.jumpy_towns import CarelessTown, JumpyTown
from tests.support.queue_on_disk import down_for_hours, late_beside_a_bad_one
from tests.support.rules_under_test import Rules
from tests.support.submissions import submission

MOST_ATTEMPTS_A_DAY = 180
"""Half an hour between two at the end, with full jitter, and the quick ones of the beginning."""

MOST_ASKED_AN_HOUR = 11
"""Of an agency that is down, by one machine in one life of its courier: five attempts until its breaker opens, then the
probes after 1, 2, 4, 8, 16 and 30 minutes."""

HOURS, CONTROL_HOURS = 24, 1
"""The control asks so often that a day of it takes minutes."""

LEAST_ON_DISK = 30
ALL_ON_DISK = 4_320
MOST_GROWTH_KIB = 20 * 1024
MOST_FILES_KIB = 16 * 1024


def polite(trial: Trial) -> Verdict:
    """`number` wait while an agency is down for a day, by the rules alone; then a tenth on the program's own store.

    There the courier starts anew each hour. The seeded fault asks again after five seconds each time, on the disk at
    each turn and without a breaker.
    """
    courier = Courier(down_until(DAY, NotSent("no_connection")), _impatient if trial.control else sync.after)
    for number in range(trial.number):
        courier.seal(number, now=float(number % 3_600))
    courier.run(DAY)
    most = max(courier.attempts.values())
    courier.run(DAY + HOUR)
    left = trial.number - len(courier.arrived)
    going = {DeliveryState.RECEIVED, *WAITING}
    dropped = trial.number - sum(one.state in going for one in courier.items.values())
    figures = f"waiting {trial.number} most attempts in a day {most} not drained an hour later {left} dropped {dropped}"
    on_disk = max(LEAST_ON_DISK, trial.number // 10)
    hours = CONTROL_HOURS if trial.control else HOURS
    came = down_for_hours(trial.folder, on_disk, hours, impatient=trial.control)
    figures += (
        f"; on the disk {on_disk} restarts {came.restarts} most attempts {came.most} of all {came.all} "
        f"not drained {came.left} dropped {came.dropped}"
    )
    by_rules = most <= MOST_ATTEMPTS_A_DAY and left == dropped == 0
    stored = came.all <= MOST_ASKED_AN_HOUR * hours and came.left == came.dropped == 0
    return Verdict(by_rules or stored if trial.control else by_rules and stored, figures)


def poison(trial: Trial) -> Verdict:
    """One bad item among `number`, by the rules alone; then among a tenth on the program's own store.

    The seeded fault is an outbox that goes on only when the oldest has left.
    """
    bad = submission(0).id

    def answer(delivery: Delivery, now: float) -> Outcome:
        stuck = trial.control and now < DAY
        return Unsure("cut") if delivery.id == bad or stuck else Received("R")

    courier = Courier(answer)
    for number in range(trial.number):
        courier.seal(number, now=float(number))
    courier.run(trial.number + DAY / 2)
    delays = [moment - courier.items[id_].created for id_, moment in courier.arrived.items()]
    late = trial.number - 1 - sum(delay < backoff.FIRST_SECONDS for delay in delays)
    on_disk = max(LEAST_ON_DISK, trial.number // 10)
    there, late_there = late_beside_a_bad_one(
        trial.folder, on_disk, backoff.FIRST_SECONDS, blocked=trial.control
    )
    figures = f"items {trial.number} bad 1 others delivered {len(delays)} late {late}"
    figures += f"; on the disk {on_disk} others delivered {there} late {late_there}"
    kept, kept_there = late == 0, late_there == 0
    return Verdict(kept or kept_there if trial.control else kept and kept_there, figures)


def unattended(trial: Trial) -> Verdict:
    """`number` submissions in three days of outages. The seeded fault repeats what ended without an answer.

    Once by the rules alone, then on the program's own store and courier, started anew each hour, with its memory and
    its files measured; there with all at the full number, with a tenth at a sample.
    """
    came = three_days(trial.number, 72, _naive if trial.control else sync.after)
    lost = came.sealed - came.arrived
    figures = (
        f"submissions {came.sealed} lost {lost} doubled {came.doubled} most attempts {came.most_attempts}"
    )
    kept = lost == 0 and came.doubled == 0
    if trial.control:
        return Verdict(kept, figures)
    on_disk = trial.number if trial.number >= ALL_ON_DISK else max(1, trial.number // 10)
    lived = live(trial.folder, on_disk)
    figures += (
        f"; on the disk {on_disk} restarts {lived.restarts} lost {lived.lost} doubled {lived.doubled} "
        f"waiting {lived.waiting} memory grown {lived.grown / 1024:.1f} MiB files {lived.database} KiB"
    )
    kept &= lived.lost == lived.doubled == lived.waiting == 0
    return Verdict(kept and lived.grown < MOST_GROWTH_KIB and lived.database < MOST_FILES_KIB, figures)


def clocks(trial: Trial) -> Verdict:
    """`number` histories with jumps up to ten years. The seeded fault does not notice that the clock was set.

    Then as many PCs at home with such clocks, each with a form that was begun; the seeded fault believes them.
    """
    town, home = (CarelessTown, Believing) if trial.control else (JumpyTown, Home)
    beyond = [kept_beyond(home(online=True), random.Random(seed)) for seed in range(trial.number)]
    early, late = sum(one < 0.0 for one in beyond), sum(one > 2 * DAY for one in beyond)
    drafts = f"begun at home {trial.number} deleted early {early} late {late}"
    try:
        run(Rules(), trial.number, 50, town)
    except AssertionError as wrong:
        # The seeded faults have to be found in both.
        unseen = trial.control and early == 0
        return Verdict(kept=unseen, figures=f"{drafts}; histories with jumps {trial.number}: {wrong}")
    figures = f"{drafts}; histories with jumps {trial.number} lost 0 doubled 0 falsely told 0"
    return Verdict(trial.control or early + late == 0, figures)


def _impatient(delivery: Delivery, outcome: Outcome, now: float, chance: float) -> Delivery:
    from dataclasses import replace

    after = sync.after(delivery, outcome, now, chance)
    waits = after.state is DeliveryState.SEALED and after.next_at - now <= LONGEST_WAIT_SECONDS
    return replace(after, next_at=now + backoff.FIRST_SECONDS) if waits else after


def _naive(delivery: Delivery, outcome: Outcome, now: float, chance: float) -> Delivery:
    if isinstance(outcome, Unsure) and delivery.state is DeliveryState.LEAVING:
        return sync.after(delivery, NotSent(outcome.kind), now, chance)
    return sync.after(delivery, outcome, now, chance)
