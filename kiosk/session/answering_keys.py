# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What keys are answered with by ear: how loud and fast the voice is now, and that there is nothing further on."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from accessibility.hands.actions import Action
from accessibility.preferences import SPEECH_RATES, VOLUMES
from accessibility.speech.transcript import Part
from kiosk.session.window import Window
from ui.present.reading import ours

NOWHERE = -1
"""The place of what is said and stands nowhere on the page."""


class AnsweringKeys(QObject):
    """Listens to the hands at the window. `say` takes what is said at once."""

    def __init__(self, window: Window, say: Callable[[tuple[Part, ...]], None], parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._say = window, say
        window.hands.wished.connect(self._on_wished)
        window.hands.highlight.stuck.connect(self._on_stuck)

    @Slot(object)
    def _on_wished(self, action: Action) -> None:
        """A key for pace or loudness answers with how it is now, also where nothing else is read (SPK-05)."""
        now, texts = self._window.preferences, self._window.texts
        match action:
            case Action.LOUDER | Action.SOFTER:
                title, step, ends = "comfort.volume", now.volume, VOLUMES
            case Action.FASTER | Action.SLOWER:
                title, step, ends = "comfort.speed", now.speech_rate, SPEECH_RATES
            case _:
                return
        value = texts.text("settings.text_value", step=step - ends[0] + 1, steps=ends[1] - ends[0] + 1)
        self._say((ours(texts.text(title), texts), ours(value, texts)))

    @Slot(bool)
    def _on_stuck(self, at_end: bool) -> None:
        """An arrow that leads no further says so to who listens; the next press goes round (OPR-10)."""
        if self._window.preferences.spoken:
            texts = self._window.texts
            key = "voice.at_end" if at_end else "voice.at_beginning"
            self._say((ours(texts.text(key), texts, NOWHERE),))
