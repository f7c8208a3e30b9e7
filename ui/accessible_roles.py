# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells assistive technology what our own parts are, and what they belong to, where Qt would take them for plain text
or an empty frame."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

ROLE = "accessible_role"
"""The attribute of a widget that names its role (`QAccessible.Role`)."""

LABELLED_BY = "labelled_by"
"""The attribute of a widget with a role that names another widget, whose words say what it is about."""


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


Tie = tuple[QAccessibleInterface, QAccessible.RelationFlag]


class _Told(QAccessibleWidget):
    """Qt's own, but for the focus and for ties: a heading that hands the focus on to a field does not have it beside
    the field, and is told as that field's label; a page is labelled by its heading."""

    def relations(self, match: QAccessible.RelationFlag = QAccessible.RelationFlag.AllRelations) -> list[Tie]:
        """See QAccessibleInterface."""
        ties = list(super().relations(match))
        thing = self.object()
        wanted = (
            (QAccessible.RelationFlag.Labelled, thing.focusProxy() if isinstance(thing, QWidget) else None),
            (QAccessible.RelationFlag.Label, getattr(thing, LABELLED_BY, None)),
        )
        for kind, other in wanted:
            if other is not None and match & kind:
                ties.append((QAccessible.queryAccessibleInterface(other), kind))
        return ties

    def state(self) -> QAccessible.State:
        """See QAccessibleInterface."""
        state = super().state()
        thing = self.object()
        if isinstance(thing, QWidget) and thing.focusProxy() is not None:
            state.focused = state.focusable = False
        return state
