# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A picture of a form's author: shown as it is, never pressed, and called by what it shows."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from accessibility.qt.own_pictures import own_picture
from ui.parts.part import Part

WIDEST_MM: Final = 120
HIGH_MM: Final = 38
"""As much as every page has room for, whatever the size of the letters."""
OWN_HIGH_MM: Final = {"wide": 70, "portrait": 80, "narrow": HIGH_MM}
"""The same of a picture that a person made and judges, beside letters of the first two sizes."""
LARGE: Final = 3
PHOTO_MM: Final = (34, 25)
"""The most that a picture takes of an answer to choose."""
PAPER: Final = QColor("white")
"""What is seen through a picture: drawings are made for paper."""


class FormPicture(Part):
    """`content` was made by ourselves (`kiosk.picturing`). `high` is its greatest height in mm, at most all there is
    where the page lets it `grow`."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(
        self,
        look: Look,
        content: bytes,
        name: str,
        *,
        high: float = HIGH_MM,
        grow: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.setAccessibleName(name)
        self._image = own_picture(content)
        self._high = look.px(high)
        self._grow = grow
        if not grow:
            self.setMaximumWidth(min(look.px(WIDEST_MM), fitting_width(self._image, self._high)))

    def show_content(self, content: bytes) -> None:
        """Show another picture in the same room."""
        image = own_picture(content)
        if not image.isNull():
            self._image = image
            self.update()

    def content_width(self) -> int:
        """See `Part`."""
        return fitting_width(self._image, self._high)

    def least_width(self) -> int:
        """See `Part`."""
        return self.look.px(12)

    def content_height(self, width: int) -> int:
        """See `Part`."""
        return self._high if self._grow else min(self._high, fitting_height(self._image, width))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint_picture(painter, self.look, self.rect(), self._image)
        painter.end()


def own_high(look: Look) -> float:
    """How high a picture is shown (mm) about which somebody has to say whether it is right."""
    return OWN_HIGH_MM[look.layout.kind] if look.preferences.text_step < LARGE else HIGH_MM


def fitting_width(image: QImage, height: int) -> int:
    """How wide a picture is that is `height` high."""
    return max(image.width() * height // max(image.height(), 1), 1)


def fitting_height(image: QImage, width: int) -> int:
    """How high a picture is that is `width` wide."""
    return max(image.height() * width // max(image.width(), 1), 1)


def paint_picture(painter: QPainter, look: Look, room: QRect, image: QImage) -> None:
    """Paint a picture as large as it fits into `room`, at its start edge, on paper and with a line around it."""
    size = image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left = room.right() + 1 - size.width() if look.rtl else room.left()
    place = QRect(left, room.top() + (room.height() - size.height()) // 2, size.width(), size.height())
    if look.theme.two_colours:
        painter.drawImage(place.topLeft(), in_two_colours(image, size, look))
    else:
        painter.fillRect(place, PAPER)
        painter.drawImage(place, image)
        dim(painter, look, place)
    paint_frame(painter, look, place)


def dim(painter: QPainter, look: Look, place: QRect) -> None:
    """Make what is painted there no brighter than the theme's paper, dark parts as dark as they are: a sheet of white
    blinds whoever asked for a calm page. What is kept and sent of a picture stays as it is."""
    before = painter.compositionMode()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillRect(place, look.color("paper"))
    painter.setCompositionMode(before)


def paint_frame(painter: QPainter, look: Look, place: QRect) -> None:
    """A line around a picture, inside of `place`."""
    for number in range(look.line_width):
        inner = place.adjusted(number, number, -number, -number)
        for edge in _edges(inner):
            painter.fillRect(edge, look.color("line"))


def in_two_colours(image: QImage, size: QSize, look: Look) -> QImage:
    """The picture in the two colours of the theme, light parts in the lighter one, half light as a grain of both
    (SEE-08): whoever needs two colours is blinded by all others."""
    paper = QImage(size, QImage.Format.Format_RGB32)
    paper.fill(PAPER)
    painter = QPainter(paper)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(paper.rect(), image)
    painter.end()
    grain = paper.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.DiffuseDither)
    light, dark = sorted((look.color("ink"), look.color("ground")), key=QColor.lightness, reverse=True)
    first_is_light = QColor(grain.color(0)).lightness() > QColor(grain.color(1)).lightness()
    grain.setColorTable([one.rgb() for one in ((light, dark) if first_is_light else (dark, light))])
    return grain


def _edges(rect: QRect) -> tuple[QRect, QRect, QRect, QRect]:
    """The outermost pixels of a rectangle."""
    wide, high = rect.width(), rect.height()
    return (
        QRect(rect.left(), rect.top(), wide, 1),
        QRect(rect.left(), rect.bottom(), wide, 1),
        QRect(rect.left(), rect.top(), 1, high),
        QRect(rect.right(), rect.top(), 1, high),
    )


class Photo:
    """A picture inside of something that is pressed, which also says what it shows."""

    def __init__(self, look: Look, content: bytes) -> None:
        self._look = look
        self._image = own_picture(content)
        most = QSize(look.px(PHOTO_MM[0]), look.px(PHOTO_MM[1]))
        self.size = self._image.size().scaled(most, Qt.AspectRatioMode.KeepAspectRatio)

    def paint(self, painter: QPainter, place: QRect) -> None:
        """Paint it."""
        paint_picture(painter, self._look, place, self._image)
