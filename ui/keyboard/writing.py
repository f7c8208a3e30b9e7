# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Carries what keys type into the field that people are writing in."""

from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget


class Writable(Protocol):
    """A field that keys can write into, as `ui.parts.field.TextField` does."""

    def type_in(self, text: str) -> None:
        """Write the text where the caret is."""

    def delete_back(self) -> None:
        """Take away the sign before the caret."""


class Writer(QObject):
    """Follows the focus among fields: what is typed goes to the one that had it last, at first to the first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
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
        """Write the text into the field."""
        if self._current is not None:
            self._current.type_in(text)

    def delete_back(self) -> None:
        """Take away the last sign of the field."""
        if self._current is not None:
            self._current.delete_back()

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        del before
        if now is None:
            return
        for field in self._fields:
            if isinstance(field, QWidget) and (now is field or field.isAncestorOf(now)):
                self._current = field
