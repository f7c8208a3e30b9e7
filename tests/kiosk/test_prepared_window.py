# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A window that is prepared before anybody sees it has one visit behind it, and loses nothing when it is shown."""

from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from core.end_record import recorded
from core.visit.events import EndKnown
from core.visit.pages import Finished
from kiosk import link
from kiosk.session.loading import Loading
from tests.support.listener import listening_session
from ui.parts.text import PlainText
from ui.registry_town import town


def test_a_prepared_window_is_put_together_once_also_when_it_is_painted_later(qtbot: QtBot) -> None:
    made: list[str] = []
    parent = QObject()
    loading = Loading(lambda: made.append("visit"), parent)
    loading.all_now()
    loading.go_on()
    loading.all_now()
    assert made == ["visit"]
    parent.deleteLater()


def test_the_farewell_keeps_what_was_told_before_and_says_what_is_gone(qtbot: QtBot, tmp_path: Path) -> None:
    with listening_session(tmp_path) as listener:
        # The stores are empty, and must have said so before.
        qtbot.waitUntil(
            lambda: listener.session._effects._seen != (-1, -1) and not listener.session._effects._looking
        )
        listener.at("home")
        listener.session.show(link.SHOW_FINISHED)
        listener.session.runner.stop()
        assert (listener.visit.page, listener.visit.catalogue) == (Finished(), town())
        record = recorded(None, 1_795_426_000.0, answers=12, forms=1, milliseconds=180)
        listener.tell(EndKnown(record))
        said = [one.text() for one in listener.session.window.shell.findChildren(PlainText)]
        assert any("12" in text and record.groups[0] in text for text in said), said
