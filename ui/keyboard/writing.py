# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Carries what keys type into the field that people are writing in."""

from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QApplication, QWidget

from accessibility.typing.readings import goes_on_latin
from ui.keyboard import kana
from ui.keyboard.composing import Change, deleted, typed


class Writable(Protocol):
    """A field that keys can write into, as `ui.parts.field.TextField` does."""

    @property
    def edited(self) -> SignalInstance:
        """Emitted whenever a person changed the text, by whatever key."""

    @property
    def private(self) -> bool:
        """Whether what is typed must be seen and heard by nobody."""

    def type_in(self, text: str) -> None:
        """Write the text where the caret is."""

    def delete_back(self) -> None:
        """Take away the sign before the caret."""

    def before_caret(self) -> str:
        """What stands in the line before the caret."""


class Writer(QObject):
    """Follows the focus among fields: what is typed goes to the one that had it last, at first to the first.

    `reading`: what is typed next spells a reading, on whichever keyboard it is typed.
    Signals: `changed`, when the text before the caret, or the field, is another.
    """

    changed = Signal()

    def __init__(self, parent: QObject, language: str = "") -> None:
        super().__init__(parent)
        self._language = language
        self._written = ""
        self._seen = ""
        self._changing = False
        self.reading = False
        self._fields: tuple[Writable, ...] = ()
        self._current: Writable | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication), "widgets need an application"
        application.focusChanged.connect(self._on_focus)

    @property
    def current(self) -> Writable | None:
        """The field that is written in."""
        return self._current

    def connect_to(self, fields: tuple[Writable, ...]) -> None:
        """Write into these from now on."""
        for field in self._fields:
            field.edited.disconnect(self._on_edited)
            if isinstance(field, QWidget):
                field.destroyed.disconnect(self._on_gone)
        self._fields = fields
        for field in fields:
            field.edited.connect(self._on_edited)
            if isinstance(field, QWidget):
                field.destroyed.connect(self._on_gone)
        self._come_to(fields[0] if fields else None)
        self._on_focus(None, QApplication.focusWidget())

    def type_in(self, text: str) -> None:
        """Write the text into the field, or change what was typed before as the language has it."""
        field = self._current
        if field is not None:
            before = field.before_caret()
            going_on = bool(before) and before == self._written
            self._change(field, typed(self._language, before, text, reading=self.reading, going_on=going_on))

    def delete_back(self) -> None:
        """Take away the last sign of the field, or the last letter of one that is still being typed."""
        field = self._current
        if field is not None:
            before = field.before_caret()
            self._change(field, deleted(self._language, before, going_on=before == self._written))

    def replace(self, count: int, text: str) -> None:
        """Put another text in the place of the last `count` signs before the caret."""
        if self._current is not None:
            self._change(self._current, Change(count, text))

    def focus_field(self) -> None:
        """Let the field that is written in have the focus."""
        for field in self._fields:
            if field is self._current and isinstance(field, QWidget):
                field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, field: Writable, change: Change) -> None:
        self._changing = True
        for _ in range(change.deleted):
            field.delete_back()
        if change.text:
            field.type_in(change.text)
        self._changing = False
        self._written = self._seen = field.before_caret()
        self.changed.emit()

    @Slot()
    def _on_edited(self) -> None:
        """A keyboard that is plugged in has written: its Latin letters spell kana as those on the screen do."""
        field = self._current
        if self._changing or field is None:
            return
        now, before = field.before_caret(), self._seen
        letter = now[len(before) :] if now.startswith(before) else ""
        self._seen = now
        if self.reading and kana.spells(self._language, letter):
            letters = kana.unread(before)
            if not goes_on_latin(before[: len(before) - len(letters)]):
                change = typed(self._language, before, letter, reading=True, going_on=True)
                self._change(field, Change(change.deleted + 1, change.text))
                return
        self.changed.emit()

    def _come_to(self, field: Writable | None) -> None:
        self._current = field
        self._seen = field.before_caret() if field is not None else ""
        self.changed.emit()

    @Slot()
    def _on_gone(self) -> None:
        """Keys that were put away can outlive their page for a moment, and hear of the focus until then."""
        self._fields, self._current = (), None

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        del before
        if now is None:
            return
        for field in self._fields:
            if isinstance(field, QWidget) and (now is field or field.isAncestorOf(now)):
                if field is not self._current:
                    self._come_to(field)
                return
