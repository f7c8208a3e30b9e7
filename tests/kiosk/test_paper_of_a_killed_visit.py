# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole program and a real print server: whose session is killed has left a sheet, whoever finishes has not."""

import os
from pathlib import Path

import pytest

from tests.support.print_server import print_server
from tests.support.sandbox_town import running_town
from tests.support.visited_machine import visited_machine


@pytest.mark.requirement("PRV-08", part="a sheet from a real print server, and a session that is killed")
@pytest.mark.requirement("E-09", part="a sheet from a real print server, and a session that is killed")
@pytest.mark.skipif(os.geteuid() != 0, reason="only root may look into hardened processes")
def test_a_printed_sheet_is_known_of_when_its_visit_is_killed_or_left(tmp_path: Path) -> None:
    with (
        running_town(tmp_path) as town,
        print_server(tmp_path / "machine" / "print") as printer,
        visited_machine(tmp_path, town.url, printer) as machine,
    ):
        for ending, papers, warned in (("kill", 1, True), ("finish", 1, False), ("abandon", 2, True)):
            left = machine.visit(ending)
            assert left.printed
            assert (ending, machine.papers_left(), left.warned) == (ending, papers, warned)
            assert not left.found
