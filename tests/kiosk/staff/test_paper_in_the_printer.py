# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Staff are told of papers that may lie in the printer, on their page and on the day's sheet, until they look."""

from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.staff.printer_state import PaperLeft
from core.visit import pages as p
from kiosk.paper_left import FILE, paper_left
from tests.support.staffed_town import PINS, Town, staffed_town, window

LEFT = "Printed in visits that nobody finished: 2."


def looks_in_the_printer(town: Town, qtbot: QtBot) -> str:
    """Somebody of the staff reads of two papers, prints the day's sheet, looks, and says so; the sheet's text."""
    (town.folder / FILE).write_text('{"under_way": 0, "left": 2, "since": 1000000.0}')
    with window(town, qtbot) as at:
        at.signs_in(str(town.members["Mona"].number), PINS["Mona"])
        at.until(lambda: LEFT in at.says())
        at.press("staff.print")
        at.until(lambda: at.page == p.StaffHome(done="print"))
        at.press("staff.looked")
        at.until(lambda: at.page == p.StaffHome(done="looked"))
        at.until(lambda: LEFT not in at.says())
        assert at.listener.session.window.shell.findChild(QWidget, "staff.looked") is None
    return printed(town.folder.parent / "paper" / "day.pdf")


def printed(sheet: Path) -> str:
    document = QPdfDocument()
    document.load(str(sheet))
    words = " ".join(document.getAllText(0).text().split())
    document.close()
    return words


@pytest.mark.requirement("PRV-08", part="staff are told of papers that may lie in the printer")
@pytest.mark.requirement("E-09", part="staff are told of papers that may lie in the printer")
def test_staff_are_told_on_their_page_and_on_the_sheet_until_they_have_looked(
    tmp_path: Path, qtbot: QtBot
) -> None:
    town = staffed_town(tmp_path)

    assert LEFT in looks_in_the_printer(town, qtbot)
    assert paper_left(town.folder) == PaperLeft()
    (record,) = (row for row in town.log() if row["event_id"] == "paper-looked-for")
    assert (record["role"], record["refs"]) == ("attendant", {"papers": 2})


def test_nothing_is_said_of_paper_where_none_was_left(tmp_path: Path, qtbot: QtBot) -> None:
    town = staffed_town(tmp_path)
    with window(town, qtbot) as at:
        at.signs_in(str(town.members["Mona"].number), PINS["Mona"])
        at.until(lambda: "Sealed, a person has to look 1." in at.says())
        assert "nobody finished" not in at.says()
        assert at.listener.session.window.shell.findChild(QWidget, "staff.looked") is None
