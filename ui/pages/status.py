# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check an application: the field for its number with keys, or where the application found is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.visit import events as e
from ui.keyboard.keyboard import Keyboard
from ui.page_frame import PageFrame
from ui.pages.delivery_parts import advice_notices, print_buttons, print_note, way_column
from ui.pages.reporting import Send, reports
from ui.parts.boxes import Column
from ui.parts.buttons import Button, PrimaryButton
from ui.parts.field import TextField
from ui.parts.text import PlainText, Sentence
from ui.present.number import LONGEST
from ui.present.status import AskContents, FoundContents, StatusContents


class StatusPage(PageFrame):
    """The number that is being typed stays in its field; whatever is found makes another page."""

    def __init__(
        self, look: Look, contents: StatusContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._look, self._send, self._contents = look, send, contents
        self._field: TextField | None = None
        match contents:
            case AskContents():
                self._ask(contents)
            case FoundContents():
                self._tell(contents)

    def refresh(self, contents: object) -> bool:
        """Keep the page while only the number typed has changed."""
        before = self._contents
        if contents == before:
            return True
        if (
            not isinstance(contents, AskContents)
            or not isinstance(before, AskContents)
            or self._field is None
        ):
            return False
        if (contents.language, contents.none) != (before.language, before.none):
            return False
        if self._field.text() != contents.typed:
            self._field.set_text(contents.typed)
        self._contents = contents
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Letters typed anywhere on the page, or sent by a scanner, belong in the field."""
        letters = event.text()
        if self._field is not None and letters.isprintable() and letters.strip() and not event.isAutoRepeat():
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._field.type_in(letters)
            return
        super().keyPressEvent(event)

    def _ask(self, contents: AskContents) -> None:
        look = self._look
        if contents.none is not None:
            self.set_summary(advice_notices(look, [contents.none])[0])
        self.set_heading(contents.heading, hint=contents.text)
        field = TextField(look, contents.typed, accessible_name=contents.field, max_length=LONGEST)
        field.setObjectName("status.number")
        field.edited.connect(self._on_typed)
        field.entered.connect(self._on_entered)
        self._field = field
        self.add(field)
        if contents.keyboard:
            self._show_letters()
        self._place_foot(contents, letters=False)

    def _place_foot(self, contents: AskContents, *, letters: bool) -> None:
        look = PrimaryButton(self._look, contents.look, "search")
        foot = [reports(look, "foot.primary", e.NumberEntered(), self._send)]
        if letters:
            button = Button(self._look, contents.letters, "keyboard")
            button.setObjectName("foot.letters")
            button.activated.connect(self._on_letters_wanted)
            foot.append(button)
        self.set_foot(foot)

    def _show_letters(self) -> None:
        if self._field is None:
            return
        keyboard = Keyboard(self._look, order="alphabetical", language="en")
        keyboard.connect_to(self._field)
        keyboard.put_away.connect(self._on_put_away)
        self.set_tray(keyboard)

    def _tell(self, contents: FoundContents) -> None:
        look = self._look
        self.set_heading(
            contents.heading,
            "display",
            picture=contents.picture,
            above=PlainText(look, contents.eyebrow, color="ink_soft"),
            hint=contents.state,
        )
        way = way_column(look, contents.way)
        seen = Sentence(look, [(contents.seen, False)], picture="network")
        beside = [*advice_notices(look, contents.advice), seen]
        if look.layout.aside == "beside":
            self.add(way)
            self.set_beside(Column(look, beside, gap="s4"))
        else:
            for block in (*beside, way):
                self.add(block)
        if contents.printing.state:
            self.set_note(print_note(look, contents.printing))
        another = reports(
            PrimaryButton(look, contents.another, "search"), "foot.primary", e.NumberTyped(""), self._send
        )
        self.set_foot([another, *print_buttons(look, contents.printing, self._send, primary=False)])

    def _on_typed(self, typed: str) -> None:
        self._send(e.NumberTyped(typed))

    def _on_entered(self) -> None:
        self._send(e.NumberEntered())

    def _on_put_away(self) -> None:
        self.set_tray(None)
        if isinstance(self._contents, AskContents):
            self._place_foot(self._contents, letters=True)

    def _on_letters_wanted(self) -> None:
        self._show_letters()
        if isinstance(self._contents, AskContents):
            self._place_foot(self._contents, letters=False)
