# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells assistive technology what our own parts are, where Qt would take them for plain text or an empty frame."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

ROLE = "accessible_role"
"""The attribute of a widget that names its role (`QAccessible.Role`)."""


@cache
def tell_roles() -> None:
    """Have Qt ask us first, once for the whole process and before the first widget is looked at."""
    QAccessible.installFactory(_interface)


def _interface(kind: str, thing: QObject) -> QAccessibleInterface | None:
    """An interface with our role; None leaves a thing to Qt."""
    del kind
    role = getattr(thing, ROLE, None)
    if not isinstance(thing, QWidget) or role is None:
        return None
    return _Told(thing, role)


class _Told(QAccessibleWidget):
    """Qt's own, but for the focus: a heading that hands it on to a field does not have it beside the field."""

    def state(self) -> QAccessible.State:
        """See QAccessibleInterface."""
        state = super().state()
        thing = self.object()
        if isinstance(thing, QWidget) and thing.focusProxy() is not None:
            state.focused = state.focusable = False
        return state
