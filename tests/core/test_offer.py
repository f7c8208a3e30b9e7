# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What staff hide is offered nowhere, and stays known by name for who has applied for it."""

import pytest

from core.ids import ServiceId
from core.offer import EVERYTHING, Offer, short_name
from tests.support.small_catalogue import BABY, MOVING, service_id, small_catalogue

ALL = small_catalogue()


def offered(offer: Offer) -> list[str]:
    catalogue = offer.of(ALL)
    return [short_name(one) for one in catalogue.services if catalogue.offered(one) is not None]


def test_without_a_word_from_staff_the_catalogue_is_as_it_was_published() -> None:
    assert EVERYTHING.of(ALL) is ALL


@pytest.mark.parametrize("name", ["birth", str(service_id("birth"))])
def test_a_hidden_service_stands_under_no_life_event_and_has_no_form_but_its_name_and_counter(
    name: str,
) -> None:
    catalogue = Offer(hidden=frozenset({name})).of(ALL)
    birth = catalogue.services[service_id("birth")]
    assert [short_name(one.id) for one in catalogue.of_event(BABY)] == ["child-benefit"]
    assert birth.api is None
    assert [one.id for one in birth.channels] == ["c2"]
    assert birth.name == ALL.services[birth.id].name
    assert catalogue.offered(birth.id) is None
    assert "birth" not in offered(Offer(hidden=frozenset({name})))


def test_where_some_are_named_nothing_else_is_offered_and_hiding_comes_first() -> None:
    assert offered(Offer(only=frozenset({"birth", "parking"}))) == ["birth", "parking"]
    both = Offer(hidden=frozenset({"parking"}), only=frozenset({"birth", "parking"}))
    assert offered(both) == ["birth"]


def test_a_life_event_goes_with_its_last_service() -> None:
    events = Offer(hidden=frozenset({"birth", "child-benefit"})).of(ALL).events
    assert BABY not in events
    assert MOVING in events


def test_what_the_catalogue_does_not_have_is_named_and_means_nothing() -> None:
    offer = Offer(hidden=frozenset({"ferry", "birth"}), only=frozenset({"zoo", "parking"}))
    assert offer.unknown(ALL.services) == ("ferry", "zoo")
    assert offered(offer) == ["parking"]


def test_nothing_is_left_where_all_that_is_named_is_hidden_or_unknown() -> None:
    assert Offer(hidden=frozenset({"birth"}), only=frozenset({"birth"})).is_nothing
    assert not Offer(hidden=frozenset({"birth"})).is_nothing
    assert not Offer(only=frozenset({"zoo"})).leaves_any(ALL.services)
    assert Offer(hidden=frozenset({"birth"})).leaves_any(ALL.services)


def test_the_short_name_is_the_last_part_of_the_address() -> None:
    assert short_name(ServiceId("https://town.example/services/moved/")) == "moved"
    assert short_name(ServiceId("moved")) == "moved"
