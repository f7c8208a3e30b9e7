# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts one session together: visit, window, stores, voice and paper, around the order it was given."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from accessibility.layout import ScreenMeasure
from accessibility.preferences import Preferences
from accessibility.speech.sink import SpeechSink
from core.end_record import EndRecord
from core.errors import Trouble
from core.ids import Language
from core.ports import Clock
from core.visit import drafting
from core.visit import effects as fx
from core.visit import events as e
from core.visit.machine import held
from core.visit.pages import StillThere
from core.visit.sending import awaits_news
from core.visit.state import Visit
from kiosk import link
from kiosk.camera import camera_there, eye_there
from kiosk.effects import Effects
from kiosk.lanes import ThreadLane
from kiosk.opening_forms import OpeningForms
from kiosk.paper import CountedPrinter, Printer
from kiosk.profile.model import Profile
from kiosk.session.ahead import Ahead
from kiosk.session.bridge import Bridge
from kiosk.session.camera import CameraReader
from kiosk.session.cards import Cards
from kiosk.session.ears import Ears
from kiosk.session.emblem import Emblem
from kiosk.session.first_pages import FirstPages
from kiosk.session.keeping import own_settings, saved_cards
from kiosk.session.new_ids import new_submission
from kiosk.session.opening import Opening, first_language, open_window
from kiosk.session.receipts import make_paper
from kiosk.session.runner import VisitRunner, first_visit
from kiosk.session.setting import setting_now, usual_preferences
from kiosk.session.staff_side import StaffSide
from kiosk.session.stores import StoreDoor
from kiosk.session.surroundings import WindowSurroundings
from kiosk.session.town_map import TownMap
from kiosk.session.typing import LaneConverter
from kiosk.session.window import Window
from kiosk.typing.process import TypingProcess
from ui.present.setting import Setting


