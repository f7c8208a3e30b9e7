# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done a moment after a page was drawn, so that the page is painted first."""

from PySide6.QtCore import QObject, QTimer


class Waiting(QObject):
    """Subclasses start `_soon`, and say in `_on_soon` what is done then."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._on_soon)

    @property
    def waits(self) -> bool:
        """Whether something is about to be done."""
        return self._soon.isActive()

    def stop(self) -> None:
        """Do nothing any more."""
        self._soon.stop()

    def _on_soon(self) -> None:
        raise AssertionError(f"{type(self).__name__} does not say what is done")
