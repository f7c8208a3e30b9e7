# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The picture of the welcome page: a town hall by the water with one door lit and somebody in it."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from accessibility.qt.look import Look
from ui.parts.part import Part
from ui.parts.shapes import door_path

SIZE: Final = (430.0, 300.0)
"""The drawing's own units, width and height."""

LINE: Final = 2.5
QUIET_THEME: Final = "low-glare"
DARK: Final = 128
"""Grounds below this lightness (of 255) are a night scene."""

LOW: Final = 46
"""mm: as high as a tile at the least."""

WINDOWS: Final = (40.0, 92.0, 292.0, 344.0)
WAVES: Final = ((100.0, 290.0, 30.0), (330.0, 276.0, 70.0), (8.0, 292.0, 28.0), (316.0, 290.0, 56.0))
"""Start, height and length of each line on the water."""

Points = tuple[tuple[float, float], ...]


class TownHall(Part):
    """Grows to its place and stands on its lower edge. It tells nothing that words do not, so nobody reads it out.

    A `low` one asks for no more height than what stands beside it.
    """

    def __init__(self, look: Look, *, low: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._low = low
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setObjectName("town_hall")

    def content_width(self) -> int:
        """See `Part`."""
        return self.look.px(190)

    def content_height(self, width: int) -> int:
        """See `Part`."""
        whole = round(width * SIZE[1] / SIZE[0])
        return min(whole, self.look.px(LOW)) if self._low else whole

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """See QWidget: it may become as small as the page needs."""
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        scale = min(self.width() / SIZE[0], self.height() / SIZE[1])
        if scale <= 0:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate((self.width() - SIZE[0] * scale) / 2, self.height() - SIZE[1] * scale)
        painter.scale(scale, scale)
        self._sky(painter)
        self._hall(painter)
        self._tower(painter)
        self._doorway(painter)
        self._water(painter)
        painter.end()

    def _sky(self, painter: QPainter) -> None:
        quiet = self.look.theme.name == QUIET_THEME
        self._shape(painter, "door" if quiet else "scene_sun")
        painter.drawEllipse(QPointF(300, 128), 92, 92)

    def _hall(self, painter: QPainter) -> None:
        self._shape(painter, self._wall)
        painter.drawRect(QRectF(22, 150, 386, 100))
        painter.drawRect(QRectF(12, 138, 406, 12))
        self._shape(painter, "sunk" if self._night else "scene_dim")
        for left in WINDOWS:
            painter.drawPath(door_path(QRectF(left, 172, 40, 78)))

    def _tower(self, painter: QPainter) -> None:
        self._shape(painter, self._wall)
        painter.drawRect(QRectF(176, 62, 78, 76))
        painter.drawRect(QRectF(168, 52, 94, 10))
        dome = QPainterPath(QPointF(182, 52))
        dome.arcTo(QRectF(182, 19, 66, 66), 180, -180)
        dome.closeSubpath()
        painter.drawPath(dome)
        self._stroke(painter, self._wall, ((215, 19), (215, 4)))
        self._polygon(painter, "accent", ((215, 4), (236, 9), (215, 15)))
        self._shape(painter, self._lit)
        painter.drawEllipse(QPointF(215, 97), 22, 22)
        ink = "ink" if self.look.theme.two_colours else "picture"
        if self.look.theme.name == QUIET_THEME:
            ink = "ground"
        self._stroke(painter, ink, ((215, 83), (215, 97), (225, 103)))

    def _doorway(self, painter: QPainter) -> None:
        self._shape(painter, self._lit)
        painter.drawPath(door_path(QRectF(180, 164, 70, 86)))
        self._shape(painter, "accent")
        painter.drawEllipse(QPointF(215, 199), 8.5, 8.5)
        painter.drawPath(door_path(QRectF(201, 215, 28, 35)))
        painter.fillRect(QRectF(0, 250, 430, 12), self.look.color(self._wall))
        if not self.look.theme.two_colours:
            painter.setOpacity(0.55)
            self._polygon(painter, self._lit, ((150, 262), (280, 262), (300, 300), (130, 300)))
            painter.setOpacity(1)

    def _water(self, painter: QPainter) -> None:
        self._polygon(painter, self._wall, ((30, 270), (92, 270), (82, 284), (42, 284)))
        self._polygon(painter, "accent", ((62, 264), (62, 212), (92, 264)))
        self._polygon(painter, self._lit, ((56, 264), (56, 222), (36, 264)))
        for left, top, length in WAVES:
            self._stroke(painter, "scene_sea", ((left, top), (left + length, top)))

    @property
    def _night(self) -> bool:
        """Whether the page is dark: then the walls are too, and the door is what shines."""
        return not self.look.theme.two_colours and self.look.color("ground").lightness() < DARK

    @property
    def _wall(self) -> str:
        if not self._night:
            return "picture_ground"
        return "line_soft" if self.look.theme.name == QUIET_THEME else "scene_dim"

    @property
    def _lit(self) -> str:
        return "scene_lit" if self.look.theme.name != QUIET_THEME else "rail_lamp"

    def _shape(self, painter: QPainter, role: str) -> None:
        """Fill what follows; in two colours every shape has a line, because fills are all alike."""
        two = self.look.theme.two_colours
        outline = QPen(self.look.color("picture_ground"), LINE)
        painter.setPen(outline if two else QPen(Qt.PenStyle.NoPen))
        fill: QColor = self.look.color(role)
        if two and role == self._wall:
            fill = self.look.color("ground")
        painter.setBrush(fill)

    def _polygon(self, painter: QPainter, role: str, points: Points) -> None:
        self._shape(painter, role)
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))

    def _stroke(self, painter: QPainter, role: str, points: Points) -> None:
        pen = QPen(self.look.color(role), 4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))