class Session(QObject):
    """One session. Make it, `show` it when a person may come; `leave` is called once it must end.

    An order without a key tells only what the window needs; `complete` brings the rest. `refused` is called when
    the stores cannot be opened: then no answer may be taken here. `opening` is the window, where it is there
    already; what was pressed in it is told to the visit. `on_paper` hears how many papers the visit prints.
    """

    def __init__(
        self,
        order: link.Order,
        profile: Profile,
        screen: ScreenMeasure,
        clock: Clock,
        sink: SpeechSink,
        leave: Callable[[fx.Ending], None],
        refused: Callable[[Trouble], None],
        opening: Opening | None = None,
        on_paper: Callable[[int], None] = lambda _papers: None,
    ) -> None:
        super().__init__()
        self._order, self._profile = order, profile
        self._clock, self._leave = clock, leave
        self._bridge = Bridge(self)
        self.stores = StoreDoor(
            ThreadLane("store", self._bridge.post), clock, self._look_around, refused, profile.receipt_keys
        )
        self._devices = ThreadLane("devices", self._bridge.post)
        self._printer = Printer(profile.printer, Path(order.print_to) if order.print_to else profile.print_to)
        counted = CountedPrinter(self._printer, on_paper)
        self._cameras = camera_there(), eye_there()
        self._emblem = Emblem(profile.town.emblem, self._devices, lambda: self.window.draw(self.runner.visit))
        self._own = own_settings(profile, order)
        brought = self._brought = self._own.read()
        wished = brought.preferences
        visit = first_visit(profile, first_language(profile, brought.language), wished)
        self._opening = opening or open_window(profile, brought, screen, clock.wall(), trial=order.trial)
        self._converter = LaneConverter(ThreadLane("typing", self._bridge.post), TypingProcess())
        self.window = Window(
            visit, wished, screen, self._setting, self.send, self._opening, self._converter, profile.beside
        )
        self.window.shell.missed.connect(self._on_missed)
        self.first_pages = FirstPages(self.window, profile)
        self.ears = Ears(self.window, sink, profile, lambda: self.runner.visit, self.send, self)
        self._cards = Cards(
            profile,
            usual_preferences(profile),
            self.send,
            self._now,
            counted,
            self._devices,
            CameraReader(parent=self),
            saved_cards(self._profile, order),
        )
        self._staff = StaffSide(
            profile, clock, self.stores, self._devices, self._printer, self._now, self.send, self.window.shell
        )
        self._map = TownMap(profile.town.map, ThreadLane("map", self._bridge.post), self.send)
        around = WindowSurroundings(
            self.send,
            self.ears.voice,
            self._paper,
            counted,
            self._devices,
            self._end_visit,
            self._staff.call,
            self._cards.carry_out,
            profile.files,
            self._staff.carry_out,
            self._map,
        )
        lane, door, forms = self.stores.lane, self.stores.opened, OpeningForms.of(profile, trial=order.trial)
        given = (lane, door, self.send, around, clock, new_submission, forms, profile.offer)
        self._effects = Effects(*given, probe=profile.probe)
        self._ahead = Ahead(self._effects.read_ahead, self.window.prepare_keys, self)
        self.runner = VisitRunner(visit, clock, self._effects.carry_out, self._draw, self._look_around, self)
        if order.keys:
            # After the first picture: the store's libraries would only hold it up.
            QTimer.singleShot(0, self._open_soon)

    def complete(self, order: link.Order) -> None:
        """Take the whole order: open the stores, and show what it says otherwise than the first one did."""
        if order.trial is not self._order.trial and self._profile.at_home:
            # A trial keeps nothing, and begins with nothing kept.
            self._own = own_settings(self._profile, order)
            self._cards.save_in(saved_cards(self._profile, order))
            self.runner.visit = self.first_pages.prefer(self.runner.visit, self._own.read().preferences)
        self._order = order
        self._profile = self._profile.moved(order.origin) if order.origin else self._profile
        self.window.draw(self.runner.visit)
        self._open_soon()

    def follow_desktop(self) -> None:
        """At home, look as the desktop asks, now and whenever it asks for something else."""
        from kiosk.session.desktop import Desktop  # D-Bus, which a kiosk never needs
        from kiosk.session.following import Following

        kept = bool(self._brought.language)
        Following(Desktop(self), self.window, lambda: self.runner.visit, self.send, chosen=kept, parent=self)

    def show(self, page: str, staff_keys: dict[str, str] | None = None, card: str = "") -> None:
        """A person may come now: `page` as in `link.Show`, with the keys of staff where they want to sign in."""
        if staff_keys:
            self._staff.let_in(self._order, staff_keys)
        if page != link.SHOW_WELCOME:
            # What the stores have told while nobody saw the window is not told again.
            self.runner.visit = self.first_pages.begin(self.runner.visit, page, card)
        self.runner.start()
        self._opening.hand_over(self.send, self.window.press_bar)

    def send(self, event: e.Event | Preferences) -> None:
        """Take what a person did, or what the outside answered."""
        if isinstance(event, Preferences):
            self.runner.send(e.PaceChosen(event.assisted, event.apart, self.window.shell.at))
            self.window.prefer(event, self.runner.visit)
            self.ears.drawn(self.runner.visit)
            self._own.keep(event, self.runner.visit.language)
        else:
            self.runner.send(event)

    @Slot(str)
    def _on_missed(self, words: str) -> None:
        if not self.ears.read_block(words):
            self.runner.send(e.Missed(self._clock.steady()))

    def card_shown(self, text: str) -> None:
        """A hand scanner has read something that begins as a card or a receipt does."""
        self.send(e.CardShown(text))

    def ended_before(self, record: EndRecord) -> None:
        """The process of the visit before this one is gone."""
        self.send(e.EndKnown(record))

    @property
    def held(self) -> tuple[int, int]:
        """How many answers and forms the visit holds now."""
        return held(self.runner.visit)

    def close(self) -> None:
        """Let go of everything; the outbox has what was sealed."""
        self._staff.editing.close()
        self._cards.close()
        self.runner.stop()
        self._ahead.stop()
        self._put_away()
        self.ears.close()
        self.stores.close()
        self._effects.close()
        self._devices.close()
        self._converter.close()
        self._map.close()

    def _put_away(self) -> None:
        """At home, what was typed in the last second is kept too."""
        _, keeping = drafting.unkept(self.runner.visit)
        for effect in keeping:
            self._effects.carry_out(effect)
        self.stores.lane.settle()

    def _draw(self, visit: Visit) -> None:
        visit = self.runner.visit = self.first_pages.drawn(visit)
        self.window.draw(visit)
        self._staff.editing.drawn(visit)
        self.ears.drawn(visit)
        self._ahead.drawn(visit)
        self._own.keep(self.window.preferences, visit.language)
        reading = self.window.reading
        if reading != visit.reading and not isinstance(visit.over, StillThere):
            self.runner.send(e.PageMeasured(reading))
        self.runner.watch_closely(awaits_news(visit))

    def _setting(self, preferences: Preferences) -> Setting:
        now, trial, prints = self._clock.wall(), self._order.trial, self._printer.there
        return setting_now(
            self._profile, now, preferences, can_print=prints, trial=trial, cameras=self._cameras
        ).with_emblem(self._emblem.made)

    def _now(self) -> tuple[Setting, Language]:
        return self._setting(self.window.preferences), self.runner.visit.language

    def _paper(self, effect: fx.PaperEffect) -> bytes:
        setting, keys = self._now()[0], lambda: self.stores.opened().receipt_keys
        return make_paper(effect, self.runner.visit, self._profile, setting, keys)

    def _end_visit(self, ending: fx.Ending) -> None:
        self.runner.stop()
        self._staff.editing.close()
        self._leave(ending)

    def _look_around(self) -> None:
        if self.stores.are_open:
            self._effects.look_around()

    @Slot()
    def _open_soon(self) -> None:
        self.stores.open(self._order)
