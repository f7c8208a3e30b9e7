# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads pictures and recordings from its input and answers each with the same made anew, or with nothing.

Decoders are large and written in C, and what they read comes from outside. So they run here: with little
memory and time, and without the network, other programs or files to write. What leaves is pixels and samples only: no
metadata, no scripts, no addresses, and never more of them than a screen can show or a person listens to.
"""

import os
import resource
import sys
from typing import TYPE_CHECKING, Final

from kiosk.hardening import harden
from kiosk.picturing.drawings import is_inert, is_svg
from kiosk.picturing.sounds import as_wave, is_sound
from kiosk.picturing.wire import framed, unframed
from kiosk.typing.confinement import confine

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

LARGEST: Final = 12_000_000
"""Bytes of one file."""
LONGEST_SIDE: Final = 1_600
"""Pixels of what leaves."""
MOST_PIXELS: Final = 60_000_000
"""Pixels of what comes in: more than cameras of telephones usually make."""
DECODED_MEGABYTES: Final = 256
MEMORY: Final = 1_500_000_000
"""Bytes of address space, most of which is libraries that are never touched."""
SECONDS: Final = 20
"""Of the processor, for all files of a form."""
QUALITY: Final = 88
FORMATS: Final = {
    b"\x89PNG\r\n\x1a\n": b"png",
    b"\xff\xd8\xff": b"jpeg",
    b"GIF8": b"gif",
    b"BM": b"bmp",
}


def main() -> None:
    """Answer until the input ends."""
    harden()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    from PySide6.QtGui import QGuiApplication, QImageReader
    from PySide6.QtSvg import QSvgRenderer

    # Words in a drawing need fonts, and fonts an application; both are there before everything is given up.
    application = QGuiApplication(sys.argv[:1])
    QSvgRenderer()
    QImageReader.setAllocationLimit(DECODED_MEGABYTES)
    confine()
    while (content := unframed(sys.stdin.buffer, LARGEST)) is not None:
        sys.stdout.buffer.write(framed([harmless(content)]))
        sys.stdout.buffer.flush()
    application.quit()


def harmless(content: bytes) -> bytes:
    """The picture as PNG or JPEG of our own, the recording as WAV; empty for what is neither, or too large."""
    if is_sound(content):
        return as_wave(content)
    if not is_svg(content):
        return pixels_only(content)
    try:
        image = _svg(content)
    except MemoryError:
        return b""
    return _written(image) if image is not None and not image.isNull() else b""


def pixels_only(content: bytes, most: int = MOST_PIXELS) -> bytes:
    """The same for a picture of pixels; empty for anything else, and for one of more than `most` of them."""
    try:
        image = _pixels(content, most)
    except MemoryError:
        return b""
    return _written(image) if image is not None and not image.isNull() else b""


def _format(content: bytes) -> bytes:
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return b"webp"
    return next((name for begin, name in FORMATS.items() if content.startswith(begin)), b"")


def _pixels(content: bytes, most: int) -> "QImage | None":
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImageReader

    name = _format(content)
    if not name:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(name))
    # The way a telephone was held is part of a photograph; it is turned before its metadata goes.
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > most:
        return None
    longest = max(size.width(), size.height())
    if longest > LONGEST_SIDE:
        # A JPEG is then decoded at a fraction of its size, in a fraction of the memory.
        reader.setScaledSize(size * (LONGEST_SIDE / longest))
    return reader.read()


def _svg(content: bytes) -> "QImage | None":
    from PySide6.QtCore import QByteArray, QRectF, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    if not is_inert(content):
        return None
    renderer = QSvgRenderer(QByteArray(content))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        return None
    size = size.scaled(LONGEST_SIDE // 2, LONGEST_SIDE // 2, Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return image


def _written(image: "QImage") -> bytes:
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QImage, QImageWriter, QPainter

    clear = image.hasAlphaChannel()
    # Painted onto a new sheet, so that none of the texts, places and profiles come along.
    bare = QImage(image.size(), QImage.Format.Format_ARGB32 if clear else QImage.Format.Format_RGB32)
    bare.fill(Qt.GlobalColor.transparent)
    painter = QPainter(bare)
    painter.drawImage(0, 0, image)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png" if clear else b"jpeg")
    writer.setQuality(-1 if clear else QUALITY)
    return bytes(buffer.data().data()) if writer.write(bare) else b""
