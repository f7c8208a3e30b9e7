# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who hears and sees nothing: five keys below a dark screen, and words for everything (SPK-11)."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt

from kiosk.gate.keys import FiveKeys
from kiosk.gate.stuck import StuckError

EVERY_PIXEL = 7
"""Each seventh pixel is looked at: no letter is thinner than that everywhere."""


@dataclass
class InTheDark(FiveKeys):
    """`heard` is how many things had been said when each page was left."""

    heard: list[int] = field(default_factory=list)

    def begin(self) -> None:
        """Hear every page and see none from now on."""
        wished = self.robot.session.window.preferences.with_spoken(True).with_curtain(True)
        self.robot.session.send(wished)

    def key(self, key: Qt.Key, held: float = 0.1) -> None:
        """Press a key; on each new page look that it is dark, and count what was heard."""
        pages = len(self.visits)
        super().key(key, held)
        self.here()
        if len(self.visits) > pages:
            self.heard.append(len(self.robot.sink.said))
            self.check_dark()

    def check_dark(self) -> None:
        """Nothing but one colour is to be seen."""
        picture = self.robot.shell.grab().toImage()
        across, down = range(0, picture.width(), EVERY_PIXEL), range(0, picture.height(), EVERY_PIXEL)
        colours = {picture.pixel(x, y) for x in across for y in down}
        if len(colours) != 1:
            raise StuckError(f"{len(colours)} colours in the dark on {self.robot.page}")
