# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each key of the machine is to be pressed once: it says what it is for. Pressed again it does what it always does."""

from PySide6.QtWidgets import QWidget

from accessibility.hands.actions import Action
from accessibility.qt.look import Look
from core.text import Phrase
from core.visit.self_test_events import KeyFelt
from ui.fields.left_out import leave_in
from ui.hands.keys import MOVES_OF_QT
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.reporting import Send, reports
from ui.pages.ticks import add_ticks, have_room
from ui.parts.buttons import PrimaryButton
from ui.parts.text import PlainText
from ui.parts.ticked import Ticked
from ui.present.self_test import KeysContents


class KeysTestPage(PageFrame):
    """Nobody is caught here: the second press leads on, and so do Tab and a finger."""

    def __init__(self, look: Look, contents: KeysContents, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._contents, self._send = contents, send
        own = contents.language
        large.plain_head(self, look, Phrase(contents.heading, own), Phrase(contents.text, own))
        self._last = self.add(PlainText(look, contents.last, "strong"))
        self._fields: list[Ticked] = []
        self._told: list[PlainText] = []
        if have_room(look):
            self._fields = add_ticks(self, look, contents.ticks)
        else:
            self._told = [self.add(PlainText(look, text)) for text in _told(contents)]
        foot = PrimaryButton(look, contents.foot.title, contents.foot.picture)
        self.set_foot([reports(foot, contents.foot.name, contents.foot.event, send)])
        self._show()

    def refresh(self, contents: object) -> bool:
        """Say one more key."""
        if not isinstance(contents, KeysContents) or _frame(contents) != _frame(self._contents):
            return False
        self._contents = contents
        self._show()
        self.arrange()
        return True

    def hear(self, key: str, action: Action | None) -> bool:
        """See `PageFrame`. What a key is for here, whatever way this person has chosen."""
        del action
        meant = self._contents.meanings.get(key)
        if key in MOVES_OF_QT or (meant is not None and meant.value in self._contents.state.felt):
            return False
        self._send(KeyFelt(key, meant.value if meant is not None else ""))
        return True

    def _show(self) -> None:
        contents = self._contents
        told = _told(contents) if self._told else ()
        for part, text in zip((self._last, *self._told), (contents.last, *told), strict=True):
            part.set_text(text)
            leave_in(part, shown=bool(text))
        ticks = () if self._told else contents.ticks
        for field, tick in zip(self._fields, ticks, strict=True):
            field.tick(tick.said, done=tick.done)


def _told(contents: KeysContents) -> tuple[str, str]:
    return contents.answered, contents.left


def _frame(contents: KeysContents) -> tuple[object, ...]:
    """Everything that a key does not change."""
    return (contents.language, contents.heading, contents.text, contents.foot)
