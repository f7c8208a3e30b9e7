# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets the voice read what it is given, tells which sentence is heard, and notices when it has finished."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from accessibility.speech.sink import Manner, Progress, Quiet, Speaking, SpeechSink, Utterance
from core.errors import Trouble

ASK_EVERY = 60
"""Milliseconds between two questions to the voice how far it is."""

Done = Callable[[Trouble | None], None]


class Words(Protocol):
    """What there is to say at this moment, and how."""

    def page(self) -> tuple[Utterance, ...]:
        """The page that is shown."""

    def spelled(self) -> tuple[Utterance, ...]:
        """What the person is at, letter by letter."""

    def manner(self) -> Manner:
        """Pace, loudness, and who hears it."""

    def silent(self) -> bool:
        """Whether somebody else's voice speaks here, so that ours must not (accessibility.md AT-08)."""


class PageVoice(QObject):
    """`kiosk.session.surroundings.Voice` on a speech sink.

    Signal: `reached` with the utterance that is heard from now on, or None once there is silence.
    """

    reached = Signal(object)

    def __init__(self, sink: SpeechSink, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sink = sink
        self._words = words
        self._done: Done | None = None
        self._saying: tuple[Utterance, ...] = ()
        self._left: tuple[Utterance, ...] = ()
        self._at: int | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(ASK_EVERY)
        self._timer.timeout.connect(self._on_timer)

    def say(self, done: Done) -> None:
        """Read the page; what was being said before stops."""
        self._begin(self._words.page(), done)

    def spell(self, done: Done) -> None:
        """Spell what the person is at."""
        self._begin(self._words.spelled(), done)

    def go_on(self, done: Done) -> None:
        """Say what was not heard before the pause, from the sentence in which it came."""
        self._begin(self._left, done)

    def play(self, sound: bytes, done: Done) -> None:
        """Play a sound. It is no voice, so a screen reader that speaks here does not replace it."""
        self._done, self._saying, self._left = done, (), ()
        self._follow(self._sink.play(sound, self._words.manner()))
        self._timer.start()

    def say_words(self, words: tuple[Utterance, ...]) -> None:
        """Say something short that is not the page; nobody waits for its end."""
        self._begin(words, _nobody_waits)

    def prepare(self, language: str) -> None:
        """Somebody will soon want to hear this language."""
        if not self._words.silent():
            self._sink.prepare(language)

    def stop(self, *, pause: bool = False) -> None:
        """Be silent; nobody is told, since somebody asked for it."""
        self._left = self._saying[self._at :] if pause and self._at is not None else ()
        self._done = None
        self._timer.stop()
        self._sink.stop()
        self._come_to(None)

    def close(self) -> None:
        """Be silent, and let go of the voice."""
        self.stop()
        self._sink.close()

    def _begin(self, words: tuple[Utterance, ...], done: Done) -> None:
        self._done, self._saying, self._left = done, words, ()
        if self._words.silent():
            self._sink.stop()
        else:
            self._follow(self._sink.say(words, self._words.manner()))
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

    def _follow(self, now: Progress) -> None:
        self._come_to(now.at if isinstance(now, Speaking) else None)

    def _come_to(self, at: int | None) -> None:
        if at != self._at:
            self._at = at
            self.reached.emit(self._saying[at] if at is not None and at < len(self._saying) else None)


def _nobody_waits(trouble: Trouble | None) -> None:
    """What was said is on the screen as well, or was a key's own answer."""
    del trouble
