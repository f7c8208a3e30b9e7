# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The ground that keys lie on."""

from PySide6.QtGui import QPainter, QPaintEvent

from ui.parts.part import Part


class SunkGround(Part):
    """Darker than the page, with a line along its top edge. Subclasses lay out what lies on it."""

    def let_go(self) -> None:
        """It is about to be thrown away: subclasses give back what they have borrowed."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.color("sunk"))
        painter.fillRect(0, 0, self.width(), self.look.line_width, self.look.color("line"))
        painter.end()
