# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Marks what stands over the thing after it: a question over its answer, a name over what can be done with it."""

from typing import Final, TypeVar

from PySide6.QtWidgets import QWidget

AnyWidget = TypeVar("AnyWidget", bound=QWidget)

_LEADING: Final = "leading"


def leading(widget: AnyWidget) -> AnyWidget:
    """Mark a widget: a page that is shared out keeps it with the next one, without which it says nothing."""
    widget.setProperty(_LEADING, True)
    return widget


def is_leading(widget: QWidget) -> bool:
    """Whether a widget is marked."""
    return bool(widget.property(_LEADING))
