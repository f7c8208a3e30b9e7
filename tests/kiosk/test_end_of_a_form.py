# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A form that asks when it was ended is told so when it is sealed, once: every attempt sends the same moment."""

from datetime import datetime
from pathlib import Path

from lxml import etree

from core import sync
from core.submission import Delivery, Unsure
from core.visit import effects as fx
from kiosk import sealing
from offline_cache.outbox import StoredOutbox
from tests.support import small_forms
from tests.support.kept_drafts import CHANNEL, ENGLISH
from tests.support.stored_outbox import opened
from tests.support.told import MOVE, catalogue

BINDS = '<bind nodeset="/data/e" jr:preload="timestamp" jr:preloadParams="end"/>'
SENT = 1_795_900_000.25


def body(outbox: StoredOutbox, delivery: Delivery) -> bytes:
    kept = outbox.submission(delivery.id)
    assert kept is not None
    return kept.envelope.body


def test_the_moment_of_sending_is_sealed_and_stays_the_same_at_every_attempt(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    entry = small_forms.entry("<e/><a/>", BINDS, small_forms.inputs("a")).answer(small_forms.at("a"), "Ada")
    effect = fx.Seal(catalogue().services[MOVE], CHANNEL, entry, ENGLISH)
    sealed = outbox.seal(sealing.submission(effect, "7K24MP93X", SENT))
    assert isinstance(sealed, Delivery), sealed

    first = body(outbox, sealed)
    instance = first[first.index(b"<data") : first.index(b"</data>") + len(b"</data>")]
    ended = etree.fromstring(instance).findtext("e")
    assert ended
    moment = datetime.fromisoformat(ended)
    assert moment.tzinfo is not None
    assert moment.timestamp() == SENT

    leaving = sync.claim(sealed, SENT + 60.0)
    after = sync.after(leaving, Unsure("cut"), SENT + 90.0, 0.5)
    assert outbox.update(sealed, leaving)
    assert outbox.update(leaving, after)
    assert body(outbox, after) == first
