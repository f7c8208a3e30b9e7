# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Search: services that the citizen's own words found, and doors and a person where they found none."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from core.visit import events as e
from ui.pages.home import door_card
from ui.pages.reporting import reports
from ui.pages.searching import SearchingPage
from ui.pages.service_rows import service_row
from ui.parts.boxes import Column
from ui.parts.buttons import Button
from ui.parts.grid import Grid
from ui.present.search import SearchContents


class SearchPage(SearchingPage[SearchContents]):
    """The services, and what else there is to press."""

    def add_found(self, contents: SearchContents) -> None:
        """See `SearchingPage`."""
        rows = [service_row(self.look, row, self.send) for row in contents.rows]
        if rows:
            self.add(Column(self.look, rows, gap="s2"))
        if contents.doors:
            doors = [door_card(self.look, door, self.send, described=False) for door in contents.doors]
            # One beside the other would be one too many to press, with the field and the foot (UND-01).
            columns = 1 if self.look.preferences.assisted else self.look.layout.columns
            self.add(Grid(self.look, doors, columns, fill=True), grow=True)

    def foot_of(self, contents: SearchContents) -> Sequence[QWidget]:
        """See `SearchingPage`."""
        if not contents.person:
            return ()
        return (
            reports(
                Button(self.look, contents.person, "help-person"), "foot.person", e.HelpPressed(), self.send
            ),
        )
