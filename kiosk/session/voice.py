# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets the voice read the page that is shown, and notices when it has finished."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from accessibility.speech.sink import Quiet, SpeechSink, Utterance
from core.errors import Trouble

ASK_EVERY = 100
"""Milliseconds between two questions to the voice how far it is; asking also begins the next part."""


class PageVoice(QObject):
    """`kiosk.session.surroundings.Voice` on a speech sink. `page` gives what is to be said now.

    `pace` gives per cent of the usual tempo, and the step of loudness.
    """

    def __init__(
        self,
        sink: SpeechSink,
        page: Callable[[], tuple[Utterance, ...]],
        pace: Callable[[], tuple[int, int]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sink = sink
        self._page = page
        self._pace = pace
        self._done: Callable[[Trouble | None], None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(ASK_EVERY)
        self._timer.timeout.connect(self._on_timer)

    def say(self, done: Callable[[Trouble | None], None]) -> None:
        """Read the page; what was being said before stops."""
        self._done = done
        self._sink.say(self._page(), *self._pace())
        self._timer.start()

    def stop(self) -> None:
        """Be silent; nobody is told, since somebody asked for it."""
        self._done = None
        self._timer.stop()
        self._sink.stop()

    @Slot()
    def _on_timer(self) -> None:
        now = self._sink.progress()
        if isinstance(now, Quiet):
            self._timer.stop()
            done, self._done = self._done, None
            if done is not None:
                done(Trouble(now.trouble.value) if now.trouble is not None else None)
