# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Teaching the machine one's switches: every key that is pressed here is taken for one, except Back and Tab."""

import time
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from accessibility.hands.actions import Action
from accessibility.qt.look import Look
from core.text import Phrase
from core.visit import events as e
from core.visit.way_pages import Ways
from ui.hands.keys import MOVES_OF_QT
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.lamps_above import lamps_above
from ui.pages.reporting import Send, reports
from ui.parts.buttons import Button
from ui.parts.text import PlainText
from ui.present.switches import SwitchesContents, after_press


class SwitchesPage(PageFrame):
    """Drawn anew for each press, so that the time from the light to the press begins when the lamp is seen.

    `steady` is a clock in seconds that never goes back.
    """

    def __init__(
        self,
        look: Look,
        contents: SwitchesContents,
        send: Send,
        steady: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._state = contents.state
        self._send = send
        self._steady = steady
        self._drawn = steady()
        if contents.lamps is not None:
            lamps_above(self, contents.lamps[0], contents.heading, contents.text, of=contents.lamps[1])
        else:
            self.centred = True
            own = contents.language
            heading, text = Phrase(contents.heading, own), Phrase(contents.text, own)
            large.head(self, look, heading, picture=contents.picture, hint=text)
        if contents.told:
            self.add(PlainText(look, contents.told, "strong"))
        before = Button(look, contents.before, "back")
        self.set_foot([reports(before, "foot.before", e.WayPageChanged(Ways()), send)])

    def hear(self, key: str, action: Action | None) -> bool:
        """See `PageFrame`. Whoever came here with a keyboard can still leave with it."""
        if key in MOVES_OF_QT or action is Action.BACK:
            return False
        self._send(e.WayPageChanged(after_press(self._state, key, self._steady() - self._drawn)))
        return True
