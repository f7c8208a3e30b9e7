# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A page of the first set-up, made of the parts that citizens' pages are made of."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.text import Phrase
from core.visit import events as e
from core.visit import profile_events as pe
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.large_letters import as_lines
from ui.pages.profile_parts import add_saying, setting_row
from ui.pages.reporting import Send, reports
from ui.parts.asides import Facts
from ui.parts.boxes import Column, Row, Together
from ui.parts.buttons import Button, PrimaryButton
from ui.parts.card_bar import CardBar
from ui.parts.choice import ChoiceCard
from ui.parts.leading import leading
from ui.parts.progress import Progress
from ui.parts.text import PlainText
from ui.parts.tiles import RowButton
from ui.present.set_up import AskedContents, SetUpContents, StretchContents
from ui.present.set_up_seen import EventRow


class SetUpPage(PageFrame):
    """One thing to set up, what the machine saw of it, and the way on."""

    def __init__(
        self, look: Look, contents: SetUpContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._contents = contents
        large.keep_few(self, look)
        own = contents.language
        self.set_eyebrow(Progress(look, contents.position, contents.total, contents.where))
        large.plain_head(self, look, Phrase(contents.heading, own), Phrase(contents.hint, own))
        add_saying(self, look, contents.saying)
        if contents.stretch is not None:
            self._add_bar(contents.stretch, send)
        for words, name, event in (
            (contents.look, "set-up.look", pe.SetUpLookPressed()),
            (contents.address, "set-up.address", pe.SetUpAddressPressed()),
            (contents.walk, "set-up.walk", pe.SetUpWalkPressed()),
        ):
            if words:
                self.add(reports(Button(look, words, "edit"), name, event, send))
        if contents.asked is not None:
            self._ask(contents.asked, send)
        if contents.waiting:
            self.add(PlainText(look, contents.waiting))
        self._add_seen(send)
        for one in contents.events:
            self._add_event(one, send)
        self._add_rows(send)
        if contents.order:
            way = RowButton(look, "language", contents.order)
            self.add(reports(way, "profile.order", pe.ProfileOrderPressed(), send))
        self._set_buttons(send)

    def refresh(self, contents: object) -> bool:
        """The page stands as long as it says the same."""
        return contents == self._contents

    def _add_bar(self, stretch: StretchContents, send: Send) -> None:
        look = self.look
        self.add(CardBar(look, stretch.pixels))
        longer = reports(Button(look, stretch.longer), "set-up.longer", pe.SetUpStretched(longer=True), send)
        shorter = reports(
            Button(look, stretch.shorter), "set-up.shorter", pe.SetUpStretched(longer=False), send
        )
        self.add(Row(look, [longer, shorter]))

    def _ask(self, asked: AskedContents, send: Send) -> None:
        look = self.look
        self.add(leading(PlainText(look, asked.question, "strong")))
        for words, yes in ((asked.yes, True), (asked.no, False)):
            card = ChoiceCard(look, words, chosen=asked.said is yes)
            name = "set-up.yes" if yes else "set-up.no"
            self.add(reports(card, name, pe.SetUpAnswered(yes), send))

    def _add_seen(self, send: Send) -> None:
        contents, look = self._contents, self.look
        if large.is_very_large(look):
            pairs = ((one.name, one.text) for one in contents.seen)
            large.add_pairs(self, look, pairs)
        elif contents.seen:
            self.add(
                Facts(
                    look,
                    [(one.picture, one.name, one.text.text, one.text.language) for one in contents.seen],
                    2,
                )
            )
        for number, one in enumerate(contents.seen):
            if one.key:
                button = Button(look, one.key, "lock")
                self.add(reports(button, f"set-up.key.{number}", pe.SetUpKeyPressed(one.endpoint), send))

    def _add_event(self, row: EventRow, send: Send) -> None:
        look = self.look
        card = ChoiceCard(
            look,
            row.name.text,
            chosen=row.chosen,
            multiple=True,
            language=row.name.language,
        )
        reports(card, f"set-up.event.{row.picture}", pe.SetUpEventChosen(row.picture), send)
        services = PlainText(look, row.services.text, color="ink_soft", language=row.services.language)
        if as_lines(look):
            self.add(card)
            self.add(services)
        else:
            self.add(Together(look, [card, services], gap="s1"))

    def _add_rows(self, send: Send) -> None:
        rows = [part for one in self._contents.rows for part in setting_row(self.look, one, send)]
        if rows and as_lines(self.look):
            for part in rows:
                self.add(part)
        elif rows:
            self.add(Column(self.look, rows, gap="s1"))

    def _set_buttons(self, send: Send) -> None:
        contents, look = self._contents, self.look
        first = (
            reports(
                PrimaryButton(look, contents.save, "check"), "foot.primary", pe.ProfileSavePressed(), send
            )
            if contents.save
            else reports(PrimaryButton(look, contents.go_on), "foot.primary", e.ContinuePressed(), send)
        )
        others = [
            reports(Button(look, text, picture), f"foot.{name}", event, send)
            for text, picture, name, event in (
                (contents.try_it, "you", "try", pe.ProfileTryPressed()),
                (contents.undo, "back", "undo", e.UndoPressed()),
            )
            if text
        ]
        if look.layout.one_button:
            for other in others:
                self.add(other)
            self.set_foot([first])
        else:
            self.set_foot([first, *others])
