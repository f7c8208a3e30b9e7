# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drafts on the real stores: a form put away in one visit is gone on with in the next, under the same identity."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from core import sync
from core.catalogue import Channel, ChannelKind
from core.errors import Trouble, TroubleError
from core.ids import Language, OrganisationId, SubmissionId
from core.passed_time import Instant, ShownTime
from core.ports import CachedForm
from core.submission import Delivery, Outcome, Received, Refused, Unknowable, Unsure
from core.visit import effects as fx
from core.visit import events as e
from kiosk import sealing
from kiosk.drafts import DraftWork
from kiosk.opening_forms import OpeningForms
from kiosk.store_access import OpenStores, courier_keys, keys_from, open_stores, session_keys
from offline_cache.draft_store import StoredDrafts
from offline_cache.subkeys import Key, KeyOrigin
from tests.support import small_form as small
from tests.support.told import ENDPOINT, FORM, MOVE, catalogue

KEY = Key(bytes(range(32)), KeyOrigin.KEYRING)
ENGLISH = Language("en")
CHANNEL = Channel("c1", ChannelKind.OPENROSA, OrganisationId("https://town.example/registry"), ENDPOINT, FORM)
PUBLISHED = CachedForm(ENDPOINT, FORM, "1", "md5:1", small.SOURCE.encode(), 50.0)
NEWER = replace(
    PUBLISHED,
    version="2",
    hash="md5:2",
    source=small.SOURCE.replace("/data/flat", "/data/floor").replace("<flat/>", "<floor/>").encode(),
)


@pytest.fixture
def stores(tmp_path: Path) -> OpenStores:
    """The stores of a home PC's window, after the courier has made the outbox ready."""
    now = time.time()
    courier = open_stores(tmp_path, keys_from(courier_keys(KEY), trial=False), now)
    assert isinstance(courier, OpenStores)
    opened = open_stores(tmp_path, keys_from(session_keys(KEY, at_home=True), trial=False), now)
    assert isinstance(opened, OpenStores)
    opened.cache.keep_form(PUBLISHED)
    return opened


def at(wall: float) -> Instant:
    """A machine that is never off, and whose clock is right."""
    return Instant("boot", wall, wall)


def new_id() -> SubmissionId:
    return SubmissionId("uuid:new")


def put_away(stores: OpenStores, name: str = "Ada") -> DraftWork:
    """One visit in which the form was answered up to its end."""
    work = DraftWork(OpeningForms(), new_id)
    entry = small.entry().answer(small.NAME, name).answer(small.WHO, "me").answer(small.FLAT, "2b")
    work.opened(entry.submission_id, PUBLISHED)
    assert work.do(fx.KeepDraft(MOVE, CHANNEL, entry, "check"), stores, at(1_000.0)) is None
    return work


def brought_back(stores: OpenStores, now: float = 1_000.0) -> tuple[e.RestoredDraft, ...]:
    """What the next visit finds."""
    found = DraftWork(OpeningForms(), new_id).do(fx.LoadDrafts(ENGLISH), stores, at(now))
    assert isinstance(found, e.DraftsHere)
    return found.drafts


def test_the_next_visit_finds_the_form_as_it_was(stores: OpenStores) -> None:
    put_away(stores)

    (draft,) = brought_back(stores)

    assert (draft.service, draft.saved, draft.reached, draft.changed) == (MOVE, 1_000.0, "check", False)
    assert draft.entry.submission_id == small.entry().submission_id
    assert [draft.entry.raw(one) for one in (small.NAME, small.WHO, small.FLAT)] == ["Ada", "me", "2b"]


def test_what_was_brought_back_is_put_away_again_with_its_form(stores: OpenStores) -> None:
    put_away(stores)
    work = DraftWork(OpeningForms(), new_id)
    found = work.do(fx.LoadDrafts(ENGLISH), stores, at(1_000.0))
    assert isinstance(found, e.DraftsHere)
    entry = found.drafts[0].entry.answer(small.NAME, "Grace")

    work.do(fx.KeepDraft(MOVE, CHANNEL, entry, small.WHO), stores, at(2_000.0))

    assert [(one.entry.raw(small.NAME), one.reached) for one in brought_back(stores)] == [
        ("Grace", small.WHO)
    ]


def test_a_newer_form_takes_the_answers_over_and_names_what_it_does_not_ask(stores: OpenStores) -> None:
    put_away(stores)
    stores.cache.keep_form(NEWER)

    (draft,) = brought_back(stores)

    assert draft.changed
    assert draft.entry.raw(small.NAME) == "Ada"
    assert [(asked.text, said.text) for asked, said in draft.lost] == [
        ("Which flat? (if you have one)", "2b")
    ]


def test_a_newer_form_that_cannot_be_opened_leaves_the_one_that_was_begun(stores: OpenStores) -> None:
    put_away(stores)
    stores.cache.keep_form(replace(NEWER, source=b"<html/>"))

    (draft,) = brought_back(stores)

    assert not draft.changed
    assert draft.entry.raw(small.FLAT) == "2b"


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


def answers_here(stores: OpenStores) -> int:
    assert stores.drafts is not None
    return len(stores.drafts.all())


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


def test_dropped_is_dropped(stores: OpenStores) -> None:
    work = put_away(stores)

    work.do(fx.DropDraft(SubmissionId(small.entry().submission_id)), stores, at(1_000.0))

    assert brought_back(stores) == ()


@pytest.mark.parametrize(
    ("at_home", "trial"), [(False, False), (True, True)], ids=["at a kiosk", "while nothing is kept"]
)
def test_no_file_of_drafts_is_made_where_nothing_outlives_a_visit(
    tmp_path: Path, at_home: bool, trial: bool
) -> None:
    now = time.time()
    open_stores(tmp_path, keys_from(courier_keys(KEY), trial=trial), now)
    stores = open_stores(tmp_path, keys_from(session_keys(KEY, at_home=at_home), trial=trial), now)
    assert isinstance(stores, OpenStores)

    assert stores.drafts is None
    assert DraftWork(OpeningForms(), new_id).do(fx.LoadDrafts(ENGLISH), stores, at(now)) is None
    assert not (tmp_path / "drafts.db").exists()


def test_what_an_agency_showed_is_what_counts(stores: OpenStores) -> None:
    """The machine was off for longer than a draft is kept; nobody but an agency knows that."""
    work = put_away(stores)
    stores.cache.note_shown_time(ShownTime("boot", 1_000.0, 5_000.0))
    work.let_go(stores, at(1_000.0))
    stores.cache.note_shown_time(ShownTime("next", 50.0, 5_000.0 + 31 * 86_400))

    work.let_go(stores, Instant("next", 40.0, 1_000.0 + 31 * 86_400))
    assert answers_here(stores) == 1
    work.let_go(stores, Instant("next", 60.0, 1_000.0 + 31 * 86_400))
    assert answers_here(stores) == 0


@pytest.mark.expects_log
def test_a_full_disk_that_takes_no_count_hides_no_draft(
    stores: OpenStores, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = put_away(stores)

    def full(*_: object) -> None:
        raise TroubleError(Trouble("trouble.disk_full"))

    monkeypatch.setattr(StoredDrafts, "pass_time", full)

    assert [one.entry.raw(small.NAME) for one in brought_back(stores)] == ["Ada"]
    work.let_go(stores, at(1_000.0))
    assert answers_here(stores) == 1
