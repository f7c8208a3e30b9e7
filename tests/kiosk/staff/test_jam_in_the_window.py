# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real session and a real print server: an attendant reads of a jam, presses once, and the log has counts only."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.visit import pages as p
from kiosk.paper import Printer
from kiosk.print_queue import PrintQueue
from tests.kiosk.test_print_queue import jammed
from tests.support.print_server import QUEUE, print_server
from tests.support.staffed_town import PINS, staffed_town, window


def test_an_attendant_lets_the_printer_go_on(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    town = staffed_town(tmp_path)
    with print_server(tmp_path / "cups") as server:
        monkeypatch.setenv("CUPS_SERVER", server.socket)
        jammed(server)
        with window(town, qtbot, queue=QUEUE) as at:
            at.signs_in(str(town.members["Mona"].number), PINS["Mona"])
            at.until(lambda: "Paper is stuck in it. It is stopped. Sheets that wait: 2." in at.says())
            server.is_mended()
            at.press("staff.free")
            at.until(lambda: at.page == p.StaffHome(done="free"))
            at.until(lambda: "The printer goes on." in at.says() and "Sheets that wait" not in at.says())
            assert Printer(QUEUE).put(b"%PDF-1.7", "day") is None
            server.printed()
            server.at_rest()
            at.press("staff.print")
            at.until(lambda: at.page == p.StaffHome(done="print"))
            assert server.printed()[0].startswith(b"%PDF")
            assert PrintQueue(QUEUE).state().faults == ()
        assert server.holding(b"Marigold") == []
    freed = next(one for one in town.log() if one["event_id"] == "printer-freed")
    assert (freed["disposition"], freed["role"], freed["refs"]) == ("done", "attendant", {"sheets": 2})


def test_a_machine_without_a_queue_says_nothing_of_a_printer(tmp_path: Path, qtbot: QtBot) -> None:
    town = staffed_town(tmp_path)
    with window(town, qtbot) as at:
        at.signs_in(str(town.members["Mona"].number), PINS["Mona"])
        at.until(lambda: "Sealed, a person has to look 1." in at.says())
        assert at.listener.session.window.shell.findChild(QWidget, "staff.free") is None
        assert "Printer" not in at.says()
