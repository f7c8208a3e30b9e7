# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person asks of the voice with a key each: say it again, wait, spell it (accessibility.md SPK-03)."""

from dataclasses import replace

from core.visit import events as e
from core.visit.effects import Aloud, Effect, Speak, StopSpeaking
from core.visit.making import recording
from core.visit.state import Visit
from core.visit.steps import Step, stay

OWN = (e.ReadAloudPressed, e.RepeatPressed, e.PausePressed)
"""What says itself whether the voice goes on; everything else that a person does stops it."""


def hear(visit: Visit, event: e.ByPerson) -> Step | None:
    """What follows; None for what is not about the voice."""
    match event:
        case e.ReadAloudPressed():
            effect: Effect = StopSpeaking() if visit.speaking else Speak()
            return Step(_speaking(visit, not visit.speaking), (effect,))
        case e.RepeatPressed():
            return Step(_speaking(visit, True), (Speak(),))
        case e.PausePressed() if visit.speaking:
            return Step(replace(visit, speaking=False, paused=True), (StopSpeaking(pause=True),))
        case e.PausePressed():
            return Step(_speaking(visit, True), (Speak(Aloud.REST if visit.paused else Aloud.PAGE),))
        case e.SpellPressed():
            return Step(_speaking(visit, True), (Speak(Aloud.SPELLED),))
        case _:
            return None


def answered(visit: Visit, event: e.PageArrived | e.SpeechEnded) -> Step:
    """A page is there for somebody who wants every page read: it is read at once. Or the voice has ended."""
    if isinstance(event, e.SpeechEnded):
        return Step(replace(visit, speaking=False, speech_trouble=event.trouble))
    if recording(visit):
        # Its words would be part of the answer.
        return stay(visit)
    return Step(_speaking(visit, True), (Speak(),))


def _speaking(visit: Visit, speaking: bool) -> Visit:
    return replace(visit, speaking=speaking, paused=False, speech_trouble=None)
