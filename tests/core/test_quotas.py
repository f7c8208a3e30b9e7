# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A machine takes no flood of forms, and its numbers cannot be read one after the other; nobody's own is kept back."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from core import quotas, seal_number
from core.ids import SubmissionId
from core.submission import Delivery, DeliveryState
from core.visit import events as e
from core.visit import pages as p
from tests.support.fake_outbox import FakeOutbox
from tests.support.submissions import submission
from tests.support.told import EN, Told, delivery, sent

NOW = 1_000_000.0
OWN = seal_number.make(b"first")
FOUND = replace(delivery(DeliveryState.RECEIVED, "R-17"), seal=OWN)


def holding(ages: Iterable[float]) -> FakeOutbox:
    outbox = FakeOutbox()
    for number, age in enumerate(ages):
        assert isinstance(outbox.seal(submission(number, created=NOW - age)), Delivery)
    return outbox


@pytest.mark.parametrize(
    ("number", "too_many"), [(quotas.MOST_AN_HOUR - 1, False), (quotas.MOST_AN_HOUR, True)]
)
def test_a_flood_of_one_hour_is_noticed(number: int, too_many: bool) -> None:
    assert quotas.is_too_many(holding(one * 20.0 for one in range(number)), NOW) is too_many


@pytest.mark.parametrize("age", [quotas.HOUR, 7 * 86_400.0, -1.0, -10 * 365 * 86_400.0])
def test_what_was_sealed_earlier_or_by_a_clock_that_ran_ahead_closes_no_machine(age: float) -> None:
    assert not quotas.is_too_many(holding([age] * 10 * quotas.MOST_AN_HOUR), NOW)


def guessed(number: int, *, at_home: bool = False) -> Told:
    """Somebody at the page for numbers, after so many that were not found."""
    told = Told(e.LanguageChosen(EN), e.StatusOpened())
    told.visit = replace(told.visit, at_home=at_home)
    for attempt in range(number):
        told.tell(e.NumberTyped(f"R-{attempt}"), e.NumberEntered(), e.NumberLookedUp(f"R-{attempt}", None))
    return told


def shown(told: Told, typed: str, there: Delivery = FOUND) -> Delivery | None:
    told.tell(e.NumberTyped(typed), e.NumberEntered(), e.NumberLookedUp(typed, there))
    assert isinstance(told.visit.page, p.Status)
    assert told.visit.page.asked == typed
    return told.visit.page.found


def test_an_agency_s_number_is_answered_after_a_few_slips() -> None:
    assert shown(guessed(quotas.MOST_MISSED - 1), "R-17") == FOUND


def test_whoever_counts_an_agency_s_numbers_upwards_is_told_no_more() -> None:
    told = guessed(quotas.MOST_MISSED)
    assert shown(told, "R-17") is None
    # That one counts as not found too, so that nothing tells it from the others.
    assert told.visit.missed == quotas.MOST_MISSED + 1


def numbered(number: int) -> Delivery:
    return replace(FOUND, id=SubmissionId(f"uuid:{number}"), reference=f"R-{number}")


def test_whoever_counts_upwards_without_a_gap_is_told_no_more_either() -> None:
    told = guessed(0)
    found = [shown(told, f"R-{number}", numbered(number)) for number in range(2 * quotas.MOST_MISSED)]
    assert found == [numbered(number) for number in range(quotas.MOST_MISSED)] + [None] * quotas.MOST_MISSED
    assert shown(told, OWN) == FOUND


def test_one_number_looked_up_again_and_again_counts_once() -> None:
    told = guessed(quotas.MOST_MISSED - 1)
    assert [shown(told, "R-17") for _ in range(5)] == [FOUND] * 5
    assert told.visit.missed == quotas.MOST_MISSED


def test_what_was_sent_in_this_visit_is_told_by_its_agency_s_number_to_the_end() -> None:
    told = sent().tell(e.AnotherThingPressed(), e.StatusOpened())
    own = delivery(DeliveryState.RECEIVED, "R-5")
    for number in range(2 * quotas.MOST_MISSED):
        shown(told, f"R-9{number}", replace(numbered(number), seal=OWN))
    assert told.visit.missed > quotas.MOST_MISSED
    assert shown(told, "R-5", own) == own


def test_this_machine_s_own_number_is_answered_however_many_were_mistyped() -> None:
    spelled = f"{OWN[:3].lower()} {OWN[3:6]}-{OWN[6:]}"
    assert shown(guessed(5 * quotas.MOST_MISSED), spelled) == FOUND


def test_at_home_nobody_counts() -> None:
    assert shown(guessed(5 * quotas.MOST_MISSED, at_home=True), "R-17") == FOUND
