# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The end of a visit: the question before it, and the farewell after it."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.text import Phrase
from core.visit import events as e
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.reporting import Send, reports
from ui.parts.boxes import Row
from ui.parts.buttons import Button, PrimaryButton
from ui.parts.pictured import Sentence
from ui.parts.text import PlainText
from ui.parts.town_hall import TownHall
from ui.present.finish import AskAfreshContents, AskFinishContents, FinishedContents


class AskFinishPage(PageFrame):
    """The safe choice has the lit door."""

    def __init__(
        self, look: Look, contents: AskFinishContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.centred = True
        own = contents.language
        large.head(
            self, look, Phrase(contents.heading, own), picture="finish", hint=Phrase(contents.text, own)
        )
        go_on = reports(PrimaryButton(look, contents.go_on), "foot.primary", e.ContinuePressed(), send)
        finish = reports(Button(look, contents.finish, "finish"), "foot.finish", e.FinishConfirmed(), send)
        keep = [Button(look, contents.keep, "lock")] if contents.keep else []
        kept = [reports(one, "foot.keep", e.KeepPressed(), send) for one in keep]
        self.add(Row(look, [go_on, *kept, finish], gap="s4"))


class AskAfreshPage(PageFrame):
    """Going on has the lit door."""

    def __init__(
        self, look: Look, contents: AskAfreshContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.centred = True
        own = contents.language
        large.head(self, look, Phrase(contents.heading, own), picture="edit", hint=Phrase(contents.text, own))
        go_on = reports(PrimaryButton(look, contents.go_on), "foot.primary", e.ContinuePressed(), send)
        afresh = reports(Button(look, contents.afresh, "delete"), "foot.afresh", e.AfreshConfirmed(), send)
        self.add(Row(look, [go_on, afresh], gap="s4"))


class FinishedPage(PageFrame):
    """Stands for a few seconds; any touch begins anew."""

    def __init__(
        self, look: Look, contents: FinishedContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.centred = True
        self.set_heading(contents.heading, "title" if large.is_very_large(look) else "hero")
        # Beside a heading in the largest letters it would be larger than that.
        self.add(PlainText(look, contents.forgotten, "body" if large.is_very_large(look) else "field"))
        if contents.wiped:
            self.add(PlainText(look, contents.wiped, color="ink_soft"))
        if contents.take:
            self.add(Sentence(look, [(contents.take, False)], picture="paper"))
        if look.layout.kind == "wide" and look.layout.illustration:
            self.set_beside(TownHall(look))
        begin = PrimaryButton(look, contents.begin)
        self.add(Row(look, [reports(begin, "foot.primary", e.Touched(), send)]))
