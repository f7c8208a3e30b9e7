# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check an application: the field for its number with keys, or where the application found is."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.signed_receipt import MOST_TYPED
from core.visit import events as e
from ui.pages.delivery_parts import advice_notices, mending_buttons, print_buttons, print_note, way_parts
from ui.pages.large_letters import as_lines, role_of_result
from ui.pages.reporting import Send, reports
from ui.pages.two_columns import TwoColumns
from ui.pages.writing import ONE_NOTICE_FROM, WritingPage
from ui.parts.buttons import Button, PrimaryButton
from ui.parts.field import TextField
from ui.parts.pictured import Sentence
from ui.parts.text import PlainText
from ui.present.sent import Advice
from ui.present.status import AskContents, FoundContents, StatusContents


class StatusPage(WritingPage):
    """The number that is being typed stays in its field; whatever is found makes another page."""

    awaits_news = True

    def __init__(
        self, look: Look, contents: StatusContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._send, self._contents = send, contents
        self._number: TextField | None = None
        self._both: TwoColumns | None = None
        match contents:
            case AskContents():
                self._ask(contents)
            case FoundContents():
                self._tell(contents)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """See QWidget."""
        super().resizeEvent(event)
        if self._both is not None:
            self._both.settle()

    def refresh(self, contents: object) -> bool:
        """Keep the page while only the number typed has changed."""
        before = self._contents
        if contents == before:
            return True
        if (
            not isinstance(contents, AskContents)
            or not isinstance(before, AskContents)
            or self._number is None
        ):
            return False
        if (contents.language, contents.none) != (before.language, before.none):
            return False
        if self._number.text() != contents.typed:
            self._number.set_text(contents.typed)
        self._contents = contents
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Letters typed anywhere on the page, or sent by a scanner, belong in the field."""
        letters = event.text()
        if (
            self._number is not None
            and letters.isprintable()
            and letters.strip()
            and not event.isAutoRepeat()
        ):
            self._number.setFocus(Qt.FocusReason.OtherFocusReason)
            self._number.type_in(letters)
            return
        super().keyPressEvent(event)

    def _ask(self, contents: AskContents) -> None:
        look = self.look
        self.set_heading(contents.heading, hint=contents.text)
        field = TextField(look, contents.typed, accessible_name=contents.field, max_length=MOST_TYPED)
        field.setObjectName("status.number")
        field.edited.connect(self._on_typed)
        field.entered.connect(self._on_entered)
        self._number = field
        spared: list[QWidget] = []
        if contents.none is not None and look.preferences.text_step >= ONE_NOTICE_FROM:
            spared = [self.add(part) for part in advice_notices(look, [contents.none])]
        self.add(field)
        if look.layout.one_button:
            self.add(self._make_receipt(contents))
        self.offer_keys(
            partial(self.latin_letters, field) if contents.keyboard else None,
            self._make_foot,
            words=contents.letters,
            field=field,
            spared=spared,
            summary=self._make_summary_of(contents.none),
        )

    def _make_summary_of(self, none: Advice | None) -> Callable[[], QWidget] | None:
        if none is None or self.look.preferences.text_step >= ONE_NOTICE_FROM:
            return None
        return partial(_nothing_found, self.look, none)

    def _make_foot(self) -> list[QWidget]:
        if not isinstance(self._contents, AskContents):
            return []
        look = PrimaryButton(self.look, self._contents.look, "search")
        foot: list[QWidget] = [reports(look, "foot.primary", e.NumberEntered(), self._send)]
        return foot if self.look.layout.one_button else [*foot, self._make_receipt(self._contents)]

    def _make_receipt(self, contents: AskContents) -> QWidget:
        receipt = Button(self.look, contents.receipt, "paper")
        return reports(receipt, "status.receipt", e.ReceiptCheckOpened(), self._send)

    def _tell(self, contents: FoundContents) -> None:
        look = self.look
        self.set_heading(
            contents.heading,
            role_of_result(look),
            picture=contents.picture,
            above=PlainText(look, contents.eyebrow, color="ink_soft"),
            hint=contents.state,
        )
        self._both = TwoColumns(self, self._make_way, self._make_advice)
        if look.layout.one_button:
            return
        if contents.printing.state:
            self.set_note(print_note(look, contents.printing))
        self.set_foot(self._buttons(contents))

    def _buttons(self, contents: FoundContents) -> list[QWidget]:
        another = PrimaryButton(self.look, contents.another, "search")
        printing = print_buttons(self.look, contents.printing, self._send, primary=False)
        return [reports(another, "foot.primary", e.NumberTyped(""), self._send), *printing]

    def _make_advice(self) -> list[QWidget]:
        contents, look = self._contents, self.look
        if not isinstance(contents, FoundContents):
            return []
        lines = as_lines(look)
        seen = (
            PlainText(look, contents.seen)
            if lines
            else Sentence(look, [(contents.seen, False)], picture="network")
        )
        crowded = look.layout.one_button and bool(contents.printing.state)
        printing = [print_note(look, contents.printing)] if crowded else []
        mending = mending_buttons(look, contents.mending, self._send)
        return [*printing, *advice_notices(look, contents.advice), *mending, seen]

    def _make_way(self) -> list[QWidget]:
        contents, look = self._contents, self.look
        if not isinstance(contents, FoundContents):
            return []
        buttons = self._buttons(contents) if look.layout.one_button else []
        return [*way_parts(look, contents.way), *buttons]

    def _on_typed(self, typed: str) -> None:
        self._send(e.NumberTyped(typed))

    def _on_entered(self) -> None:
        self._send(e.NumberEntered())


def _nothing_found(look: Look, none: Advice) -> QWidget:
    return advice_notices(look, [none])[0]
