# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Empty room between two parts, where a page needs more of it than usual."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.parts.part import Part


class Room(Part):
    """`height` in mm at the first text step; it grows with the step as all gaps do."""

    def __init__(self, look: Look, height: float, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._height = look.sizes.scaled(height)

    def content_height(self, width: int) -> int:
        """See `Part`."""
        del width
        return self._height
