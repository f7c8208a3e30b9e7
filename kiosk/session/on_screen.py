# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts a window on the screen: all of it at a kiosk, as a window at home, and over VNC where there is no screen."""

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from kiosk.profile.model import Profile
from ui.shell import Shell

VNC_TRIES: Final = 50


def show_on_screen(shell: Shell, application: QApplication, profile: Profile, vnc_port: int) -> None:
    """Show it. `vnc_port` is where it is served on this machine; 0 where there is a display."""
    if profile.at_home or profile.screen.width:
        shell.show()
    else:
        # Without a window manager nobody else makes a full-screen window as large as the screen.
        shell.setGeometry(application.primaryScreen().geometry())
        shell.showFullScreen()
    if vnc_port:
        _move_vnc(vnc_port, VNC_TRIES)


def come_to_front(shell: Shell) -> None:
    """Before all other windows, and in sight; one that nobody was shown yet stays hidden."""
    if shell.isVisible():
        shell.setWindowState(shell.windowState() & ~Qt.WindowState.WindowMinimized)
        shell.raise_()
        shell.activateWindow()


def _move_vnc(port: int, tries: int) -> None:
    from kiosk.session import vnc

    if not vnc.listen_on_loopback(port) and tries:
        QTimer.singleShot(20, lambda: _move_vnc(port, tries - 1))
