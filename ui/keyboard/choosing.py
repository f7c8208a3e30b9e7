# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Follows the reading that is being typed, asks what it may mean, and puts what is chosen in its place.

The reading stands in the field as it is typed, and only a choice changes it. So nothing is pending anywhere else:
whoever goes on without choosing has written exactly what they see.
"""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from accessibility.typing.converter import Answer, Choice, Converter, Missing, Offer
from accessibility.typing.readings import reading_at_end, space_means
from ui.keyboard.writing import Writable, Writer

_WITH_OTHERS: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
    | Qt.KeyboardModifier.ShiftModifier
)
_NUMBERS: Final = tuple("123456789")


class Choosing(QObject):
    """What there is to choose from for the field that the writer writes in.

    `shown` are the places, from 0, of the choices that are on the screen: numbers of a plugged-in keyboard choose
    among them. Signals: `offered`, when the choices are others or the language turns out to be missing.
    """

    offered = Signal()

    def __init__(self, writer: Writer, converter: Converter, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._writer, self._converter, self._language = writer, converter, language
        self.choices: tuple[Choice, ...] = ()
        self.missing = False
        self.shown: tuple[int, ...] = ()
        self._of = ""
        self._reading = ""
        self._settled = ""
        self._field: Writable | None = None
        self._asked = 0
        self._waiting = self._space_due = self._ended = False
        parent.destroyed.connect(self._end)
        writer.changed.connect(self._look)
        self._ask("")

    def watch(self, fields: Sequence[Writable]) -> None:
        """Hear space and numbers of a plugged-in keyboard in these."""
        for field in fields:
            if isinstance(field, QWidget):
                (field.focusProxy() or field).installEventFilter(self)

    def look(self) -> None:
        """The keys on the screen spell readings now, or do not any more."""
        self._look()

    def choose(self, number: int) -> None:
        """Put a choice, counted from 0, in the place of the signs of the reading that it stands for."""
        reading, field = self._reading, self._writer.current
        if field is None or number >= len(self.choices):
            return
        before, choice = field.before_caret(), self.choices[number]
        if not before.endswith(reading) or not reading.startswith(self._of):
            self._look()
            return
        self._settled = before[: len(before) - len(reading)] + choice.text
        self._writer.replace(len(reading), choice.text + reading[choice.taken :])

    def space(self) -> bool:
        """The space takes the first choice, or finishes a syllable. False where it is only a space."""
        if not self._reading or self.missing:
            return False
        if sign := space_means(self._language, self._reading):
            self._writer.replace(0, sign)
        elif self._waiting:
            self._space_due = True
        elif self.choices:
            self.choose(0)
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Space and numbers of a plugged-in keyboard choose while there is something to choose from."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.modifiers() & _WITH_OTHERS or event.isAutoRepeat():
                return False
            if event.text() == " ":
                return self.space()
            number = int(event.text()) if event.text() in _NUMBERS else 0
            if 0 < number <= len(self.shown):
                self.choose(self.shown[number - 1])
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _look(self) -> None:
        reading = self._reading_now()
        if reading == self._reading:
            return
        self._reading, self._space_due = reading, False
        if self.choices and not (reading and reading.startswith(self._of)):
            self._show(())
        if reading and not self.missing:
            self._ask(reading)
        else:
            self._asked += 1
            self._waiting = False

    def _reading_now(self) -> str:
        field = self._writer.current
        if field is None or field.private:
            return ""
        if field is not self._field:
            self._field, self._settled = field, ""
        before = field.before_caret()
        if not self._writer.reading or self._settled.startswith(before):
            self._settled = before
        elif not before.startswith(self._settled):
            self._settled = ""
        return reading_at_end(self._language, before[len(self._settled) :]) if self._writer.reading else ""

    def _ask(self, reading: str) -> None:
        self._asked += 1
        self._waiting = True
        self._converter.ask(self._language, reading, partial(self._answered, self._asked, reading))

    def _answered(self, asked: int, reading: str, answer: Answer) -> None:
        if self._ended or asked != self._asked:
            return
        self._waiting = False
        due, self._space_due = self._space_due, False
        match answer:
            case Missing() if reading:
                # Perhaps only this kind of reading: ask about the language itself.
                self._show(())
                self._ask("")
            case Missing():
                self.missing = True
                self._show(())
            case Offer(choices=choices):
                self._of = reading
                if reading:
                    self._show(choices)
        if due:
            self.choose(0) if self.choices else self._writer.replace(0, " ")

    def _show(self, choices: tuple[Choice, ...]) -> None:
        self.choices = choices
        self.offered.emit()

    def _end(self) -> None:
        self._ended = True
