# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that are not controls: the one label class, headings, and sentences with a picture and bold parts."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from accessibility.qt.look import Look
from accessibility.tokens import Role
from ui.accessible_roles import tell_roles
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

    def whole_height(self, width: int) -> int:
        """The height of all lines, whether they are shown now or not."""
        return self.block.height(max(width, 1))

    def clip_lines(self, shown: tuple[int, int] | None) -> None:
        """Show `shown` = (first line, how many) only; None shows all."""
        if shown != self._shown:
            self._shown = shown
            self.updateGeometry()
            self.update()

    def where(self, words: str) -> list[QRect]:
        """Where these words can be seen in it, one rectangle a line."""
        first, count = self._shown or (0, self.block.lines(self.width()))
        top = first * self.block.line_px
        lines = [place.translated(0, -top) for place in self.block.where(words, self.width())]
        return [place for place in lines if 0 <= place.y() < count * self.block.line_px]

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """See QWidget."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """See QWidget."""
        if self._shown is not None:
            return self.block.height_of_lines(self._shown[1])
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
    accessible_role = QAccessible.Role.Heading

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
        tell_roles()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("heading")


class Pictured(QLabel):
    """A wrapped text with a picture before its first line. `ink` is the role of its colour.

    `clip_lines` shows some of the lines only, as in `PlainText`.
    """

    def __init__(
        self, look: Look, block: TextBlock, picture: str, icon: int, ink: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look = look
        self.block = block
        self._ink = ink
        self._picture = picture
        self._icon = icon if picture else 0
        self._gap = look.px(3) if picture else 0
        self._shown: tuple[int, int] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(block.text)
        self.setAccessibleName(block.text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def whole_height(self, width: int) -> int:
        """The height of all lines, whether they are shown now or not."""
        return max(self.block.height(self._room(width)), self._icon)

    def breaks(self, width: int) -> list[int]:
        """The heights between two lines, where a page may end."""
        return self.block.breaks(self._room(width))

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
            return max(self.block.height_of_lines(self._shown[1]), self._icon)
        return self.whole_height(width)

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
        self.paint_into(painter, self.rect(), pressed=False)
        painter.end()

    def paint_into(self, painter: QPainter, rect: QRect, *, pressed: bool) -> None:
        """Paint into `rect`, also of a control that shows this text; `pressed` is inverse video."""
        look, width = self.look, rect.width()
        ink = look.color("ground" if pressed else self._ink)
        room = self._room(width)
        first, count = self._shown or (0, self.block.lines(room))
        words = self.block.height_of_lines(count)
        top = max((rect.height() - words) // 2, 0)
        if self._picture and first == 0:
            down = top + max((self.block.line_px - self._icon) // 2, 0)
            icon = look.place(QRect(0, down, self._icon, self._icon), width)
            self.paint_sign(painter, icon.translated(rect.topLeft()), ink, pressed=pressed)
        place = look.place(QRect(self._icon + self._gap, top, room, words), width)
        self.block.draw(painter, place.translated(rect.topLeft()), ink, first, count)

    def paint_sign(self, painter: QPainter, place: QRect, ink: QColor, *, pressed: bool) -> None:
        """Paint the picture."""
        colours = (ink, ink) if pressed else (None, None)
        self.look.paint_picture(painter, place, self._picture, *colours)

    def _room(self, width: int) -> int:
        return max(width - self._icon - self._gap, 1)


class Sentence(Pictured):
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
        self._language = language
        block = TextBlock(look, runs, language=language)
        super().__init__(look, block, picture or "", round(look.body_px * 1.15), color, parent)

    def set_runs(self, runs: Sequence[Run]) -> None:
        """Say something else."""
        self.block = TextBlock(self.look, runs, language=self._language)
        self._shown = None
        self.setText(self.block.text)
        self.setAccessibleName(self.block.text)
        self.updateGeometry()
        self.update()
