# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Joins the row of choices, what follows the reading, and the note that nothing can be converted here."""

from PySide6.QtCore import QObject, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from accessibility.qt.look import Look
from accessibility.typing.converter import Converter
from ui.keyboard.choice_row import ChoiceRow
from ui.keyboard.choosing import Choosing
from ui.keyboard.missing_note import MissingNote
from ui.keyboard.writing import Writer


class Choices(QObject):
    """The part of a keyboard from which text is chosen.

    Signals: `person`, when somebody asks for a person; `covered`, when the note lies over the letters or does not
    any more.
    """

    person = Signal()
    covered = Signal()

    def __init__(
        self, keyboard: QWidget, look: Look, writer: Writer, converter: Converter, language: str
    ) -> None:
        super().__init__(keyboard)
        self._writer = writer
        self.row = ChoiceRow(look, language, keyboard)
        self.note = MissingNote(look, keyboard)
        self.note.hide()
        self.choosing = Choosing(writer, converter, language, self)
        self.choosing.offered.connect(self._on_offered)
        self.row.turned.connect(self._on_turned)
        self.row.chosen.connect(self.choosing.choose)
        self.row.why.connect(self._on_why)
        self.row.person.connect(self.person)
        self.note.person.connect(self.person)
        self.note.back.connect(self._on_back)
        self._on_offered()

    def lay(self, row: QRect, whole: QRect) -> None:
        """Give the row its place, and the note the whole tray."""
        self.row.setGeometry(row)
        self.note.setGeometry(whole)

    @property
    def covers(self) -> bool:
        """Whether the note lies over the letters."""
        return not self.note.isHidden()

    @Slot()
    def _on_offered(self) -> None:
        focus = QApplication.focusWidget()
        self.row.offer(self.choosing.choices, missing=self.choosing.missing)
        gone = focus is not None and self.row.isAncestorOf(focus) and not self.choosing.choices
        if gone:
            # The key that was pressed is no more: writing goes on in the field.
            self._writer.focus_field()

    @Slot(tuple)
    def _on_turned(self, shown: tuple[int, ...]) -> None:
        self.choosing.shown = shown

    @Slot()
    def _on_why(self) -> None:
        self._cover(over=True)

    @Slot()
    def _on_back(self) -> None:
        self._cover(over=False)

    def _cover(self, *, over: bool) -> None:
        focus = QApplication.focusWidget()
        inside = focus is not None and (self.row.isAncestorOf(focus) or self.note.isAncestorOf(focus))
        self.note.setVisible(over)
        self.row.setVisible(not over)
        self.covered.emit()
        if inside:
            # Whoever came here by keys stays here.
            (self.note if over else self.row).first_key().setFocus(Qt.FocusReason.TabFocusReason)
