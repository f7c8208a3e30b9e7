# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the page of a machine that is out of order can do: speak, and call a person. It has no store and no paper."""

from collections.abc import Callable

from core.errors import Trouble
from core.visit import effects as fx
from core.visit import events as e
from kiosk.lanes import Lane
from kiosk.session.surroundings import Voice


class Doing:
    """Carries out what a visit asks for. `call_staff` may take its time; `begin_anew` forgets what somebody chose."""

    def __init__(
        self,
        send: Callable[[e.Event], None],
        voice: Voice,
        devices: Lane,
        call_staff: Callable[[bool], None],
        begin_anew: Callable[[], None],
    ) -> None:
        self._send = send
        self._voice = voice
        self._devices = devices
        self._call_staff = call_staff
        self._begin_anew = begin_anew

    def carry_out(self, effect: fx.Effect) -> None:
        """Do it; what needs a store or paper ends at once, and says so where somebody waits for it."""
        match effect:
            case fx.Speak(what=fx.Aloud.PAGE) | fx.Remind():
                self._voice.say(self._spoken)
            case fx.Speak(what=fx.Aloud.REST):
                self._voice.go_on(self._spoken)
            case fx.Speak(what=fx.Aloud.SPELLED):
                self._voice.spell(self._spoken)
            case fx.StopSpeaking(pause=pause):
                self._voice.stop(pause=pause)
            case fx.CallPerson(wanted=wanted):
                self._devices.run(lambda: self._call_staff(wanted), _done)
            case fx.EndVisit():
                self._begin_anew()
            case fx.KeepCard():
                self._send(e.CardKept(Trouble("trouble.printer")))
            case fx.TakeCard():
                self._send(e.CardUnknown())
            case fx.LookForCard():
                self._send(e.CameraEnded(Trouble("trouble.no_camera")))
            case _:
                return

    def _spoken(self, trouble: Trouble | None) -> None:
        self._send(e.SpeechEnded(trouble))


def _done(result: None) -> None:
    """The page has said since the press that somebody is coming."""
    del result
