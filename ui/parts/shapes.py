# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The few shapes that everything is painted from: boxes, doors, ticks and lines."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from accessibility.qt.look import Look

PICTOGRAM_SHARE = 0.72
"""A pictogram's width as a share of its door's (look.md section 6)."""

LIFT_SHARE = 0.13
"""How far a pictogram stands above its door's foot, as a share of the door's width."""


def box(
    painter: QPainter, rect: QRect, radius: float, fill: QColor | None, line: QColor | None, width: float
) -> None:
    """A rounded box whose line lies inside `rect`."""
    half = width / 2 if line is not None else 0
    inner = QRectF(rect).adjusted(half, half, -half, -half)
    painter.setPen(QPen(line, width) if line is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    corner = max(radius - half, 0)
    painter.drawRoundedRect(inner, corner, corner)


def door_path(rect: QRectF) -> QPainterPath:
    """Straight jambs, a half-circle head and a square foot that stands on the lower edge of `rect`."""
    width = rect.width()
    radius = min(width / 2, rect.height())
    path = QPainterPath()
    path.moveTo(rect.left(), rect.bottom())
    path.lineTo(rect.left(), rect.top() + radius)
    path.arcTo(QRectF(rect.left(), rect.top(), width, radius * 2), 180, -180)
    path.lineTo(rect.right(), rect.bottom())
    path.closeSubpath()
    return path


def door(
    painter: QPainter, rect: QRectF, fill: QColor | None, line: QColor | None = None, width: float = 0
) -> None:
    """A door; its line lies inside `rect`."""
    half = width / 2 if line is not None else 0
    painter.setPen(QPen(line, width, j=Qt.PenJoinStyle.MiterJoin) if line is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawPath(door_path(rect.adjusted(half, half, -half, -half)))


def picture_door(painter: QPainter, look: Look, rect: QRect, picture: str) -> None:
    """A lit door with a pictogram standing in it."""
    line = look.px(0.7)
    door(painter, QRectF(rect), look.color("door"), look.color("door_line"), line)
    side = round(rect.width() * PICTOGRAM_SHARE)
    lift = round(rect.width() * LIFT_SHARE)
    top = max(rect.bottom() + 1 - lift - side, rect.top() + (rect.height() - side) // 2)
    place = QRect(rect.x() + (rect.width() - side) // 2, top, side, side)
    look.paint_picture(painter, place, picture, look.color("picture"))


def lit_door(painter: QPainter, look: Look, rect: QRect, picture: str, pressed: bool) -> None:
    """The door inside the primary action; pressed, it goes dark."""
    fill = look.color("on_primary_pressed" if pressed else "lit_door")
    ink = look.color("primary_pressed" if pressed else "on_lit_door")
    door(painter, QRectF(rect), fill)
    side = round(rect.width() * 0.62)
    lift = round(rect.width() * 0.16)
    place = QRect(
        rect.x() + (rect.width() - side) // 2,
        max(rect.bottom() + 1 - lift - side, rect.top() + (rect.height() - side) // 2),
        side,
        side,
    )
    look.paint_picture(painter, place, picture, ink, fill, 4.6)


def dashed_door(painter: QPainter, rect: QRectF, fill: QColor, line: QColor, width: float) -> None:
    """A door that is still to come."""
    half = width / 2
    pen = QPen(line, width)
    pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.setBrush(fill)
    painter.drawPath(door_path(rect.adjusted(half, half, -half, -half)))


def soft_line(painter: QPainter, look: Look, rect: QRect) -> None:
    """A decorative line along the top of `rect`."""
    painter.fillRect(QRect(rect.x(), rect.y(), rect.width(), look.line_width), look.color("line_soft"))
