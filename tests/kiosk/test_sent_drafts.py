# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What becomes of a draft that was sent: it is nobody's draft, and its answers go once the agency has them."""

from pathlib import Path

import pytest

from core import sync
from core.submission import Delivery, Outcome, Received, Refused, Unknowable, Unsure
from core.visit import effects as fx
from core.visit import events as e
from kiosk import sealing
from kiosk.drafts import DraftWork
from kiosk.opening_forms import OpeningForms
from kiosk.store_access import OpenStores
from tests.support import small_form as small
from tests.support.kept_drafts import (
    CHANNEL,
    ENGLISH,
    answers_here,
    at,
    brought_back,
    new_id,
    put_away,
    stores_in,
)
from tests.support.told import MOVE, catalogue


@pytest.fixture
def stores(tmp_path: Path) -> OpenStores:
    """The stores of a home PC's window."""
    return stores_in(tmp_path)


def sent(stores: OpenStores, outcome: Outcome | None) -> Delivery:
    """What was put away is sealed, and so is what came of its attempt; None when there was none yet."""
    entry = small.entry().answer(small.NAME, "Ada").answer(small.WHO, "me")
    seal = fx.Seal(catalogue().services[MOVE], CHANNEL, entry, ENGLISH)
    first = stores.outbox.seal(sealing.submission(seal, "7K24MP93X", 1_000.0))
    assert isinstance(first, Delivery), first
    if outcome is None:
        return first
    leaving = sync.claim(first, 1_001.0)
    after = sync.after(leaving, outcome, 1_002.0, 0.5)
    assert stores.outbox.update(first, leaving)
    assert stores.outbox.update(leaving, after)
    return after


@pytest.mark.parametrize("outcome", [None, Refused(400, "no"), Unsure("cut"), Unknowable("status")])
def test_what_was_sent_is_nobodys_draft_and_its_answers_stay_until_the_agency_has_them(
    stores: OpenStores, outcome: Outcome | None
) -> None:
    put_away(stores)
    delivery = sent(stores, outcome)

    found = DraftWork(OpeningForms(), new_id).do(fx.LoadDrafts(ENGLISH), stores, at(1_000.0))

    assert found == e.DraftsHere((), frozenset({delivery.id}))
    assert answers_here(stores) == 1


@pytest.mark.parametrize("how", ["the next visit", "the outbox has changed", "put away late"])
def test_answers_that_an_agency_has_are_forgotten(stores: OpenStores, how: str) -> None:
    work = put_away(stores)
    sent(stores, Received("R-1"))
    assert answers_here(stores) == 1

    match how:
        case "the next visit":
            assert brought_back(stores) == ()
        case "the outbox has changed":
            work.let_go(stores, at(1_000.0))
        case _:
            entry = small.entry().answer(small.NAME, "Ada").answer(small.WHO, "me")
            work.do(fx.KeepDraft(MOVE, CHANNEL, entry, "check"), stores, at(1_000.0))

    assert answers_here(stores) == 0


def test_what_was_refused_opens_with_its_answers_as_another_submission(stores: OpenStores) -> None:
    work = put_away(stores)
    refused = sent(stores, Refused(400, "no"))

    told = work.do(fx.MendDraft(refused.id, ENGLISH), stores, at(2_000.0))

    assert isinstance(told, e.Mended)
    assert told.draft is not None
    entry = told.draft.entry
    assert (told.refused, entry.submission_id) == (refused.id, "uuid:new")
    assert [entry.raw(one) for one in (small.NAME, small.WHO, small.FLAT)] == ["Ada", "me", "2b"]
    assert work.do(fx.KeepDraft(MOVE, CHANNEL, entry, "check"), stores, at(2_000.0)) is None
    assert answers_here(stores) == 2


def test_what_was_refused_before_thirty_days_is_not_here_any_more(stores: OpenStores) -> None:
    work = put_away(stores)
    refused = sent(stores, Refused(400, "no"))

    assert work.do(fx.MendDraft(refused.id, ENGLISH), stores, at(1_000.0 + 31 * 86_400)) == e.Mended(
        refused.id
    )


def test_deleted_is_deleted_in_the_outbox_and_here(stores: OpenStores) -> None:
    work = put_away(stores)
    refused = sent(stores, Refused(400, "no"))

    assert work.do(fx.Discard(refused), stores, at(1_000.0)) == e.Discarded(refused.id, done=True)

    assert stores.outbox.deliveries() == ()
    assert answers_here(stores) == 0
    assert work.do(fx.Discard(refused), stores, at(1_000.0)) == e.Discarded(refused.id, done=False)
