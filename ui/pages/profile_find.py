# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page on which staff look for a setting of a profile: each that was found leads to its question."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.visit import events as e
from ui.keyboard.keyboards import Keyboards
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.reporting import Send, reports
from ui.pages.searching import SearchingPage
from ui.parts.boxes import Column
from ui.parts.buttons import Button
from ui.parts.tiles import RowButton
from ui.present.profile_find import FindContents, SettingDoor


class ProfileFindPage(SearchingPage[FindContents]):
    """The settings, and the way to all of them where the words found none."""

    def __init__(
        self,
        look: Look,
        contents: FindContents,
        send: Send,
        keyboards: Keyboards | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, contents, send, _Settings(look, send), keyboards, parent)


@dataclass(frozen=True, slots=True)
class _Settings:
    look: Look
    send: Send

    def add_to(self, page: PageFrame, contents: FindContents) -> None:
        """See `Found`."""
        rows = [self._row(one) for one in contents.settings]
        if rows:
            page.add(Column(self.look, rows, gap="s2"))

    def foot(self, contents: FindContents) -> Sequence[QWidget]:
        """See `Found`."""
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
