# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys as Qt sends them, by the names that the key maps use."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

WITH_OTHERS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


MOVES_OF_QT = frozenset({"Tab", "Backtab"})
"""Keys with which Qt itself moves the focus."""


def name_of(event: QKeyEvent) -> str:
    """The key's name in Qt without `Key_`; empty for one that has none, and together with others (OPR-07)."""
    if event.modifiers() & WITH_OTHERS:
        return ""
    try:
        return Qt.Key(event.key()).name.removeprefix("Key_")
    except ValueError:
        return ""


def is_writing() -> bool:
    """Whether the focus is in a field."""
    return isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)


def is_in_lines() -> bool:
    """Whether the focus is in a field of several lines, which has its own up and down."""
    return isinstance(QApplication.focusWidget(), QPlainTextEdit)
