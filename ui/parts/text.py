# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that are not controls: the one label class, headings, and sentences with a picture and bold parts."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from accessibility.qt.look import Look
from accessibility.tokens import Role
from ui.parts.text_block import Align, Run, TextBlock


class PlainText(QLabel):
    """A wrapped text in one rank. Whatever it holds is shown as it is written: nothing is markup.

    `clip_lines` shows some of the lines only, for a page that cannot hold them all; assistive technology always
    has the whole text.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        role: Role = "body",
        *,
        color: str = "ink",
        language: str | None = None,
        align: Align = "start",
        measured: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._role: Role = role
        self._color = color
        self._language = language
        self._align: Align = align
        self._shown: tuple[int, int] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if measured and align == "start":
            self.setMaximumWidth(max(look.measure_px(), look.px(80)))
        self.block = self._lay(text)
        self._take(text)

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text == self.block.text:
            return
        self.block = self._lay(text)
        self._shown = None
        self._take(text)
        self.updateGeometry()
        self.update()

    def clip_lines(self, shown: tuple[int, int] | None) -> None:
        """Show `shown` = (first line, how many) only; None shows all."""
        if shown != self._shown:
            self._shown = shown
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """See QWidget."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """See QWidget."""
        if self._shown is not None:
            return self._shown[1] * self.block.line_px
        return self.block.height(max(width, 1))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """See QWidget."""
        width = min(self.block.natural_width(), self.maximumWidth())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """See QWidget."""
        return QSize(self.block.longest_word(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        painter = QPainter(self)
        first, count = self._shown or (0, self.block.lines(self.width()))
        self.block.draw(painter, self.rect(), self.look.color(self._color), first, count)
        painter.end()

    def _take(self, text: str) -> None:
        # QLabel keeps the text for assistive technology; the painting is ours.
        self.setText(text)
        self.setAccessibleName(text)

    def _lay(self, text: str) -> TextBlock:
        return TextBlock(self.look, text, self._role, language=self._language, align=self._align)


class Heading(PlainText):
    """The heading of a page. The focus comes here when the page changes, so that it is read first."""

    ring_radius = 0

    def __init__(
        self,
        look: Look,
        text: str,
        role: Role = "title",
        *,
        language: str | None = None,
        align: Align = "start",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, text, role, language=language, align=align, measured=False, parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("heading")


class Sentence(QLabel):
    """A wrapped sentence with bold parts, and a picture before its first line."""

    def __init__(
        self,
        look: Look,
        runs: Sequence[Run],
        *,
        picture: str | None = None,
        color: str = "ink_soft",
        language: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._color = color
        self._picture = picture
        self.block = TextBlock(look, runs, language=language)
        self._language = language
        self._icon = round(look.body_px * 1.15) if picture else 0
        self._gap = look.space("s3") if picture else 0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(self.block.text)
        self.setAccessibleName(self.block.text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_runs(self, runs: Sequence[Run]) -> None:
        """Say something else."""
        self.block = TextBlock(self.look, runs, language=self._language)
        self.setText(self.block.text)
        self.setAccessibleName(self.block.text)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """See QWidget."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """See QWidget."""
        return max(self.block.height(max(width - self._icon - self._gap, 1)), self._icon)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """See QWidget."""
        width = self.block.natural_width() + self._icon + self._gap
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """See QWidget."""
        return QSize(self.block.longest_word() + self._icon + self._gap, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        painter = QPainter(self)
        look, width = self.look, self.width()
        if self._picture:
            top = max((self.block.line_px - self._icon) // 2, 0)
            look.paint_picture(
                painter, look.place(QRect(0, top, self._icon, self._icon), width), self._picture
            )
        left = self._icon + self._gap
        place = look.place(QRect(left, 0, width - left, self.height()), width)
        self.block.draw(painter, place, look.color(self._color))
        painter.end()
