# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells assistive technology which text is a heading: Qt has no widget with that role (WCAG 1.3.1, EN 11.5.2.5)."""

from functools import cache
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

HEADING_CLASS: Final = "Heading"
"""The name of the class of widgets that are headings, as Qt knows it."""


@cache
def tell_headings_apart() -> None:
    """From now on, every widget of a class with this name says that it is a heading. Qt keeps it until the end."""
    QAccessible.installFactory(_heading)


def _heading(name: str, thing: QObject) -> QAccessibleInterface | None:
    if name == HEADING_CLASS and isinstance(thing, QWidget):
        return QAccessibleWidget(thing, QAccessible.Role.Heading, "")
    return None
