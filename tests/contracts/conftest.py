# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The outboxes of which the contract is asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.ports import Outbox
from offline_cache.outbox import StoredOutbox, open_outbox
from offline_cache.subkeys import Key, KeyOrigin
from tests.support.fake_outbox import FakeOutbox


@pytest.fixture(params=["stored", "in memory"])
def outbox(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Outbox]:
    if request.param == "in memory":
        yield FakeOutbox()
        return
    opened = open_outbox(tmp_path / "store", Key(bytes(32), KeyOrigin.MEMORY), now=0.0, ballast_bytes=0)
    assert isinstance(opened, StoredOutbox)
    yield opened
    opened.close()
