# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What only a window's program can do for a visit: voice, paper, people, and the end of the process."""

import logging
from collections.abc import Callable
from typing import Protocol, assert_never

from core.errors import Trouble
from core.visit import effects as fx
from core.visit import events as e
from kiosk import handed_files
from kiosk.lanes import Lane
from kiosk.paper import Prints
from kiosk.profile.model import FilePlaces
from kiosk.session.maker import Maker
from kiosk.session.receipts import job_title
from kiosk.session.town_map import TownMap

log = logging.getLogger("kiosk.visit")


class Voice(Protocol):
    """Reads pages aloud."""

    def say(self, done: Callable[[Trouble | None], None]) -> None:
        """Read what is on the page now; `done` is called on the caller's thread, at once when it cannot."""

    def play(self, sound: bytes, done: Callable[[Trouble | None], None]) -> None:
        """Play a sound; `done` as in `say`."""

    def stop(self, *, pause: bool = False) -> None:
        """Be silent within 150 ms; with `pause` remember where."""

    def go_on(self, done: Callable[[Trouble | None], None]) -> None:
        """Say what was not heard before the pause; `done` as in `say`."""

    def spell(self, done: Callable[[Trouble | None], None]) -> None:
        """Spell what the person is at; `done` as in `say`."""


class WindowSurroundings:
    """`kiosk.around.Surroundings` around one window.

    `paper` makes the PDF of what is printed on the window's thread; `leave` ends the process;
    `call_staff` tells staff that they are wanted or no more, and may take its time. `card` carries out what has to
    do with settings to carry; `files` is where people hand files over; `staff` does what those who work here ask for;
    `town_map` is that of the profile.
    """

    def __init__(
        self,
        send: Callable[[e.Event], None],
        voice: Voice,
        paper: Callable[[fx.PaperEffect], bytes],
        printer: Prints,
        devices: Lane,
        leave: Callable[[fx.Ending], None],
        call_staff: Callable[[bool], None],
        card: Callable[[fx.CardEffect], None],
        files: FilePlaces,
        staff: Callable[[fx.StaffEffect], None],
        town_map: TownMap,
    ) -> None:
        self._send = send
        self._voice = voice
        self._paper = paper
        self._printer = printer
        self._devices = devices
        self._leave = leave
        self._call_staff = call_staff
        self._card = card
        self._files = files
        self._staff = staff
        self._map = town_map
        # A device's process ends with this one: its input closes then.
        self._maker = Maker(send)

    def speak(self, what: fx.Aloud) -> None:
        """See `Surroundings.speak`."""
        match what:
            case fx.Aloud.PAGE:
                begin = self._voice.say
            case fx.Aloud.REST:
                begin = self._voice.go_on
            case fx.Aloud.SPELLED:
                begin = self._voice.spell
            case _:
                assert_never(what)
        begin(lambda trouble: self._send(e.SpeechEnded(trouble)))

    def play(self, sound: bytes) -> None:
        """See `Surroundings.play`."""
        self._voice.play(sound, lambda trouble: self._send(e.SpeechEnded(trouble)))

    def stop_speaking(self, *, pause: bool) -> None:
        """See `Surroundings.stop_speaking`."""
        self._voice.stop(pause=pause)

    def remind(self) -> None:
        """See `Surroundings.remind`. Nobody waits for its end: the time that is told of goes on."""
        self._voice.say(_nothing_follows)

    def print_paper(self, effect: fx.PaperEffect) -> None:
        """See `Surroundings.print_paper`. The job's title names nobody."""
        pdf, title = self._paper(effect), job_title(effect)
        self._devices.run(
            lambda: self._printer.put(pdf, title),
            lambda trouble: self._send(e.Printed(effect, trouble)),
        )

    def call_person(self, *, wanted: bool) -> None:
        """See `Surroundings.call_person`."""
        self._devices.run(lambda: self._call_staff(wanted), _done)

    def card(self, effect: fx.CardEffect) -> None:
        """See `Surroundings.card`."""
        self._card(effect)

    def file(self, effect: fx.FileEffect) -> None:
        """See `Surroundings.file`. A stick may be slow: the window does not wait for it."""
        match effect:
            case fx.LookForFiles(path=path, takes=takes):
                self._devices.run(
                    lambda: handed_files.found(self._files, takes),
                    lambda files: self._send(e.FilesFound(path, files)),
                )
            case fx.TakeFile(path=path, place=place, takes=takes, largest=largest):
                most = min(self._files.most, largest or self._files.most)
                self._devices.run(
                    lambda: handed_files.taken(path, place, takes, most),
                    self._send,
                )
            case fx.BeginMaking() | fx.FinishMaking() | fx.StopMaking():
                self._maker.carry_out(effect)
            case _:
                assert_never(effect)

    def staff(self, effect: fx.StaffEffect) -> None:
        """See `Surroundings.staff`."""
        self._staff(effect)

    def map(self, effect: fx.MapEffect) -> None:
        """See `Surroundings.map`."""
        self._map.carry_out(effect)

    def end_visit(self, ending: fx.Ending) -> None:
        """See `Surroundings.end_visit`."""
        self._leave(ending)


def _nothing_follows(trouble: Trouble | None) -> None:
    """A warning is also on the screen; a voice that cannot say it changes nothing."""
    del trouble


def _done(result: None) -> None:
    """The page has said since the press that somebody is coming."""
    del result
