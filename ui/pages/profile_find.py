# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page on which staff look for a setting of a profile: each that was found leads to its question."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from core.visit import events as e
from ui.pages import large
from ui.pages.reporting import reports
from ui.pages.searching import SearchingPage
from ui.parts.boxes import Column
from ui.parts.buttons import Button
from ui.parts.tiles import RowButton
from ui.present.profile_find import FindContents, SettingDoor


class ProfileFindPage(SearchingPage[FindContents]):
    """The settings, and the way to all of them where the words found none."""

    def add_found(self, contents: FindContents) -> None:
        """See `SearchingPage`."""
        rows = [self._row(one) for one in contents.settings]
        if rows:
            self.add(Column(self.look, rows, gap="s2"))

    def foot_of(self, contents: FindContents) -> Sequence[QWidget]:
        """See `SearchingPage`."""
        if not contents.groups:
            return ()
        every = Button(self.look, contents.groups, "back")
        return (reports(every, "foot.groups", e.ContinuePressed(), self.send),)

    def _row(self, door: SettingDoor) -> QWidget:
        note = "" if large.is_large(self.look) else door.note
        # The largest letters need its room, so that the first setting stands under the heading.
        picture = "" if large.is_very_large(self.look) else door.picture
        tile = RowButton(self.look, picture, door.title.text, note)
        return reports(tile, f"found.{door.path}", e.ChangePressed(door.path), self.send)
