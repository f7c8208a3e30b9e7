# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sign in: one field with number keys. A scanner may type into it from anywhere on the page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from accessibility.qt.look import Look
from core.staff.credentials import LONGEST_TOKEN, NUMBERS
from core.visit.staff_events import StaffEntered, StaffTyped
from ui.fields.number_rows import NumberRows
from ui.fields.pad_tray import PadTray
from ui.keyboard.number_pad import NumberPad
from ui.pages.large_letters import notice
from ui.pages.reporting import Send, reports
from ui.pages.writing import WritingPage
from ui.parts.buttons import PrimaryButton
from ui.parts.field import TextField
from ui.present.staff_door import StaffDoorContents

LONGEST_NUMBER = len(str(NUMBERS[-1]))


class StaffDoorPage(WritingPage):
    """What is typed stays in its field until the program has taken it. A card's contents are never shown."""

    def __init__(
        self, look: Look, contents: StaffDoorContents, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._send, self._contents = send, contents
        self.set_heading(contents.heading, hint=contents.text)
        self._told = (
            [self.add(part) for part in notice(look, "error", "problem", contents.problem, "")]
            if contents.problem
            else []
        )
        self._written = self.add(
            TextField(
                look,
                contents.typed,
                accessible_name=contents.field,
                masked=contents.secret,
                max_length=LONGEST_TOKEN,
                numeric=True,
                problem=bool(contents.problem),
            )
        )
        self._written.setObjectName("staff.field")
        self._written.setAccessibleDescription(" ".join((contents.problem, contents.text)).strip())
        self._written.edited.connect(self._on_typed)
        self._written.entered.connect(self._on_entered)
        self.offer_keys(
            self._make_keys if contents.keys else None,
            self._make_foot,
            words=contents.bring,
            field=self._written,
            spared=self._told,
            beside=not look.layout.portrait,
        )

    def refresh(self, contents: object) -> bool:
        """Keep the page while only what is typed has changed."""
        if not isinstance(contents, StaffDoorContents):
            return False
        before = self._contents
        if contents.typed != self._written.text():
            self._written.set_text(contents.typed)
        self._contents = contents
        return _frame(contents) == _frame(before)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """What is typed anywhere on the page, or sent by a scanner, belongs in the field."""
        letters = event.text()
        if letters.isprintable() and letters.strip() and not event.isAutoRepeat():
            self._written.setFocus(Qt.FocusReason.OtherFocusReason)
            self._written.type_in(letters)
            return
        super().keyPressEvent(event)

    def _make_keys(self) -> QWidget:
        if self.look.layout.one_button:
            rows = NumberRows(self.look)
            self._listen(rows)
            rows.put_away.connect(self.put_keys_away)
            return rows
        pad = NumberPad(self.look)
        self._listen(pad)
        if self.keys_beside:
            return pad
        tray = PadTray(self.look, pad)
        tray.put_away.connect(self.put_keys_away)
        return tray

    def _listen(self, pad: NumberPad | NumberRows) -> None:
        pad.typed.connect(self._written.type_in)
        pad.deleted.connect(self._written.delete_back)

    def _make_foot(self) -> list[QWidget]:
        go_on = PrimaryButton(self.look, self._contents.go_on)
        return [reports(go_on, "foot.primary", StaffEntered(), self._send)]

    def _on_typed(self, typed: str) -> None:
        if len(typed) > LONGEST_NUMBER:
            # No number is so long: a card is being read, and nobody is to see what is on it.
            self._written.setEchoMode(QLineEdit.EchoMode.Password)
        self._send(StaffTyped(typed))

    def _on_entered(self) -> None:
        self._send(StaffEntered())


def _frame(contents: StaffDoorContents) -> tuple[object, ...]:
    return (
        contents.language,
        contents.heading,
        contents.text,
        contents.problem,
        contents.secret,
    )
