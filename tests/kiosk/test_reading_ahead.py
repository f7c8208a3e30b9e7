# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of the service that is looked at is read before anybody presses Start."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from core.catalogue import Channel
from core.visit import pages as p
from kiosk.session.reading_ahead import ReadingAhead
from tests.support.told import MOVE, on_service


def test_the_form_of_the_service_shown_is_read_once(qtbot: QtBot) -> None:
    read: list[Channel] = []
    ahead, visit = ReadingAhead(read.append), on_service().visit
    service = visit.service(MOVE)
    assert service is not None

    ahead.drawn(visit)
    qtbot.waitUntil(lambda: read != [])
    ahead.drawn(replace(visit, connected=False))
    assert not ahead.waits

    assert read == [service.api]


def test_nothing_is_read_where_somebody_has_gone_on_or_no_form_is_here() -> None:
    read: list[Channel] = []
    ahead, visit = ReadingAhead(read.append), on_service().visit

    ahead.drawn(visit)
    assert ahead.waits
    ahead.drawn(replace(visit, page=p.Home()))
    assert not ahead.waits
    ahead.drawn(replace(visit, forms=frozenset()))
    assert not ahead.waits
    assert read == []
