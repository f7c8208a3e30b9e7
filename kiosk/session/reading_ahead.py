# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Has a form read while its service is looked at, so that its first question is there at the press on Start."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject

from core.catalogue import Channel
from core.ids import ServiceId
from core.visit.pages import AboutService
from core.visit.state import Visit
from kiosk.session.waiting import Waiting

AFTER: Final = 150
"""Milliseconds for the page about the service to be painted first."""


class ReadingAhead(Waiting):
    """Watches which service is shown. `read` has the form of a channel read, on another thread."""

    def __init__(self, read: Callable[[Channel], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._service: ServiceId | None = None
        self._channel: Channel | None = None

    def drawn(self, visit: Visit) -> None:
        """The visit as it is shown now."""
        page = visit.page
        if not isinstance(page, AboutService) or page.opening:
            self._service = None
            self._soon.stop()
        elif page.service != self._service:
            self._service, self._channel = page.service, _form_of(visit, page.service)
            if self._channel is not None:
                self._soon.start(AFTER)

    def _on_soon(self) -> None:
        if self._channel is not None:
            self._read(self._channel)


def _form_of(visit: Visit, service: ServiceId) -> Channel | None:
    """The channel of a service whose form is here."""
    found = visit.service(service)
    if found is None or not visit.startable(found):
        return None
    return found.api
