# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sheet of paper to draw a signature on with a finger or a mouse; never the only way to give one."""

from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QImageWriter, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from accessibility.qt.own_pictures import own_picture
from ui.parts.form_picture import dim
from ui.parts.part import Part
from ui.parts.shapes import box

WIDE_MM: Final = 150
HIGH_MM: Final = 38
SHEET: Final = QSize(1_200, 304)
"""Pixels of the picture that is sent."""

STROKE: Final = 5.0
INK, PAPER = QColor("black"), QColor("white")


class DrawingPlace(Part):
    """Signals: `drawn`, with the whole picture (PNG), whenever a stroke ends."""

    drawn = Signal(bytes)

    def __init__(self, look: Look, name: str, picture: bytes, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setAccessibleName(name)
        self.setMaximumWidth(look.px(WIDE_MM))
        self._picture = picture
        self._sheet = _sheet(picture)
        self._last: QPointF | None = None

    def show_picture(self, picture: bytes) -> None:
        """Show another picture, or none; the one just drawn stays."""
        if picture != self._picture:
            self._picture = picture
            self._sheet = _sheet(picture)
            self.update()

    def content_width(self) -> int:
        """See `Part`."""
        return self.look.px(WIDE_MM)

    def least_width(self) -> int:
        """See `Part`."""
        return self.look.px(HIGH_MM)

    def content_height(self, width: int) -> int:
        """See `Part`."""
        return min(self.look.px(HIGH_MM), width * SHEET.height() // SHEET.width())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        self._last = self._on_sheet(event.position())
        self._stroke(self._last)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        if self._last is not None:
            self._stroke(self._on_sheet(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        if self._last is not None:
            self._last = None
            self._picture = png(self._sheet)
            self.drawn.emit(self._picture)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        look = self.look
        box(painter, self.rect(), look.px(1.2), look.color("paper"), look.color("line"), look.line_width)
        inner = self.rect().adjusted(2, 2, -2, -2)
        painter.drawImage(inner, self._sheet)
        dim(painter, look, inner)
        painter.end()

    def _on_sheet(self, at: QPointF) -> QPointF:
        wide, high = max(self.width(), 1), max(self.height(), 1)
        return QPointF(at.x() * SHEET.width() / wide, at.y() * SHEET.height() / high)

    def _stroke(self, to: QPointF) -> None:
        painter = QPainter(self._sheet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(INK, STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(self._last or to, to)
        painter.end()
        self._last = to
        self.update()


def written(text: str, font: QFont) -> bytes:
    """A name as a picture (PNG), as large as it fits on the sheet."""
    sheet = _sheet(b"")
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setPen(INK)
    own = QFont(font)
    room = QRectF(0, 0, SHEET.width(), SHEET.height()).adjusted(40, 20, -40, -20)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    for size in (120, 96, 72, 56, 40, 28):
        own.setPixelSize(size)
        painter.setFont(own)
        if room.contains(painter.boundingRect(room, flags, text)):
            break
    painter.drawText(room, flags, text)
    painter.end()
    return png(sheet)


def png(image: QImage) -> bytes:
    """The image's bytes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def _sheet(picture: bytes) -> QImage:
    sheet = own_picture(picture) if picture else QImage()
    if sheet.isNull():
        sheet = QImage(SHEET, QImage.Format.Format_RGB32)
        sheet.fill(PAPER)
    return sheet.convertToFormat(QImage.Format.Format_RGB32)
