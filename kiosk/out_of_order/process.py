# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Out of order, in every language and by every way of pressing: the window of a visit that can go nowhere.

It opens no store, knows nothing of the visits before it, and holds no answer.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from accessibility.preferences import Preferences
from accessibility.qt.look import Look
from accessibility.speech.sink import SpeechSink
from core.visit import events as e
from core.visit.pages import OutOfOrder as Page
from core.visit.state import Visit
from i18n.messages import Messages
from kiosk import link
from kiosk.clock import MachineClock
from kiosk.lanes import ThreadLane
from kiosk.out_of_order.doing import Doing
from kiosk.profile.model import Profile
from kiosk.session.bridge import Bridge
from kiosk.session.ears import Ears
from kiosk.session.first_sight import FirstSight
from kiosk.session.heartbeat import Heartbeat
from kiosk.session.new_ids import new_visit
from kiosk.session.on_screen import show_on_screen
from kiosk.session.process import screen_of
from kiosk.session.runner import VisitRunner
from kiosk.session.setting import setting_now, usual_preferences
from kiosk.session.typing import LaneConverter
from kiosk.session.window import Window
from kiosk.staff_signal import StaffSignal
from kiosk.typing.process import TypingProcess
from ui.input_gate import InputGate
from ui.present.reading import Readable
from ui.present.setting import Setting
from ui.shell import Shell


@dataclass(slots=True)
class Empty:
    """A window with nothing in it yet; see `kiosk.session.opening.Opened`."""

    texts: Messages
    look: Look
    shell: Shell
    contents: Readable | None = None


class OutOfOrder(QObject):
    """`say` tells the supervisor; `sink` is the voice."""

    def __init__(
        self,
        application: QApplication,
        order: link.Order,
        profile: Profile,
        say: Callable[[link.Line], None],
        sink: SpeechSink,
    ) -> None:
        super().__init__()
        self._application, self._order, self._profile, self.say = application, order, profile, say
        self._clock = MachineClock()
        screen = screen_of(profile, application)
        usual, language = usual_preferences(profile), profile.languages[0]
        texts = Messages.load(language)
        look = Look(usual, screen, language, texts)
        shell = self._shell = Shell(look)
        FirstSight(shell, order, profile, say, lambda: say(link.Shown()))
        shell.resize(screen.width_px, screen.height_px)
        bridge = Bridge(self)
        self._devices = ThreadLane("devices", bridge.post)
        self._converter = LaneConverter(ThreadLane("typing", bridge.post), TypingProcess())
        visit = self._nobody()
        self.window = Window(
            visit,
            usual,
            screen,
            self._setting,
            self.send,
            Empty(texts, look, shell),
            self._converter,
            profile.beside,
        )
        self.ears = Ears(
            self.window,
            sink,
            profile,
            lambda: self.runner.visit,
            self.send,
            self,
        )
        self.doing = Doing(self.send, self.ears.voice, self._devices, self._call_staff, self._begin_anew)
        self.runner = VisitRunner(visit, self._clock, self.doing.carry_out, self._draw, _no_stores, self)
        shell.pressed.connect(self.window.press_bar)
        shell.missed.connect(self._on_missed)
        self.gate = InputGate(application, self._clock.steady)
        self.gate.give_keys_to(self.window.hands.key, self.window.hands.place)
        self.window.page_changed = self._gated
        self._gated()
        self.say(link.Ready())
        Heartbeat(shell, lambda: self.say(link.Alive()), self)

    def send(self, event: e.Event | Preferences) -> None:
        """Take what somebody did."""
        if isinstance(event, Preferences):
            self.runner.send(e.PaceChosen(event.assisted, event.apart))
            self.window.prefer(event, self.runner.visit)
            self.ears.drawn(self.runner.visit)
        else:
            self.runner.send(event)

    def _nobody(self) -> Visit:
        profile = self._profile
        return Visit(
            new_visit(),
            profile.languages[0],
            profile.delays,
            page=Page(),
            at_home=profile.at_home,
            assisted=profile.assisted,
        )

    def _begin_anew(self) -> None:
        """Whoever was here has gone: the language and the settings are the machine's own again."""
        self.runner.visit = self._nobody()
        self.window.prefer(usual_preferences(self._profile), self.runner.visit)
        self._draw(self.runner.visit)

    def _draw(self, visit: Visit) -> None:
        self.window.draw(visit)
        self.ears.drawn(visit)

    def _setting(self, preferences: Preferences) -> Setting:
        return setting_now(
            self._profile,
            self._clock.wall(),
            preferences,
            can_print=False,
            trial=self._order.trial,
            cameras=(False, False),
        )

    def _gated(self) -> None:
        self.gate.set_assisted(self.window.preferences.assisted)
        self.gate.page_changed()

    def _call_staff(self, wanted: bool) -> None:
        profile = self._profile
        signal = StaffSignal(profile.name, profile.staff_file, profile.staff_command)
        signal.call(self._clock.wall(), wanted=wanted)

    @Slot(str)
    def _on_missed(self, words: str) -> None:
        if not self.ears.read_block(words):
            self.runner.send(e.Missed(self._clock.steady()))

    def close(self) -> None:
        """Be silent, and let go of every process."""
        self.runner.stop()
        self.ears.close()
        self._converter.close()
        self._devices.close()

    def show(self, *, aloud: bool) -> None:
        """People may come. `aloud`: it is said once without being asked."""
        show_on_screen(self._shell, self._application, self._profile, self._order.vnc_port)
        self.runner.start()
        if aloud:
            # Somebody may have been in the middle of a form, and may not see what stands there now.
            self.send(e.ReadAloudPressed())


def _no_stores() -> None:
    """There is nothing to look at."""
