# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A press that counted, for telling whether the next one is the same press of a trembling hand."""

import weakref
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Strike:
    """A press that counted: when in seconds, where on the screen (or which key), and on which widget and stop."""

    at: float
    place: QPoint
    under: weakref.ref[QWidget] | None
    stop: object = None

    def on(self, widget: QWidget) -> bool:
        """Whether it was on that widget."""
        return self.under is not None and self.under() is widget

    def is_like(self, other: "Strike") -> bool:
        """Whether it was the same key on the same stop."""
        return self.place == other.place and self.stop == other.stop
