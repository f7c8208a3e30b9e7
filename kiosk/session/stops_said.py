# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says each stop that keys or switches come to, for who listens instead of looking at the frame (OPR-12)."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from accessibility.speech.transcript import Part, transcript
from kiosk.session.voice import PageVoice
from ui.hands.highlight import Highlight
from ui.hands.stops import Stop


class StopsSaid(QObject):
    """`listens` gives the language in which somebody listens now; empty while nobody does, or a page is being read.

    A frame that moves by itself must not cut short what is read; a press of the person has stopped that before.
    """

    def __init__(
        self, highlight: Highlight, voice: PageVoice, listens: Callable[[], str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._voice = voice
        self._listens = listens
        highlight.landed.connect(self._on_landed)

    @Slot(object)
    def _on_landed(self, stop: Stop) -> None:
        language = self._listens()
        words = transcript((Part(stop.words, language),)) if language else ()
        if words:
            self._voice.say_words(words)
