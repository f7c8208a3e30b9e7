# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets the voice read what it is given, tells which sentence is heard, and notices when it has finished."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from accessibility.speech.sink import Manner, Quiet, Speaking, SpeechSink, Utterance
from core.errors import Trouble

ASK_EVERY = 60
"""Milliseconds between two questions to the voice how far it is."""

Done = Callable[[Trouble | None], None]


class PageVoice(QObject):
    """`kiosk.session.surroundings.Voice` on a speech sink. `page` gives what is to be said now, `manner` how.

    Signal: `reached` with the utterance that is heard from now on, or None once there is silence.
    """

    reached = Signal(object)

    def __init__(
        self,
        sink: SpeechSink,
        page: Callable[[], tuple[Utterance, ...]],
        manner: Callable[[], Manner],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sink = sink
        self._page = page
        self._manner = manner
        self._done: Done | None = None
        self._saying: tuple[Utterance, ...] = ()
        self._at: int | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(ASK_EVERY)
        self._timer.timeout.connect(self._on_timer)

    def say(self, done: Done) -> None:
        """Read the page; what was being said before stops."""
        self._begin(self._page(), done)

    def say_words(self, words: tuple[Utterance, ...]) -> None:
        """Say something short that is not the page; nobody waits for its end."""
        self._begin(words, _nobody_waits)

    def stop(self) -> None:
        """Be silent; nobody is told, since somebody asked for it."""
        self._done = None
        self._timer.stop()
        self._sink.stop()
        self._come_to(None)

    def close(self) -> None:
        """Be silent, and let go of the voice."""
        self.stop()
        self._sink.close()

    def pause(self) -> tuple[Utterance, ...]:
        """Be silent, and give back what was not heard to its end yet."""
        left = self._saying[self._at :] if self._at is not None else ()
        self.stop()
        return left

    def go_on(self, left: tuple[Utterance, ...], done: Done) -> None:
        """Say what `pause` gave back."""
        self._begin(left, done)

    def _begin(self, words: tuple[Utterance, ...], done: Done) -> None:
        self._done, self._saying = done, words
        self._follow(self._sink.say(words, self._manner()))
        self._timer.start()

    @Slot()
    def _on_timer(self) -> None:
        now = self._sink.progress()
        self._follow(now)
        if isinstance(now, Quiet):
            self._timer.stop()
            done, self._done = self._done, None
            if done is not None:
                done(Trouble(now.trouble.value) if now.trouble is not None else None)

    def _follow(self, now: Speaking | Quiet) -> None:
        self._come_to(now.at if isinstance(now, Speaking) else None)

    def _come_to(self, at: int | None) -> None:
        if at != self._at:
            self._at = at
            self.reached.emit(self._saying[at] if at is not None and at < len(self._saying) else None)


def _nobody_waits(trouble: Trouble | None) -> None:
    """What was said is on the screen as well, or was a key's own answer."""
    del trouble
