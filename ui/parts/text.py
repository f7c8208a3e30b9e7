# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that are not controls: the one label class, plain texts and headings."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from accessibility.qt.look import Look
from accessibility.tokens import Role
from ui.accessible_roles import tell_roles
from ui.parts.text_block import TextBlock
from ui.parts.text_options import Align, Run
from ui.parts.text_parting import Apart, by_sentences, commas, new_lines


class LaidText(QLabel):
    """A wrapped text, laid out and painted by us. Whatever it holds is shown as it is written: nothing is markup.

    `clip_lines` shows some of the lines only, for a page that cannot hold them all; each sentence begins a line
    then, so that a page may end with one, and so does what follows a comma `apart`, where a page ends within a
    sentence. Assistive technology always has the whole text.
    """

    def __init__(self, look: Look, block: TextBlock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._shown: tuple[int, int] | None = None
        self._apart: Apart = ()
        self._parted: dict[Apart, TextBlock] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._take(block)

    def before_words(self) -> int:
        """The width that is taken by what stands before the words, in pixels."""
        return 0

    def least_height(self) -> int:
        """The height of what stands before the words, in pixels."""
        return 0

    def whole_height(self, width: int) -> int:
        """The height of all lines, whether they are shown now or not."""
        return max(self.block.height(self._room(width)), self.least_height())

    @property
    def parted(self) -> TextBlock:
        """The words as they stand while a page shows some of their lines only."""
        return self.in_parts(self._apart)

    def in_parts(self, apart: Apart = ()) -> TextBlock:
        """The words with a new line for each sentence, and after these commas."""
        if apart not in self._parted:
            runs = by_sentences(self._runs_of(), apart)
            whole = not apart and "".join(words for words, _ in runs) == self.block.text
            self._parted[apart] = self.block if whole else self._lay_runs(runs)
        return self._parted[apart]

    @property
    def drawn(self) -> TextBlock:
        """The words as they stand now."""
        return self.block if self._shown is None else self.parted

    def lines_in_parts(self, width: int, apart: Apart = ()) -> int:
        """How many lines there are in all parts of it."""
        return self.in_parts(apart).lines(self._room(width))

    def ended_lines(self, width: int, apart: Apart = ()) -> list[int]:
        """After how many of those lines a page may end: with a sentence, or with one of these commas."""
        return self.in_parts(apart).ended_lines(self._room(width))

    def sentence_ends(self, width: int, apart: Apart = ()) -> list[int]:
        """After how many of those lines a sentence ends."""
        within = {self.line_before(comma, width, apart) for comma in apart}
        return [line for line in self.ended_lines(width, apart) if line not in within]

    def line_before(self, place: int, width: int, apart: Apart) -> int:
        """How many lines there are before one of the places after which a new line begins."""
        return self.ended_lines(width, apart)[new_lines(self._runs_of(), apart).index(place)]

    def commas(self) -> list[int]:
        """Where a sentence may be parted, as `apart` counts."""
        return commas(self._runs_of())

    def _runs_of(self) -> Sequence[Run]:
        """The words, and which are bold."""
        return [(self.block.text, False)]

    def _lay_runs(self, runs: Sequence[Run]) -> TextBlock:
        """The same words in other lines. Subclasses whose texts have several sentences lay them out anew."""
        del runs
        return self.block

    def clip_lines(self, shown: tuple[int, int] | None, apart: Apart = ()) -> None:
        """Show `shown` = (first line, how many) only; None shows all."""
        if (shown, apart) != (self._shown, self._apart):
            self._shown, self._apart = shown, apart
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """See QWidget."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """See QWidget."""
        if self._shown is not None:
            return max(self.parted.height_of_lines(self._shown[1]), self.least_height())
        return self.whole_height(width)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """See QWidget."""
        width = min(self.block.natural_width() + self.before_words(), self.maximumWidth())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """See QWidget."""
        return QSize(self.block.longest_word() + self.before_words(), 0)

    def _room(self, width: int) -> int:
        """The width of the words."""
        return max(width - self.before_words(), 1)

    def _lines_shown(self, room: int) -> tuple[int, int]:
        """The first line that is shown at this width of the words, and how many are."""
        return self._shown or (0, self.block.lines(room))

    def _take(self, block: TextBlock) -> None:
        self.block, self._parted = block, {}
        # QLabel keeps the text for assistive technology; the painting is ours.
        self.setText(block.text)
        self.setAccessibleName(block.text)

    def _exchange(self, block: TextBlock) -> None:
        self._shown, self._apart = None, ()
        self._take(block)
        self.updateGeometry()
        self.update()


class PlainText(LaidText):
    """A wrapped text in one rank."""

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
        self._role: Role = role
        self._color = color
        self._language = language
        self._align: Align = align
        super().__init__(look, self._lay(look, text), parent)
        if measured and align == "start":
            self.setMaximumWidth(max(look.measure_px(), look.px(80)))

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text != self.block.text:
            self._exchange(self._lay(self.look, text))

    def where(self, words: str) -> list[QRect]:
        """Where these words can be seen in it, one rectangle a line."""
        first, count = self._lines_shown(self.width())
        top = first * self.drawn.line_px
        lines = [place.translated(0, -top) for place in self.drawn.where(words, self.width())]
        return [place for place in lines if 0 <= place.y() < count * self.drawn.line_px]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        painter = QPainter(self)
        first, count = self._lines_shown(self.width())
        self.drawn.draw(painter, self.rect(), self.look.color(self._color), first, count)
        painter.end()

    @property
    def explains(self) -> bool:
        """Whether it stands behind other words in rank: it tells more of what they say."""
        return self._color == "ink_soft"

    def _lay_runs(self, runs: Sequence[Run]) -> TextBlock:
        return self._lay(self.look, "".join(words for words, _ in runs))

    def _lay(self, look: Look, text: str) -> TextBlock:
        return TextBlock(look, text, self._role, language=self._language, align=self._align)


class Heading(PlainText):
    """The heading of a page. The focus comes here when the page changes, so that it is read first.

    Where the largest letters leave room for a few lines it is as large as the text, and bold: else it would stand
    alone.
    """

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
        self._small = look.layout.few_lines
        super().__init__(look, text, role, language=language, align=align, measured=False, parent=parent)
        tell_roles()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("heading")

    def _lay(self, look: Look, text: str) -> TextBlock:
        if not self._small:
            return super()._lay(look, text)
        usual, tag = look.font("title", self._language).pixelSize(), self._language
        px = look.font("strong", tag).pixelSize()
        line = look.line_px("title", tag) * px // usual
        return TextBlock(look, text, "title", language=tag, align=self._align, px=px, line_px=line)
