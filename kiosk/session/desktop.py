# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""At home the desktop's own colours, contrast and text size are followed, live (AT-10).

Qt tells of light and dark. The settings portal (org.freedesktop.portal.Settings, namespace org.freedesktop.appearance)
tells of both where Qt does not know; it is asked without waiting, because a desktop may have none.
"""

import math
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import SLOT, QObject, Qt, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant
from PySide6.QtGui import QGuiApplication

from accessibility.themes import Wishes

SERVICE: Final = "org.freedesktop.portal.Desktop"
PATH: Final = "/org/freedesktop/portal/desktop"
INTERFACE: Final = "org.freedesktop.portal.Settings"
APPEARANCE: Final = "org.freedesktop.appearance"
SCHEME: Final = "color-scheme"
CONTRAST: Final = "contrast"
INTERFACE_SPACE: Final = "org.gnome.desktop.interface"
SCALE: Final = "text-scaling-factor"
"""How many times the usual size a desktop's letters have; the portal hands it on under GNOME's name."""

KDE_SPACE: Final = "org.kde.kdeglobals.General"
KDE_FONT: Final = "font"
"""KDE has no such factor: its letters grow with the points of the usual font, `name,points,...`."""

KDE_POINTS: Final = 10.0
"""The points that a new KDE begins with."""

SPACES: Final = MappingProxyType(
    {SCHEME: APPEARANCE, CONTRAST: APPEARANCE, SCALE: INTERFACE_SPACE, KDE_FONT: KDE_SPACE}
)
DARK: Final = 1
LIGHT: Final = 2
HIGH: Final = 1


class Desktop(QObject):
    """Signals: `changed`, when the desktop asks for something else than before; `scaled`, with the size of its letters.

    `scaled` comes once at first, if the desktop says that it has another than the usual one, and at each change.
    """

    changed = Signal()
    scaled = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hints = QGuiApplication.styleHints()
        self._told = Wishes()
        self._scale = 1.0
        self._hints.colorSchemeChanged.connect(self._on_qt)
        self._waiting: list[QDBusPendingCallWatcher] = []
        self._bus = QDBusConnection.sessionBus()
        if self._bus.isConnected():
            heard = SLOT("_on_portal(QDBusMessage)")
            # The binding takes the string that SLOT gives, and refuses the bytes that its hints ask for.
            self._bus.connect(SERVICE, PATH, INTERFACE, "SettingChanged", self, heard)  # type: ignore[call-overload]
            for key in SPACES:
                self._ask(key)

    @property
    def wishes(self) -> Wishes:
        """What it asks for now; the portal's word on colours counts before Qt's."""
        if self._told.dark is not None:
            return self._told
        match self._hints.colorScheme():
            case Qt.ColorScheme.Dark:
                return replace(self._told, dark=True)
            case Qt.ColorScheme.Light:
                return replace(self._told, dark=False)
            case _:
                return self._told

    def _ask(self, key: str) -> None:
        question = QDBusMessage.createMethodCall(SERVICE, PATH, INTERFACE, "ReadOne")
        question.setArguments([SPACES[key], key])
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(question), self)
        self._waiting.append(watcher)
        watcher.finished.connect(lambda answer: self._answered(key, answer))

    def _answered(self, key: str, watcher: QDBusPendingCallWatcher) -> None:
        self._waiting = [one for one in self._waiting if one is not watcher]
        if not watcher.isError():
            answer = watcher.reply().arguments()
            if answer:
                self._take(key, answer[0])

    @Slot(QDBusMessage)
    def _on_portal(self, message: QDBusMessage) -> None:
        match message.arguments():
            case [space, str() as key, value] if space == SPACES.get(key):
                self._take(key, value)
            case _:
                pass

    def _take(self, key: str, value: object) -> None:
        """Take what the portal says; what is no number, or is not known, changes nothing."""
        plain = value.variant() if isinstance(value, QDBusVariant) else value
        if key == SCALE:
            self._take_scale(plain)
            return
        if key == KDE_FONT:
            self._take_scale(_scale_of(plain))
            return
        if not isinstance(plain, int) or isinstance(plain, bool):
            return
        before = self.wishes
        if key == SCHEME:
            self._told = replace(self._told, dark={DARK: True, LIGHT: False}.get(plain))
        elif key == CONTRAST:
            self._told = replace(self._told, more_contrast=plain == HIGH)
        if self.wishes != before:
            self.changed.emit()

    def _take_scale(self, scale: object) -> None:
        if isinstance(scale, float) and 0 < scale < math.inf and scale != self._scale:
            self._scale = scale
            self.scaled.emit(scale)

    @Slot()
    def _on_qt(self) -> None:
        self.changed.emit()


def _scale_of(font: object) -> float | None:
    """How many times KDE's usual size a font has that is described as Qt does it; None for anything else."""
    match font.split(",") if isinstance(font, str) else ():
        case [_, points, *_]:
            try:
                return float(points) / KDE_POINTS
            except ValueError:
                return None
        case _:
            return None
