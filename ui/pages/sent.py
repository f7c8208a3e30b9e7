# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""After Send: the door of the state, the way, the number to keep, and the paper."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.visit import events as e
from ui.page_frame import PageFrame
from ui.pages.delivery_parts import advice_notices, number_card, print_buttons, print_note, way_column
from ui.pages.reporting import Send, reports
from ui.parts.boxes import Column
from ui.parts.buttons import Button, PrimaryButton
from ui.present.sent import SentContents


class SentPage(PageFrame):
    """Says where the submission is; built anew when that changes."""

    def __init__(self, look: Look, contents: SentContents, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._contents = contents
        self.set_heading(
            contents.heading,
            "display",
            picture=contents.picture,
            hint="\n".join(text.text for text in contents.texts),
        )
        way = way_column(look, contents.way, contents.way_title, contents.closing)
        beside: list[QWidget] = [*advice_notices(look, contents.advice), number_card(look, contents.number)]
        if look.layout.aside == "beside":
            self.add(way)
            self.set_beside(Column(look, beside, gap="s4"))
        else:
            # Where they stand one below the other, the number to keep comes first.
            for block in (*beside[::-1], way):
                self.add(block)
        if contents.printing.state:
            self.set_note(print_note(look, contents.printing))
        self.set_foot(self._foot(look, contents, send))

    def refresh(self, contents: object) -> bool:
        """The page stands as long as it says the same."""
        return contents == self._contents

    def _foot(self, look: Look, contents: SentContents, send: Send) -> list[QWidget]:
        printing = print_buttons(look, contents.printing, send, primary=True)
        another = Button(look, contents.another) if printing else PrimaryButton(look, contents.another)
        name = "foot.another" if printing else "foot.primary"
        return [*printing, reports(another, name, e.AnotherThingPressed(), send)]
