# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Marks what stands over the thing after it, as a question over its answer, and what people come to a page for."""

from typing import Final, TypeVar

from PySide6.QtWidgets import QWidget

AnyWidget = TypeVar("AnyWidget", bound=QWidget)

_LEADING: Final = "leading"
_SOUGHT: Final = "sought"


def leading(widget: AnyWidget) -> AnyWidget:
    """Mark a widget: a page that is shared out keeps it with the next one, without which it says nothing."""
    widget.setProperty(_LEADING, True)
    return widget


def is_leading(widget: QWidget) -> bool:
    """Whether a widget is marked."""
    return bool(widget.property(_LEADING))


def sought(widget: AnyWidget) -> AnyWidget:
    """Mark a widget that is read and not pressed, and that a page is there for: it comes before what explains it."""
    widget.setProperty(_SOUGHT, True)
    return widget


def is_sought(widget: QWidget) -> bool:
    """Whether a widget is marked so."""
    return bool(widget.property(_SOUGHT))
