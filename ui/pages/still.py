# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Are you still there? It covers the page below, so that nobody else reads the answers."""

from functools import partial

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.visit import events as e
from ui.page_frame import PageFrame
from ui.pages.lamps_above import lamps_above
from ui.pages.reporting import Send, reports
from ui.parts.boxes import Row
from ui.parts.buttons import Button, PrimaryButton
from ui.parts.pictured import Sentence
from ui.parts.text import PlainText
from ui.present.emphasis import plain
from ui.present.still import StillContents


class StillPage(PageFrame):
    """Lamps go out one by one; the sentence beside them changes with them."""

    def __init__(
        self, look: Look, contents: StillContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._contents = contents
        self._lamps = lamps_above(self, contents.lit, contents.heading, contents.press)
        if contents.take:
            self.add(Sentence(look, [(contents.take, False)], picture="paper"))
        self._consequence = PlainText(look, plain(contents.consequence))
        self.add(self._consequence)
        yes = reports(PrimaryButton(look, contents.yes, "check"), "foot.primary", e.Touched(), send)
        finish = Button(look, contents.finish, "finish")
        finish.setObjectName("foot.finish")
        finish.activated.connect(partial(_finish, send))
        self.add(Row(look, [yes, finish], gap="s4"))

    def refresh(self, contents: object) -> bool:
        """Put out a lamp and change the sentence; nothing else moves."""
        if not isinstance(contents, StillContents) or contents.language != self._contents.language:
            return False
        if contents.take != self._contents.take:
            return False
        if contents.lit != self._contents.lit:
            self._lamps.set_lit(contents.lit)
        if contents.consequence != self._contents.consequence:
            self._consequence.set_text(plain(contents.consequence))
        self._contents = contents
        return True


def _finish(send: Send) -> None:
    # The first press only proves that somebody is there; the word on this button says more, so it does both.
    send(e.Touched())
    send(e.FinishPressed())
