# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""All that is heard in a session: which page is read by itself, what keys say, and what only headphones hear."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Slot

from accessibility.preferences import Preferences
from accessibility.speech.pace import STEPS, USUAL
from accessibility.speech.sink import Manner, SpeechSink, Utterance
from accessibility.speech.transcript import Part, transcript
from core.visit import events as e
from core.visit import pages as p
from core.visit.state import Visit
from i18n.direction import strip_controls
from kiosk.profile.model import Profile
from kiosk.profile.voice_place import Private
from kiosk.session.answering_keys import NOWHERE, AnsweringKeys
from kiosk.session.audible import audible
from kiosk.session.jack import Jack
from kiosk.session.screen_reader import ScreenReader
from kiosk.session.typed_echo import TypedEcho
from kiosk.session.voice import PageVoice
from kiosk.session.window import Window
from ui.hands.stops import Kind, Stop
from ui.hands.telling import spelled_stop, told
from ui.present.reading import for_all_to_hear, ours

WHILE_TAKING_BACK, ASSISTED_AFTER = 50, 700
"""Milliseconds between two looks whether a choice can still be taken back; and from a page to its voice, where
everything is slower (accessibility.md section 5, 5)."""


class Ears(QObject):
    """Joins the window, the voice and the sockets. `visit` gives the visit now; `send` takes events and preferences.

    It is the `Words` of its `voice`.
    """

    def __init__(
        self,
        window: Window,
        sink: SpeechSink,
        profile: Profile,
        visit: Callable[[], Visit],
        send: Callable[[e.Event | Preferences], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._profile, self._visit, self._send = window, profile, visit, send
        self._read: object = None
        self._view: object = None
        self._preferences = window.preferences
        self._introduce = self._begins_soon = False
        self._heard: Utterance | None = None
        self.voice = PageVoice(sink, self, self)
        self.voice.reached.connect(self._on_reached)
        self.screen_reader = ScreenReader(parent=self)
        self.screen_reader.changed.connect(self._on_screen_reader)
        self.jack = Jack(profile.voice.card, profile.voice.jack, self)
        self.jack.changed.connect(self._on_jack)
        if profile.voice.private is Private.JACK:
            self.jack.watch()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._on_soon)
        window.hands.alive.connect(self._on_key)
        window.hands.released.connect(self._on_released)
        self._answering = AnsweringKeys(window, self._say, self)
        window.hands.highlight.landed.connect(self._on_landed)
        window.shell.curtain.touched.connect(self._on_curtain_touched)
        self._echo = TypedEcho(
            window.shell, lambda: window.texts, lambda: self.private_route, self._on_echo, self
        )

    def close(self) -> None:
        """Be silent, and let go of every process."""
        self._soon.stop()
        self.jack.close()
        self.voice.close()

    @property
    def private_route(self) -> bool:
        """Whether only the person at the machine hears the voice. What is not known counts as heard by all."""
        match self._profile.voice.private:
            case Private.ALWAYS:
                return True
            case Private.JACK:
                return self.jack.plugged
            case Private.NEVER:
                return False

    def page(self) -> tuple[Utterance, ...]:
        """See `Words.page`. What a machine for ears is told about its keys comes first, once."""
        parts = self._window.to_say(self._visit())
        if self._introduce:
            self._introduce = False
            texts = self._window.texts
            parts = (ours(texts.text("voice.keys"), texts, NOWHERE), *parts)
        return self._fit(parts)

    def spelled(self) -> tuple[Utterance, ...]:
        """See `Words.spelled`."""
        stop = self._window.hands.here()
        return self._fit(spelled_stop(stop, self._window.items)) if stop is not None else ()

    def manner(self) -> Manner:
        """See `Words.manner`."""
        wished = self._window.preferences
        return Manner(STEPS[wished.speech_rate + STEPS.index(USUAL)], wished.volume, self.private_route)

    def silent(self) -> bool:
        """See `Words.silent`."""
        return self.screen_reader.running

    def drawn(self, visit: Visit) -> None:
        """The window shows the visit as it is now: read it by itself, where somebody wants that."""
        wished = self._window.preferences
        before, self._preferences = self._preferences, wished
        self._window.shell.curtain.draw_over(wished.curtain and visit.speech_trouble is None)
        # The page may have been built anew, and its marks with it.
        self._on_reached(self._heard)
        new = (audible(visit), wished.spoken, visit.language)
        changed, self._read = new != self._read, new
        if not wished.spoken:
            self._soon.stop()
            return
        self.voice.prepare(visit.language)
        if (before.volume, before.speech_rate) != (wished.volume, wished.speech_rate):
            self._soon.stop()
        elif changed and not isinstance(visit.over, p.StillThere):
            self._soon.start(ASSISTED_AFTER if wished.assisted else 0)
        elif isinstance(visit.over, p.PlaceMap) and visit.over.view != self._view:  # one sentence is news
            self._say(tuple(part for part in self._window.to_say(visit) if part.private))
        self._view = visit.over.view if isinstance(visit.over, p.PlaceMap) else None

    def begin_by_ear(self) -> None:
        """Somebody cannot or will not look: read every page from now on, and first say where they are."""
        if self.silent() or self._window.preferences.spoken:
            return
        self._introduce = True
        self._send(self._window.preferences.with_spoken(True))

    def read_block(self, words: str) -> bool:
        """Read what stands where somebody touched, if pages are read here (SPK-12). False when there is nothing to."""
        touched = strip_controls(words)
        if not touched or self.silent() or not self._window.preferences.spoken:
            return False
        items = self._window.items
        places = [at for at, item in enumerate(items) if strip_controls(item.phrase.text) == touched]
        if not places:
            return False
        self._send(e.Touched())
        visit = self._visit()
        self._say(tuple(part for part in self._window.to_say(visit) if part.place == places[0]))
        return True

    def _fit(self, parts: tuple[Part, ...]) -> tuple[Utterance, ...]:
        return transcript(parts if self.private_route else for_all_to_hear(parts, self._window.texts))

    def _say(self, parts: tuple[Part, ...]) -> None:
        self.voice.say_words(self._fit(parts))

    @Slot()
    def _on_soon(self) -> None:
        self._send(e.PageArrived())

    @Slot()
    def _on_key(self) -> None:
        visit = self._visit()
        if (
            not isinstance(visit.page, p.Welcome | p.OutOfOrder)
            or visit.over is not None
            or self._profile.at_home
        ):
            return
        if self._window.hands_now.way.scans:
            # A switch that goes down has to come up on the same page: what it chooses is read first.
            self._begins_soon = True
        else:
            # The key is to do first what it is for: the page that is read is built anew.
            QTimer.singleShot(0, self.begin_by_ear)

    @Slot()
    def _on_released(self) -> None:
        begins, self._begins_soon = self._begins_soon, False
        if begins:
            QTimer.singleShot(0, self._begin_once_chosen)

    @Slot()
    def _begin_once_chosen(self) -> None:
        """With one switch a choice can be taken back for a moment; another page would take it back by itself."""
        if self._window.hands.scanning.takes_back:
            QTimer.singleShot(WHILE_TAKING_BACK, self._begin_once_chosen)
        else:
            self.begin_by_ear()

    @Slot(object)
    def _on_landed(self, stop: Stop) -> None:
        """Say each stop that keys or switches come to (OPR-12).

        A frame that moves by itself must not cut short what is read; a press of the person has stopped that before.
        """
        waits = self._introduce or self._soon.isActive()
        if self._window.preferences.spoken and not self._visit().speaking and not waits:
            said = told(stop, self._window.hands.stops(), self._window.items, self._window.texts)
            if stop.kind in (Kind.KEY, Kind.ROW) and not self.private_route and self._echo.writes_secret():
                # The key that is named last is the one that is chosen.
                said = (ours(self._window.texts.text("voice.hidden_short"), self._window.texts, NOWHERE),)
            # The ring shows where a stop is; a mark at words that stand elsewhere too would turn the page away.
            self._say(tuple(replace(part, place=NOWHERE) for part in said))

    def _on_echo(self, parts: tuple[Part, ...]) -> None:
        if self._window.preferences.spoken:
            self._say(parts)

    @Slot(object)
    def _on_reached(self, said: Utterance | None) -> None:
        self._heard = said
        items, page, mark = self._window.items, self._window.shell.page, self._window.shell.spoken_mark
        if said is None or page is None or not 0 <= said.place < len(items):
            mark.clear()
        else:
            text = items[said.place].phrase.text
            before = sum(1 for item in items[: said.place] if item.phrase.text == text)
            mark.mark(page, text, said.written, before)

    @Slot()
    def _on_jack(self) -> None:
        if self.jack.plugged:
            self.begin_by_ear()
        self._send(e.Touched())
        if self._window.preferences.spoken:
            # What was not said aloud can be now; or what was for headphones must not go on for all to hear.
            self._soon.start(0)

    @Slot()
    def _on_screen_reader(self) -> None:
        if self.silent():
            self.voice.stop()
        elif self._window.preferences.spoken:
            self._soon.start(0)

    @Slot()
    def _on_curtain_touched(self) -> None:
        self._send(e.Touched())
        self._say((ours(self._window.texts.text("voice.dark_touched"), self._window.texts, NOWHERE),))
