# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows a visit: one window, in which a page is refreshed in place or built anew."""

import math
from collections.abc import Callable

from PySide6.QtGui import QAccessible

from accessibility.hands.actions import Action
from accessibility.hands.measuring import tried_hands
from accessibility.hands.ways import Hands, Way
from accessibility.layout import ScreenMeasure
from accessibility.preferences import Preferences
from accessibility.qt.announce import announce
from accessibility.qt.look import Look
from accessibility.speech.transcript import Part
from accessibility.themes import Wishes
from accessibility.typing.converter import Converter
from core.visit import events as e
from core.visit import trying
from core.visit.pages import OutOfOrder, Welcome
from core.visit.state import Visit
from i18n.messages import Messages
from kiosk.session.heard_paper import paper_heard
from kiosk.session.meaning import BAR_EVENTS, meaning_of
from kiosk.session.opening import Opened
from ui import screens
from ui.hands.beside import way_begun_by
from ui.hands.navigator import Navigator
from ui.keyboard.keyboards import Keyboards
from ui.pages.reporting import Send
from ui.present.masthead import MastheadContents
from ui.present.reading import Item, Readable, spoken
from ui.present.reading_time import reading_time
from ui.present.setting import Setting
from ui.present.window_title import window_title


class Window:
    """One shell and what it shows. `setting` gives the moment; `send` takes events and whole new preferences.

    `opening` is the shell with its welcome page, which is there already. `converter` turns readings into Chinese and
    Japanese.
    """

    def __init__(
        self,
        visit: Visit,
        preferences: Preferences,
        screen: ScreenMeasure,
        setting: Callable[[Preferences], Setting],
        send: Send,
        opening: Opened,
        converter: Converter,
        beside: tuple[Way, ...] = (),
    ) -> None:
        self._keyboards = Keyboards(converter)
        self._screen = screen
        self._setting = setting
        self._send = send
        self._beside = beside
        self._visit = visit
        self._preferences = preferences
        self._texts = opening.texts
        self._look = opening.look
        self._contents: Readable | None = opening.contents
        self._shown: tuple[object, Look] | None = (
            None if opening.contents is None else (screens.page_key(visit), opening.look)
        )
        self._wishes = self._dressed_for = Wishes()
        self._masthead: MastheadContents | None = None
        self.page_changed: Callable[[], None] = _nothing
        self.shell = opening.shell
        self.hands = Navigator(self.shell, parent=self.shell)
        self.hands.wished.connect(self._on_wished)
        self.hands.alive.connect(self._on_alive)
        self.hands.begins = self._begins
        self._hands_taken: tuple[Hands, bool] | None = None
        self.draw(visit)

    def draw(self, visit: Visit) -> None:
        """Show the visit as it is now."""
        self._visit = visit
        self._dress(visit)
        setting = self._setting_now()
        contents = screens.readable(visit, self._texts, setting)
        masthead = screens.masthead_contents(visit, self._texts, setting)
        place = (screens.page_key(visit), self._look)
        before, shown, line = self._contents, self._shown, self._masthead
        self._masthead = masthead
        self._show(visit, contents, place, masthead)
        self.shell.setWindowTitle(window_title(contents, masthead.town, at_home=setting.at_home))
        if QAccessible.isActive():
            from ui.present import announcing  # not before somebody listens

            stays = shown is not None and shown[0] == place[0] and shown[1].language == self._look.language
            for one in (
                announcing.of_page(before, contents, stays=stays),
                announcing.of_masthead(line, masthead),
            ):
                announce(self.shell, one.text, one.interrupts)

    def _setting_now(self) -> Setting:
        """The setting, with what only the window knows of the glass and of hands that try something."""
        return self._setting(self._preferences).on_glass(self._look.layout, self.hands_now.way)

    def _show(
        self, visit: Visit, contents: Readable, place: tuple[object, Look], masthead: MastheadContents
    ) -> None:
        if place == self._shown and self._stays(contents):
            self.shell.update_bar(screens.bar_contents(visit, self._texts))
            self.shell.update_masthead(masthead)
            self._contents = contents
            if not self._take_hands():
                self.hands.refreshed()
            return
        bar = screens.bar_contents(visit, self._texts)
        before, shown = self.shell.page, self._shown
        same = shown is not None and place[0] == shown[0] and not self._begins_again(visit)
        same = same or (before is not None and screens.stays_at(before, visit))
        page = screens.build_page(visit, contents, self._look, self._send, self._keyboards)
        same = same and before is not None and page.goes_on_from(before)
        page.more.activated.connect(self._on_alive)
        self.shell.show_page(page, bar, masthead, self._look, keep_focus=same)
        self._shown, self._contents = place, contents
        if not same:
            self.page_changed()
        if self._take_hands():
            return
        if same:
            self.hands.refreshed()
        else:
            self.hands.page_changed()

    def _begins_again(self, visit: Visit) -> bool:
        """Whether the pace was changed on the welcome page: what is chosen next, a language, stands on top of it."""
        before = self._shown[1].preferences if self._shown is not None else self._preferences
        return isinstance(visit.page, Welcome) and before.assisted is not self._look.preferences.assisted

    def _stays(self, contents: Readable) -> bool:
        """Whether the page on the screen shows this already, or has taken it in.

        News from the courier must not rebuild a page that says the same as before: a press could be under way.
        """
        page = self.shell.page
        if page is None:
            return False
        return contents == self._contents or page.refresh(contents)

    def prepare_keys(self) -> None:
        """Have the keys of a page with something to write ready."""
        if self.shell.page is not None and self._setting_now().keyboard:
            self._keyboards.prepare(self._look, self.shell.page.width())

    def prefer(self, preferences: Preferences, visit: Visit) -> None:
        """Take other preferences, and show the same page in them."""
        if preferences != self._preferences:
            self._preferences = preferences
            self.draw(visit)

    def follow(self, wishes: Wishes, visit: Visit) -> None:
        """Take what the desktop asks for now; it is seen where the preferred theme is the computer's own."""
        self._wishes = wishes
        self.draw(visit)

    @property
    def reading(self) -> float:
        """How many seconds the page on the screen takes to read, in tens: a letter typed makes no other page."""
        return math.ceil(reading_time(self._contents) / 10) * 10.0 if self._contents is not None else 0.0

    @property
    def preferences(self) -> Preferences:
        """The person's preferences now."""
        return self._preferences

    @property
    def texts(self) -> Messages:
        """The messages in the person's language."""
        return self._texts

    @property
    def items(self) -> tuple[Item, ...]:
        """What stands on the page, in reading order."""
        return self._contents.items() if self._contents is not None else ()

    def to_say(self, visit: Visit) -> tuple[Part, ...]:
        """What the voice says for the page that is shown, and for the paper that it can give."""
        setting = self._setting_now()
        said = spoken(screens.readable(visit, self._texts, setting), self._texts)
        return (*said, *paper_heard(visit, self._texts, setting))

    def _dress(self, visit: Visit) -> None:
        if self._texts.language != visit.language:
            self._texts = Messages.load(visit.language)
        elif (
            self._look.preferences.unheard == self._preferences.unheard and self._dressed_for == self._wishes
        ):
            return
        self._texts = self._texts.in_words(easy=self._preferences.easy_words)
        self._dressed_for = self._wishes
        self._look = Look(
            self._preferences,
            self._screen,
            visit.language,
            self._texts,
            dark=self._wishes.dark,
            more_contrast=self._wishes.more_contrast,
        )

    @property
    def hands_now(self) -> Hands:
        """The way of pressing in use: the one on trial, or the person's."""
        kept, tried = self._preferences.hands, trying.tried(self._visit)
        return kept if tried is None else tried_hands(kept, tried.way, tried.switches, tried.step)

    def _take_hands(self) -> bool:
        """Use another way of pressing, if it has changed. Whether moving begins anew by it."""
        taken = (self.hands_now, self._preferences.spoken)
        if taken == self._hands_taken:
            return False
        self._hands_taken = taken
        return self.hands.set_hands(taken[0], texts_too=taken[1])

    def _begins(self, key: str) -> bool:
        """A key of what stands beside the screen begins its way of pressing on the welcome page, by itself."""
        if not isinstance(self._visit.page, Welcome | OutOfOrder) or self._visit.over is not None:
            return False
        way = way_begun_by(key, self._beside, self.hands_now)
        if way is not None:
            self._send(self._preferences.with_hands(self._preferences.hands.with_way(way)))
        return way is not None

    def _on_wished(self, action: Action) -> None:
        meant = meaning_of(action, self._preferences)
        if meant is not None:
            self._send(meant)

    def _on_alive(self) -> None:
        self._send(e.Touched())

    def press_bar(self, place: str) -> None:
        """A place of the bar was pressed."""
        self._send(BAR_EVENTS[place]())


def _nothing() -> None:
    """Until the input gate is there."""
