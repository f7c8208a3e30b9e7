# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small page that shows how pages look now: a picture of parts, with nothing in it to press or to read aloud."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from accessibility.qt.look import Look
from ui.parts.choice import ChoiceCard
from ui.parts.panels import Card
from ui.parts.text import PlainText
from ui.present.comfort import SampleContents


class Sample(QWidget):
    """Draws real parts, so that it is true, but holds them off the screen."""

    def __init__(self, look: Look, contents: SampleContents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        first, second = contents.answers
        self._card = Card(
            look,
            [
                PlainText(look, contents.note, color="ink_soft"),
                PlainText(look, contents.question, "title"),
                ChoiceCard(look, first, chosen=False),
                ChoiceCard(look, second, chosen=True),
                PlainText(look, contents.after),
            ],
        )
        self._card.setLayoutDirection(look.direction)
        self._drawn = QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.destroyed.connect(self._card.deleteLater)

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """As high as the card."""
        return self._card.heightForWidth(width)

    def sizeHint(self) -> QSize:  # noqa: N802
        """The card's."""
        return self._card.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lay the card out anew."""
        self._card.resize(self.size())
        ratio = self.devicePixelRatioF()
        self._drawn = QPixmap(self.size() * ratio)
        self._drawn.setDevicePixelRatio(ratio)
        self._drawn.fill(Qt.GlobalColor.transparent)
        self._card.render(self._drawn, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the card."""
        del event
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        painter.end()
