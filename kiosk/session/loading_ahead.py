# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Loads the code of the page that comes next while a page is looked at: a session starts with little of it."""

import importlib
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QObject

from core.visit import pages as p
from core.visit.state import Visit
from kiosk.session.waiting import Waiting

AFTER: Final = 200
"""Milliseconds for a page to be painted, and for its form to be begun with, first."""

SERVICE: Final = ("ui.present.service", "ui.pages.service")
LISTS: Final = (
    "ui.present.event_services",
    "ui.pages.event_services",
    "ui.present.search",
    "ui.pages.search",
)
QUESTION: Final = ("ui.present.question", "ui.pages.question")
CHECK: Final = ("ui.present.said_back", "ui.pages.said_back", "ui.present.check", "ui.pages.check")
SENT: Final = ("ui.present.sent", "ui.pages.sent", "ui.present.finish", "ui.pages.finish")

NEXT: Final[Mapping[type[p.Page], tuple[str, ...]]] = {
    p.Home: (*LISTS, *SERVICE),
    p.EventServices: SERVICE,
    p.Search: SERVICE,
    p.AboutService: QUESTION,
    p.Question: CHECK,
    p.Check: SENT,
}
"""What most people do next."""


class LoadingAhead(Waiting):
    """Watches which page is shown. One thing is done at a time, so that a press is heard between two of them.

    `prepare_keys` makes the keys of a page with something to write, once its code is there.
    """

    def __init__(
        self,
        prepare_keys: Callable[[], None],
        load: Callable[[str], object] = importlib.import_module,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._prepare_keys, self._load = prepare_keys, load
        self._done: set[type[p.Page]] = set()
        self._waiting: list[Callable[[], object]] = []

    def drawn(self, visit: Visit) -> None:
        """The visit as it is shown now: what waited for an earlier page waits for that to come back."""
        page = type(visit.page)
        names = () if page in self._done else NEXT.get(page, ())
        self._waiting = [partial(self._load, name) for name in names]
        if page is p.AboutService:
            # Other letters, a larger text: the keys are not those of the service before.
            self._waiting.append(self._prepare_keys)
        if self._waiting:
            self._waiting.append(partial(self._done.add, page))
            self._soon.start(AFTER)
        else:
            self._soon.stop()

    def _on_soon(self) -> None:
        self._waiting.pop(0)()
        if self._waiting:
            self._soon.start(0)
