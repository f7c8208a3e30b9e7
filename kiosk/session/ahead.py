# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a session does while somebody looks at a page, so that the next one is there at the press."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from core.catalogue import Channel
from core.visit.state import Visit
from kiosk.session.loading_ahead import LoadingAhead
from kiosk.session.reading_ahead import ReadingAhead


class Ahead:
    """`read` has the form of a channel read, on another thread; `prepare_keys` makes those of a keyboard."""

    def __init__(
        self, read: Callable[[Channel], None], prepare_keys: Callable[[], None], parent: QObject | None = None
    ) -> None:
        self._parts = (ReadingAhead(read, parent), LoadingAhead(prepare_keys, parent=parent))

    def drawn(self, visit: Visit) -> None:
        """The visit as it is shown now."""
        for part in self._parts:
            part.drawn(visit)

    def stop(self) -> None:
        """Do nothing any more."""
        for part in self._parts:
            part.stop()
