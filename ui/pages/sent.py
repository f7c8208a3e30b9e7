# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""After Send: the door of the state, the way, the number to keep, and the paper."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.visit import events as e
from ui.pages.delivery_parts import (
    advice_notices,
    mending_buttons,
    number_above,
    number_card,
    print_buttons,
    print_note,
    way_parts,
)
from ui.pages.large_letters import as_lines, role_of_result
from ui.pages.reporting import Send, reports
from ui.pages.two_columns import TwoColumnPage, TwoColumns
from ui.parts.buttons import Button, PrimaryButton
from ui.present.sent import SentContents


class SentPage(TwoColumnPage):
    """Says where the submission is; built anew when that changes."""

    awaits_news = True

    def __init__(self, look: Look, contents: SentContents, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._send, self._contents = send, contents
        self.set_heading(
            contents.heading,
            role_of_result(look),
            picture=contents.picture,
            above=number_above(look, contents.number),
            hint="\n".join(text.text for text in contents.texts),
        )
        self.columns = TwoColumns(self, self._make_way, self._make_number)
        if contents.printing.state and not look.layout.one_button:
            self.set_note(print_note(look, contents.printing))
        self.set_foot(self._foot())

    def refresh(self, contents: object) -> bool:
        """The page stands as long as it says the same."""
        return contents == self._contents

    def _make_way(self) -> list[QWidget]:
        contents = self._contents
        way = way_parts(self.look, contents.way, contents.way_title, contents.closing)
        return [*way, *self._buttons()[1:]] if self.look.layout.one_button else way

    def _make_number(self) -> list[QWidget]:
        """The number to keep comes first; what one can do is said beside it."""
        look, contents = self.look, self._contents
        small = look.layout.one_button
        printing = [print_note(look, contents.printing)] if small and contents.printing.state else []
        first = self._buttons()[:1] if as_lines(look) else []
        number, advice = number_card(look, contents.number), advice_notices(look, contents.advice)
        mending = mending_buttons(look, contents.mending, self._send)
        return [*printing, *number, *first, *advice, *mending]

    def _foot(self) -> list[QWidget]:
        """Very large letters leave the foot to what turns the page."""
        if as_lines(self.look):
            return []
        return self._buttons()[:1] if self.look.layout.one_button else self._buttons()

    def _buttons(self) -> list[QWidget]:
        return [*print_buttons(self.look, self._contents.printing, self._send, primary=True), self._another()]

    def _another(self) -> QWidget:
        words, primary = self._contents.another, not self._contents.printing.text
        another = PrimaryButton(self.look, words) if primary else Button(self.look, words)
        name = "foot.primary" if primary else "foot.another"
        return reports(another, name, e.AnotherThingPressed(), self._send)
