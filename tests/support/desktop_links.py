# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the addresses that are given to the desktop, in its place."""

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QDesktopServices

SCHEMES: Final = ("http", "https", "file", "mailto", "tel", "ftp")


def take_links(receiver: QObject, slot: str) -> None:
    """From now on the receiver's slot, which takes a `QUrl`, is called for every address."""
    for scheme in SCHEMES:
        # The binding refuses the bytes that its hints ask for.
        QDesktopServices.setUrlHandler(scheme, receiver, slot)  # type: ignore[arg-type]


def give_links_back() -> None:
    """The desktop opens addresses again."""
    for scheme in SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)
