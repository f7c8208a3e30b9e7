# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a screen reader runs, as the accessibility bus says: then our own voice is silent (AT-08)."""

from typing import Any, Final

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant

SERVICE: Final = "org.a11y.Bus"
PATH: Final = "/org/a11y/bus"
STATUS: Final = "org.a11y.Status"
PROPERTIES: Final = "org.freedesktop.DBus.Properties"
NAME: Final = "ScreenReaderEnabled"


class ScreenReader(QObject):
    """Follows `org.a11y.Status` on the session bus. Signal: `changed`, when one has begun or ended.

    Without a session bus there is none. One may come before us, later, and again.
    """

    changed = Signal()

    def __init__(self, bus: QDBusConnection | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.running = False
        self._bus = bus if bus is not None else QDBusConnection.sessionBus()
        self._asked: QDBusPendingCallWatcher | None = None
        if self._bus.isConnected():
            # What SLOT gives is taken, whatever PySide6's types say.
            told: Any = SLOT("_on_properties(QDBusMessage)")
            self._bus.connect(SERVICE, PATH, PROPERTIES, "PropertiesChanged", self, told)
            self._ask()

    def _ask(self) -> None:
        question = QDBusMessage.createMethodCall(SERVICE, PATH, PROPERTIES, "Get")
        question.setArguments([STATUS, NAME])
        self._asked = QDBusPendingCallWatcher(self._bus.asyncCall(question), self)
        self._asked.finished.connect(self._on_answer)

    @Slot(QDBusMessage)
    def _on_properties(self, message: QDBusMessage) -> None:
        arguments = message.arguments()
        if arguments and arguments[0] == STATUS:
            # The values come in a form that is easier asked for again than read.
            self._ask()

    @Slot()
    def _on_answer(self) -> None:
        if self._asked is None:
            return
        reply = self._asked.reply()
        if reply.type() is not QDBusMessage.MessageType.ReplyMessage or not reply.arguments():
            return
        value = reply.arguments()[0]
        running = bool(value.variant() if isinstance(value, QDBusVariant) else value)
        if running != self.running:
            self.running = running
            self.changed.emit()
