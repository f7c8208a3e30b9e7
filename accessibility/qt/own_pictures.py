# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens a picture that a process of ours has made: PNG or JPEG, and nothing else.

Without the name of its kind Qt asks every decoder that it can find, and has them all loaded for it, a reader of PDF
and its network library too: a megabyte in each session, and doors that nobody needs (`kiosk.picturing`).
"""

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage, QImageReader

KINDS: Final = ((b"\x89PNG\r\n\x1a\n", b"png"), (b"\xff\xd8\xff", b"jpeg"))
"""How a file of each begins (PNG 3rd edition, 5.2; ITU-T T.81, B.1.1.3), and Qt's name for it."""


def own_picture(content: bytes) -> QImage:
    """The picture; an empty one where these bytes are no such picture."""
    for beginning, kind in KINDS:
        if content.startswith(beginning):
            buffer = QBuffer()
            buffer.setData(QByteArray(content))
            reader = QImageReader(buffer, kind)
            reader.setAutoDetectImageFormat(False)
            return reader.read()
    return QImage()
