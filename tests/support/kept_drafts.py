# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drafts of a home PC: its stores, a visit that puts one away, and the next one."""

import time
from dataclasses import replace
from pathlib import Path

from core.catalogue import Channel, ChannelKind
from core.ids import Language, OrganisationId, SubmissionId
from core.passed_time import Instant
from core.ports import CachedForm
from core.visit import effects as fx
from core.visit import events as e
from kiosk.drafts import DraftWork
from kiosk.opening_forms import OpeningForms
from kiosk.store_access import OpenStores, courier_keys, keys_from, open_stores, session_keys
from offline_cache.subkeys import Key, KeyOrigin
from tests.support import small_form as small
from tests.support.told import ENDPOINT, FORM, MOVE

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


def stores_in(folder: Path) -> OpenStores:
    """The stores of a home PC's window, after the courier has made the outbox ready."""
    now = time.time()
    courier = open_stores(folder, keys_from(courier_keys(KEY), trial=False), now)
    assert isinstance(courier, OpenStores)
    opened = open_stores(folder, keys_from(session_keys(KEY, at_home=True), trial=False), now)
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


def answers_here(stores: OpenStores) -> int:
    assert stores.drafts is not None
    return len(stores.drafts.all())
