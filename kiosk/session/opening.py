# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window with its welcome page, made of as little as that needs: the first thing that a cold start shows.

Everything else of a session is loaded behind it. The page is the real one, and what is pressed meanwhile waits.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from accessibility.layout import ScreenMeasure
from accessibility.preferences import Preferences
from accessibility.qt.look import Look
from core.ids import Language
from core.visit.threshold import Threshold
from i18n.messages import Messages
from kiosk import link
from kiosk.profile.model import Profile
from kiosk.session.setting import setting_now, usual_preferences
from ui.pages.welcome import WelcomePage
from ui.present.bar import present_first_bar
from ui.present.masthead import present_first_masthead
from ui.present.setting import Setting
from ui.present.welcome import present_welcome
from ui.shell import Shell

if TYPE_CHECKING:
    from accessibility.card import Card
    from ui.pages.reporting import Report, Send
    from ui.present.reading import Readable


class Opened(Protocol):
    """A window that is there already: what it says, and how it is drawn. `contents` is None for an empty one."""

    @property
    def texts(self) -> Messages:
        """The messages in its language."""

    @property
    def look(self) -> Look:
        """What it is drawn with."""

    @property
    def shell(self) -> Shell:
        """The window."""

    @property
    def contents(self) -> "Readable | None":
        """What its page says."""


class Opening:
    """A hidden shell with the welcome page on it, until `hand_over` names who takes what is pressed.

    `setting` is the moment for which the page was made; `contents` is what it says.
    """

    def __init__(
        self, threshold: Threshold, preferences: Preferences, screen: ScreenMeasure, setting: Setting
    ) -> None:
        self.preferences = preferences
        self.texts = Messages.load(threshold.language)
        self.look = Look(preferences, screen, threshold.language, self.texts)
        self.shell = Shell(self.look)
        self.contents = present_welcome(threshold, self.texts, setting)
        self._waiting: list[Callable[[], None]] = []
        self._send: Send | None = None
        self._bar: Callable[[str], None] | None = None
        self.shell.pressed.connect(self._on_bar)
        self.shell.show_page(
            WelcomePage(self.look, self.contents, self._on_report),
            present_first_bar(threshold.language, self.texts),
            present_first_masthead(threshold.language, self.texts, setting),
            self.look,
        )

    def hand_over(self, send: "Send", bar: Callable[[str], None]) -> None:
        """From now on `send` takes what the page reports and `bar` the pressed places of the bar.

        What was pressed before is told at once, in its order.
        """
        self._send, self._bar = send, bar
        waiting, self._waiting = self._waiting, []
        for tell in waiting:
            tell()

    def _on_report(self, report: "Report") -> None:
        if self._send is None:
            self._waiting.append(lambda: self._on_report(report))
        else:
            self._send(report)

    def _on_bar(self, place: str) -> None:
        if self._bar is None:
            self._waiting.append(lambda: self._on_bar(place))
        else:
            self._bar(place)


def first_language(profile: Profile, kept: str) -> Language:
    """The language of the welcome page: the one that was kept, if it is offered here."""
    return next((one for one in profile.languages if one == kept), profile.languages[0])


def open_window(
    profile: Profile, kept: "Card | None", screen: ScreenMeasure, now: float, *, trial: bool
) -> Opening:
    """The welcome page of a machine at a wall-clock moment, in the settings that were kept."""
    preferences = kept.preferences if kept is not None else usual_preferences(profile)
    language = first_language(profile, kept.language if kept is not None else "")
    setting = setting_now(profile, now, preferences, can_print=False, trial=trial, cameras=(False, False))
    return Opening(Threshold(language, profile.delays), preferences, screen, setting)


def kept_settings(profile: Profile, order: link.Order) -> "Card | None":
    """What a person at home set the last time. A kiosk, and a trial, keep nothing."""
    if not profile.at_home or order.trial:
        return None
    from kiosk.session.keeping import own_settings

    return own_settings(profile, order).read()
