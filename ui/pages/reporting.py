# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a page reports: an event of the visit, or the preferences a person wishes for."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from accessibility.preferences import Preferences
    from core.visit.events import Event

Report: TypeAlias = "Event | Preferences"
Send = Callable[[Report], None]


def reports(control: QWidget, name: str, report: Report, send: Send) -> QWidget:
    """Have a press on the control report something. `name` finds the control again when the page is rebuilt."""
    control.setObjectName(name)
    pressed: SignalInstance = control.activated  # type: ignore[attr-defined]
    pressed.connect(partial(send, report))
    return control
