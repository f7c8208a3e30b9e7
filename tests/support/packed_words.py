# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A word put away as programs put away what they were told: in base64, in an archive, on a page of a PDF."""

import base64
import zipfile
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPainter, QPdfWriter

NAMES: Final = ("planted.base64", "planted.zip", "planted.pdf")
PLACE: Final = 100


def painted(text: str) -> bytes:
    """A page as our own paper is made."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    painter.drawText(PLACE, PLACE, text)
    painter.end()
    del painter, writer
    return bytes(buffer.data().data())


def plant(folder: Path, word: str) -> None:
    """Leave it there in each of the ways, under the names of `NAMES`."""
    in_base64, in_zip, in_pdf = (folder / name for name in NAMES)
    in_base64.write_bytes(base64.b64encode(f"- {word} -".encode()))
    with zipfile.ZipFile(in_zip, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("draft", f"word: {word}\n" * 20)
    in_pdf.write_bytes(painted(word))
