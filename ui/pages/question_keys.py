# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of a question's page: letters, or a pad of numbers, that write into its answer."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from accessibility.preferences import KeyboardOrder
from accessibility.qt.look import Look
from core.visit import events as e
from ui.fields.field import Field
from ui.fields.number_rows import NumberRows
from ui.fields.pad_tray import PadTray
from ui.keyboard.keyboards import Keyboards
from ui.keyboard.number_pad import NumberPad
from ui.pages.reporting import Send


class QuestionKeys:
    """Makes the keys for one answer. `put_away` is called when a person wants them gone."""

    def __init__(
        self, look: Look, answer: Field, send: Send, keyboards: Keyboards, put_away: Callable[[], None]
    ) -> None:
        self._look, self._answer, self._send = look, answer, send
        self._keyboards, self._put_away = keyboards, put_away

    def letters(self) -> QWidget:
        """The keyboard, in the order that the person prefers."""
        keyboard = self._keyboards.make(self._look, self._look.preferences.keyboard_order)
        keyboard.connect_to(self._answer.written[0])
        keyboard.put_away.connect(self._put_away)
        keyboard.person.connect(partial(self._send, e.HelpPressed()))
        keyboard.order_changed.connect(self._on_order_changed)
        return keyboard

    def pad(self, *, beside: bool) -> QWidget:
        """A pad beside the field, or below it with a way to put it away."""
        if not beside and self._look.layout.one_button:
            rows = NumberRows(self._look, "".join(self._answer.signs))
            self._listen(rows)
            rows.put_away.connect(self._put_away)
            return rows
        pad = NumberPad(self._look, extra=self._answer.signs)
        self._listen(pad)
        if beside:
            return pad
        tray = PadTray(self._look, pad)
        tray.put_away.connect(self._put_away)
        return tray

    def _listen(self, pad: NumberPad | NumberRows) -> None:
        pad.typed.connect(self._answer.type_in)
        pad.deleted.connect(self._answer.delete_back)

    def _on_order_changed(self, order: str) -> None:
        chosen: KeyboardOrder = "alphabetical" if order == "alphabetical" else "local"
        self._send(replace(self._look.preferences, keyboard_order=chosen))
