# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The welcome page: languages in their own script, larger and slower, and what the machine forgets."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from accessibility.tokens import Role
from core.visit import threshold as e
from i18n.direction import isolate
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.reporting import Send, reports
from ui.parts.boxes import Column, Row
from ui.parts.buttons import Button, QuietButton
from ui.parts.grid import Grid
from ui.parts.panels import Rule
from ui.parts.part import least_width_of, width_of
from ui.parts.pictured import Sentence
from ui.parts.text import PlainText
from ui.parts.tiles import LanguageButton, TileButton
from ui.parts.town_hall import TownHall
from ui.present.welcome import WelcomeContents

BETWEEN = " · "
LAST_LINE = (5, 5, 1)
"""How the last line of a wide page is shared between its notes and what the button about the machine leaves over."""

NARROW_ROOM = 260
"""mm beside the bar of a home computer."""


class WelcomePage(PageFrame):
    """All languages weigh the same: the same buttons, none first by size or colour."""

    def __init__(
        self, look: Look, contents: WelcomeContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        if contents.greetings:
            role: Role = "display" if look.layout.kind == "narrow" else "hero"
            self.set_heading(contents.heading, role, above=self._greeting(look, contents))
        else:
            title = large.is_very_large(look) or look.preferences.assisted
            self.set_heading(contents.heading, "title" if title else "display")
        if contents.choose:
            self.add(PlainText(look, contents.choose, "strong"))
        self.add(self._languages(look, contents, send))
        tiles = self._tiles(look, contents, send)
        if look.layout.kind == "wide" and look.layout.illustration and contents.forgets:
            self.add(Grid(look, tiles, len(tiles)))
            self.set_beside(TownHall(look))
            machine = self._machine(look, contents, send)
            machine.setMinimumWidth(width_of(machine))
            last = Row(
                look, [*self._notes(look, contents), machine], gap="s5", stretch=LAST_LINE, align="top"
            )
            self.set_note(Column(look, [Rule(look), last]))
            return
        if look.layout.portrait and look.layout.illustration:
            # The drawing stands in the empty cell beside 'larger and slower'.
            tiles = [*tiles, TownHall(look, low=True)] if len(tiles) == 1 else tiles
            self.add(Grid(look, tiles, len(tiles)))
        else:
            # A home computer is low: its two buttons share a line while their words fit.
            self.add(Row(look, tiles) if look.layout.kind == "narrow" else Column(look, tiles))
        if not contents.forgets:
            if contents.speaks:
                self.add(PlainText(look, contents.speaks))
        elif not look.layout.portrait:
            self.add(Row(look, self._notes(look, contents), gap="s5", stretch=(1, 1), align="top"))
        else:
            for note in self._notes(look, contents):
                self.add(note)
        self.add(Row(look, [self._machine(look, contents, send)]))

    def _notes(self, look: Look, contents: WelcomeContents) -> list[QWidget]:
        return [
            Sentence(look, [(contents.forgets, False)], picture="lock"),
            Sentence(look, [(contents.speaks, False)], picture="read-aloud"),
        ]

    def _machine(self, look: Look, contents: WelcomeContents, send: Send) -> QWidget:
        button = QuietButton(look, contents.machine, "works-here")
        return reports(button, "welcome.machine", e.MachineOpened(), send)

    def _greeting(self, look: Look, contents: WelcomeContents) -> QWidget:
        words: list[QWidget] = []
        for greeting in contents.greetings:
            if words:
                words.append(PlainText(look, "·", "title", color="link"))
            words.append(PlainText(look, greeting.text, "title", color="link", language=greeting.language))
        return Row(look, words, gap="s3")

    def _languages(self, look: Look, contents: WelcomeContents, send: Send) -> QWidget:
        buttons = [
            reports(
                LanguageButton(look, offer.name.text, offer.language),
                f"language.{offer.language}",
                e.LanguageChosen(offer.language),
                send,
            )
            for offer in contents.languages
        ]
        return Grid(look, buttons, _columns(look, buttons))

    def _tiles(self, look: Look, contents: WelcomeContents, send: Send) -> list[QWidget]:
        if look.layout.kind == "narrow" or large.is_very_large(look):
            # A home computer is low, and so is any glass for the largest letters: a button of usual height.
            button = Button(look, contents.larger, "larger-slower")
            buttons = [reports(button, "welcome.larger", contents.wished, send)]
            if contents.more:
                more = Button(look, contents.more, "language")
                buttons.append(reports(more, "welcome.more", e.LanguagesPressed(), send))
            return buttons
        others = contents.larger_others
        larger = TileButton(
            look,
            contents.larger,
            "larger-slower",
            second=BETWEEN.join(isolate(phrase.text, phrase.language) for phrase in others),
            second_language=others[0].language if others else None,
        )
        tiles = [reports(larger, "welcome.larger", contents.wished, send)]
        if contents.more:
            tile = TileButton(look, contents.more, "language")
            tiles.append(reports(tile, "welcome.more", e.LanguagesPressed(), send))
        return tiles


def _columns(look: Look, buttons: Sequence[QWidget]) -> int:
    """How many languages stand in a line: on a low screen all of them, if no name has to break."""
    if look.layout.columns == 1:
        return 1
    widest = max((least_width_of(button) for button in buttons), default=0) + look.space("s4")
    if look.layout.kind == "narrow" and widest * len(buttons) <= look.px(NARROW_ROOM):
        return len(buttons)
    return 2
