# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page about one service, with Start in its foot when it can be done here."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.visit import events as e
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.delivery_parts import print_buttons, print_note
from ui.pages.reporting import Send, reports
from ui.parts.asides import Aside, Facts
from ui.parts.boxes import Row
from ui.parts.buttons import Button, PrimaryButton
from ui.parts.mark import Mark
from ui.parts.pictured import Sentence
from ui.present.service import ServiceContents


class ServicePage(PageFrame):
    """What it is, what it needs, and whether it works here now."""

    def __init__(
        self, look: Look, contents: ServiceContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._contents = contents
        mark = contents.mark
        large.head(
            self,
            look,
            contents.name,
            picture=contents.picture,
            hint=contents.description,
            mark=Mark(look, mark.text, mark.kind, mark.picture) if mark else None,
        )
        if contents.mine:
            self.add(Sentence(look, [(contents.mine, False)], picture="you"))
        if contents.languages:
            self.add(Sentence(look, [(contents.languages, False)], picture="language"))
        if contents.begun:
            self.add(Sentence(look, [(contents.begun, True)], picture="edit"))
        if contents.kept:
            self.add(Sentence(look, [(contents.kept, False)], picture="edit"))
        if large.is_very_large(look):
            large.add_pairs(self, look, ((fact.title, fact.text) for fact in contents.facts))
            large.add_pairs(self, look, ((note.title, note.text) for note in contents.notes))
        else:
            facts = [
                (fact.picture, fact.title, fact.text.text, fact.text.language) for fact in contents.facts
            ]
            if facts:
                self.add(Facts(look, facts, look.layout.fact_columns))
            if contents.notes:
                self.add(self._worth_knowing(look, contents))
        if contents.look:
            look_again = Button(look, contents.look, "search")
            self.add(reports(look_again, "service.look", e.NewsPressed(), send))
        # Not in the foot: in long words it would take a second row there from what the page is about.
        for button in print_buttons(look, contents.paper, send, primary=False):
            self.add(button)
        self.set_note(_note(look, contents))
        self.set_foot(self._ways_on(look, contents, send))

    def refresh(self, contents: object) -> bool:
        """Say in place that the form is being opened, or what became of a press: Start waits for nothing else."""
        if not isinstance(contents, ServiceContents) or _steady(contents) != _steady(self._contents):
            return False
        self._contents = contents
        self.set_note(_note(self.look, contents))
        return True

    def _worth_knowing(self, look: Look, contents: ServiceContents) -> QWidget:
        asides = [Aside(look, [(note.title, note.text.text, note.text.language)]) for note in contents.notes]
        if look.layout.columns > 1:
            return Row(look, asides, gap="s6", stretch=(1,) * len(asides), align="top")
        return Aside(look, [(note.title, note.text.text, note.text.language) for note in contents.notes])

    def _ways_on(self, look: Look, contents: ServiceContents, send: Send) -> list[QWidget]:
        ways = self._first_ways_on(look, contents, send)
        if contents.own:
            own = Button(look, contents.own, "delete" if contents.mine else "add")
            ways.append(reports(own, "foot.own", e.OwnPressed(), send))
        return ways

    def _first_ways_on(self, look: Look, contents: ServiceContents, send: Send) -> list[QWidget]:
        if contents.start:
            start = PrimaryButton(look, contents.start)
            self.press_at_once(start)
            ways = [reports(start, "foot.primary", e.StartPressed(), send)]
            if contents.afresh:
                afresh = Button(look, contents.afresh, "edit")
                ways.append(reports(afresh, "foot.afresh", e.StartAfreshPressed(), send))
            return ways
        other = PrimaryButton(look, contents.other, "search")
        person = Button(look, contents.person, "help-person")
        return [
            reports(other, "foot.primary", e.AnotherThingPressed(), send),
            reports(person, "foot.person", e.HelpPressed(), send),
        ]


def _note(look: Look, contents: ServiceContents) -> QWidget | None:
    """The line over the foot."""
    if contents.waiting:
        return Sentence(look, [(contents.waiting, True)], picture="clock")
    if contents.looked:
        return Sentence(look, [(contents.looked, True)], picture="search")
    return print_note(look, contents.paper) if contents.paper.state else None


def _steady(contents: ServiceContents) -> ServiceContents:
    """Everything but what the line over the foot says."""
    return replace(contents, waiting="", looked="", paper=replace(contents.paper, state=""))
