# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Carries what keys type into the field that people are writing in."""

from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from ui.keyboard.composing import Change, deleted, typed


class Writable(Protocol):
    """A field that keys can write into, as `ui.parts.field.TextField` does."""

    def type_in(self, text: str) -> None:
        """Write the text where the caret is."""

    def delete_back(self) -> None:
        """Take away the sign before the caret."""

    def before_caret(self) -> str:
        """What stands in the line before the caret."""


class Writer(QObject):
    """Follows the focus among fields: what is typed goes to the one that had it last, at first to the first.

    `reading`: what is typed next stands on a sheet of letters that spell a reading.
    """

    def __init__(self, parent: QObject, language: str = "") -> None:
        super().__init__(parent)
        self._language = language
        self._written = ""
        self.reading = False
        self._fields: tuple[Writable, ...] = ()
        self._current: Writable | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication), "widgets need an application"
        application.focusChanged.connect(self._on_focus)

    def connect_to(self, fields: tuple[Writable, ...]) -> None:
        """Write into these from now on."""
        self._fields = fields
        self._current = fields[0] if fields else None
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

    def _change(self, field: Writable, change: Change) -> None:
        for _ in range(change.deleted):
            field.delete_back()
        if change.text:
            field.type_in(change.text)
        self._written = field.before_caret()

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        del before
        if now is None:
            return
        for field in self._fields:
            if isinstance(field, QWidget) and (now is field or field.isAncestorOf(now)):
                self._current = field
