# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The town's map, painted from its tiles, with a cross in its middle and the places that are held so far.

A press on it puts the cross there. It is one way of several: nothing has to be dragged, pinched or seen.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from accessibility.qt.own_pictures import own_picture
from core.places import Point
from core.town_map import Plan, Tile, View, place_at, position
from ui.parts.form_picture import in_two_colours, paint_frame
from ui.parts.part import Part

TILE_MM: Final = (76, 84, 92, 108, 124)
"""How wide a tile is at each text step: what is written on it grows with all other letters."""

WIDEST_MM: Final = 300
"""Four tiles of the smallest size: more are never there."""

LEAST_HIGH_MM: Final = {"wide": 58, "portrait": 58, "narrow": 40}
LEAST_WIDE_MM: Final = 60

ARM, HOLE, STROKE, RIM = 9.0, 2.6, 1.3, 1.0
"""mm: how long the arms of the cross are, the free middle, their width and the rim around them."""

DOT: Final = 2.2
"""mm: the radius of a place that is held."""

WHITE_FROM, BLACK_TO = 215, 105
"""Greys of 255 that are white and black where there are two colours: the ground of a map is to be no grain."""

DIM: Final = 0.62
"""How much of a map's light is left on a dark page."""


class MapPicture(Part):
    """Signals: `aimed`, with the place that was pressed (`core.places.Point`)."""

    aimed = Signal(object)
    accessible_role = QAccessible.Role.Graphic

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setAccessibleName(name)
        self.setMaximumWidth(look.px(WIDEST_MM))
        self._plan: Plan | None = None
        self._view: View | None = None
        self._points: tuple[Point, ...] = ()
        self._closed = False
        self._images: dict[Tile, QImage] = {}
        self._pressed = False

    def show_map(
        self, plan: Plan, view: View, pictures: Mapping[Tile, bytes], points: Iterable[Point], *, closed: bool
    ) -> None:
        """Show this. Tiles of the view before stay below those that are still to come."""
        seen = plan.tiles(view)
        before = self._plan.tiles(self._view) if self._plan is not None and self._view is not None else seen
        self._images = {tile: image for tile, image in self._images.items() if tile in seen | before}
        for tile in seen:
            content = pictures.get(tile, b"")
            if content and tile not in self._images:
                self._images[tile] = own_picture(content)
        if view != self._view:
            self._plan, self._view = plan, view
        self._points, self._closed = tuple(points), closed
        self.update()

    @property
    def tile_px(self) -> int:
        """How wide a tile of the view's own level is."""
        return self.look.px(TILE_MM[self.look.preferences.text_step - 1])

    def content_width(self) -> int:
        """See `Part`."""
        return self.look.px(WIDEST_MM)

    def least_width(self) -> int:
        """See `Part`."""
        return self.look.px(LEAST_WIDE_MM)

    def content_height(self, width: int) -> int:
        """See `Part`."""
        del width
        return self.look.px(LEAST_HIGH_MM[self.look.layout.kind])

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        self._pressed = self.rect().contains(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget. A finger that slides off takes the press back."""
        at, pressed, self._pressed = event.position(), self._pressed, False
        if pressed and self._view is not None and self.rect().contains(at.toPoint()):
            left, top = position(self._view.point, self._view.zoom)
            middle = QRectF(self.rect()).center()
            left += (at.x() - middle.x()) / self.tile_px
            top += (at.y() - middle.y()) / self.tile_px
            self.aimed.emit(place_at(left, top, self._view.zoom))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        look, size = self.look, self.size()
        painter = QPainter(self)
        if look.theme.two_colours:
            painter.drawImage(0, 0, in_two_colours(_clear(self._map(size)), size, look))
        else:
            painter.drawImage(0, 0, self._map(size))
            if look.color("ground").lightness() < look.color("ink").lightness():
                # A sheet of white in the middle of a dark page blinds whoever asked for a dark one.
                painter.setOpacity(1 - DIM)
                painter.fillRect(self.rect(), look.color("ground"))
                painter.setOpacity(1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._view is not None:
            self._paint_held(painter)
            self._paint_cross(painter)
        paint_frame(painter, look, self.rect())
        painter.end()

    def _map(self, size: QSize) -> QImage:
        """The tiles as they lie around the middle; those of another level under those of the view's own."""
        sheet = QImage(size, QImage.Format.Format_RGB32)
        sheet.fill(self.look.color("sunk"))
        if self._plan is None or self._view is None:
            return sheet
        own = min(self._view.zoom, self._plan.most)
        painter = QPainter(sheet)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for tile in sorted(self._images, key=lambda one: (one.zoom == own, one)):
            painter.drawImage(self._room(tile), self._images[tile])
        painter.end()
        return sheet

    def _room(self, tile: Tile) -> QRect:
        """Where a tile lies. Its edges are whole pixels, so that no line shows between two."""
        side = self.tile_px * 2.0 ** (self._zoom - tile.zoom)
        left, top = self._corner(tile.zoom, side)
        across, down = left + tile.column * side, top + tile.row * side
        first = QPointF(across, down).toPoint()
        last = QPointF(across + side, down + side).toPoint()
        return QRect(first.x(), first.y(), last.x() - first.x(), last.y() - first.y())

    def _corner(self, zoom: int, side: float) -> tuple[float, float]:
        """The upper left corner of the map of the world, in the picture."""
        assert self._view is not None
        middle, (across, down) = QRectF(self.rect()).center(), position(self._view.point, zoom)
        return middle.x() - across * side, middle.y() - down * side

    @property
    def _zoom(self) -> int:
        assert self._view is not None
        return self._view.zoom

    def _at(self, point: Point) -> QPointF:
        left, top = self._corner(self._zoom, self.tile_px)
        across, down = position(point, self._zoom)
        return QPointF(left + across * self.tile_px, top + down * self.tile_px)

    def _paint_held(self, painter: QPainter) -> None:
        """The places held so far, and the line through them."""
        ink, rim = self._inks()
        line = QPolygonF([self._at(point) for point in self._points])
        for colour, width in ((rim, STROKE + 2 * RIM), (ink, STROKE)):
            painter.setPen(_pen(colour, self.look.px(width)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(line)
        for at in line.toList():
            painter.setPen(_pen(rim, self.look.px(RIM)))
            painter.setBrush(ink)
            painter.drawEllipse(at, self.look.px(DOT), self.look.px(DOT))

    def _paint_cross(self, painter: QPainter) -> None:
        """Four arms with a rim of the other colour: whatever lies below, one of the two stands out from it."""
        middle, px = QRectF(self.rect()).center(), self.look.px
        arms = [
            QLineF(middle + side * px(HOLE), middle + side * px(ARM))
            for side in (QPointF(0, -1), QPointF(0, 1), QPointF(-1, 0), QPointF(1, 0))
        ]
        ink, rim = self._inks()
        for colour, width in ((rim, STROKE + 2 * RIM), (ink, STROKE)):
            painter.setPen(_pen(colour, px(width)))
            painter.drawLines(arms)

    def _inks(self) -> tuple[QColor, QColor]:
        """The darker and the lighter of the two strongest colours: maps are light."""
        dark, light = sorted((self.look.color("ink"), self.look.color("ground")), key=QColor.lightness)
        return dark, light


def _clear(sheet: QImage) -> QImage:
    """A map in fewer greys: its ground white, its edges and letters black."""
    grey = sheet.convertToFormat(QImage.Format.Format_Grayscale8)
    grey.reinterpretAsFormat(QImage.Format.Format_Indexed8)
    spread = WHITE_FROM - BLACK_TO
    levels = (min(max((value - BLACK_TO) * 255 // spread, 0), 255) for value in range(256))
    grey.setColorTable([QColor(level, level, level).rgb() for level in levels])
    return grey


def _pen(colour: QColor, width: int) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
