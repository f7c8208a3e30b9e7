# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drafts on the real stores: a form put away in one visit is gone on with in the next, under the same identity."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import Trouble, TroubleError
from core.ids import SubmissionId
from core.passed_time import Instant, ShownTime
from core.visit import effects as fx
from core.visit import events as e
from kiosk.drafts import DraftWork
from kiosk.opening_forms import OpeningForms
from kiosk.store_access import OpenStores, courier_keys, keys_from, open_stores, session_keys
from offline_cache.draft_store import StoredDrafts
from tests.support import small_form as small
from tests.support.kept_drafts import (
    CHANNEL,
    ENGLISH,
    KEY,
    NEWER,
    answers_here,
    at,
    brought_back,
    new_id,
    put_away,
    stores_in,
)
from tests.support.told import MOVE


@pytest.fixture
def stores(tmp_path: Path) -> OpenStores:
    """The stores of a home PC's window."""
    return stores_in(tmp_path)


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
