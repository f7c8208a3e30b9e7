# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts the blocks of a paper one below the other on pages, and paints them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter, QPainterPath, QPdfWriter, QPen

from accessibility.qt.own_pictures import own_picture
from core.text import Phrase
from i18n.languages import language_info
from ui.receipt.blocks import Block, Code, Rule, TextBlock, Tick, Together, Town
from ui.receipt.code_picture import code_path
from ui.receipt.sheets import MM_PER_INCH, POINTS_PER_INCH, TOWN, Sheet
from ui.receipt.typesetting import Paragraph, set_paragraph

_RULE, _DASHED = 0.6, 0.4
_DOOR_WIDTH, _DOOR_HEIGHT, _DOOR_GAP = 9.0, 11.0, 3.0
_EMBLEM_WIDTH, _EMBLEM_HEIGHT = 24.0, 14.0
_BOX, _BOX_GAP = 5.0, 3.0
_CODE_GAP = 10.0
_CODE_BEFORE = 5.0
_DASH = [3.0, 3.0]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A block that knows its height, in device units, with its paragraph already set."""

    block: Block
    paragraph: Paragraph | None
    before: float
    height: float


class Press:
    """Lays out blocks on one sheet and paints them with one painter; used for one paper and then let go.

    `emblem` is a picture that stands beside the town's name in the place of our door; empty for none.
    """

    def __init__(self, device: QPdfWriter, sheet: Sheet, *, mirrored: bool, emblem: bytes = b"") -> None:
        self._device = device
        self._sheet = sheet
        self._mirrored = mirrored
        self._emblem = own_picture(emblem)
        self._mark = _mark_size(self._emblem)
        self._mm = device.resolution() / MM_PER_INCH
        self._em = sheet.body * device.resolution() / POINTS_PER_INCH
        self._painter: QPainter | None = None
        self._y = 0.0

    @property
    def narrow(self) -> float:
        """The width beside the code, in millimetres."""
        return self._sheet.column - self._sheet.code - _CODE_GAP if self._sheet.beside else self._sheet.column

    def height(self, blocks: Iterable[Block | Together]) -> float:
        """How long a roll has to be for these blocks one below the other, in millimetres, with both margins."""
        placed = (self._place(one, self._sheet.column) for block in blocks for one in _single(block))
        return sum(one.before + one.height for one in placed) / self._mm + 2 * self._sheet.margin

    def begin(self, painter: QPainter) -> None:
        """Start painting at the top of the first page."""
        self._painter = painter
        self._y = self._sheet.margin * self._mm

    def put(self, blocks: Sequence[Block | Together], *, width: float | None = None) -> None:
        """Paint blocks one below the other; what does not fit any more goes to a new page."""
        wide = self._sheet.column if width is None else width
        for block in blocks:
            placed = [self._place(one, wide) for one in _single(block)]
            if not self._fits(sum(one.before + one.height for one in placed)):
                self.new_page()
            for one in placed:
                if not self._fits(one.before + one.height):
                    # More belongs together than a whole page holds.
                    self.new_page()
                self._y += one.before
                self._paint(one, wide)
                self._y += one.height

    def put_beside(self, blocks: Sequence[Block], code: Code) -> None:
        """Paint blocks with the code at the end edge beside them."""
        top = self._y
        self._paint_code(code, top + _CODE_BEFORE * self._mm, at_end=True)
        self.put(blocks, width=self.narrow)
        self._y = max(self._y, top + (_CODE_BEFORE + self._sheet.code) * self._mm)

    def new_page(self) -> None:
        """Go on at the top of a new page."""
        self._device.newPage()
        self._y = self._sheet.margin * self._mm

    def _fits(self, height: float) -> bool:
        page = self._sheet.height
        return page is None or self._y + height <= (page - self._sheet.margin) * self._mm

    def _place(self, block: Block, width: float) -> _Placed:
        mm = self._mm
        match block:
            case TextBlock(phrase=phrase, side=side, size=size, bold=bold, before=before):
                paragraph = set_paragraph(
                    self._device, phrase, self._em * size, width * mm, bold=bold, right=is_mirrored(side)
                )
                return _Placed(block, paragraph, before * mm, paragraph.height)
            case Tick(phrase=phrase, side=side, before=before):
                room = (width - _BOX - _BOX_GAP) * mm
                paragraph = set_paragraph(
                    self._device, phrase, self._em, room, bold=False, right=is_mirrored(side)
                )
                return _Placed(block, paragraph, before * mm, max(paragraph.height, _BOX * mm))
            case Town(name=name):
                paragraph = self._town(name, width)
                return _Placed(block, paragraph, 0, max(paragraph.height, self._mark.height() * mm))
            case Rule(before=before):
                return _Placed(block, None, before * mm, _RULE * mm)
            case Code():
                return _Placed(block, None, _CODE_BEFORE * mm, self._sheet.code * mm)
            case _:
                assert_never(block)

    def _town(self, name: Phrase, width: float) -> Paragraph:
        room = (width - self._mark.width() - _DOOR_GAP) * self._mm
        return set_paragraph(self._device, name, self._em * TOWN, room, bold=True, right=self._mirrored)

    def _paint(self, placed: _Placed, width: float) -> None:
        match placed.block:
            case TextBlock():
                self._draw(placed.paragraph, self._start(width))
            case Tick():
                self._paint_tick(placed, width)
            case Town():
                self._paint_town(placed, width)
            case Rule(dashed=dashed):
                self._paint_rule(dashed=dashed)
            case Code():
                self._paint_code(placed.block, self._y, at_end=False)
            case _:
                assert_never(placed.block)

    def _draw(self, paragraph: Paragraph | None, x: float, dy: float = 0.0) -> None:
        if paragraph is not None:
            paragraph.draw(self._brush(), x, self._y + dy)

    def _paint_town(self, placed: _Placed, width: float) -> None:
        mm, wide, high = self._mm, self._mark.width(), self._mark.height()
        start = self._start(width)
        mark = start + (width - wide) * mm if self._mirrored else start
        words = start if self._mirrored else start + (wide + _DOOR_GAP) * mm
        painter = self._brush()
        if self._emblem.isNull():
            painter.fillPath(_door(mark, self._y, mm), Qt.GlobalColor.black)
        else:
            painter.drawImage(QRectF(mark, self._y, wide * mm, high * mm), self._emblem)
        paragraph = placed.paragraph
        self._draw(paragraph, words, (placed.height - paragraph.height) / 2 if paragraph is not None else 0.0)

    def _paint_tick(self, placed: _Placed, width: float) -> None:
        """An empty box at the side where lines begin, as high as the first line's letters."""
        mm, start = self._mm, self._start(width)
        box = start + (width - _BOX) * mm if self._mirrored else start
        words = start if self._mirrored else start + (_BOX + _BOX_GAP) * mm
        pen = QPen(Qt.GlobalColor.black)
        pen.setWidthF(_RULE * mm)
        painter = self._brush()
        painter.setPen(pen)
        painter.drawRect(QRectF(box, self._y + _BOX_GAP / 4 * mm, _BOX * mm, _BOX * mm))
        self._draw(placed.paragraph, words)

    def _paint_rule(self, *, dashed: bool) -> None:
        pen = QPen(Qt.GlobalColor.black)
        pen.setWidthF((_DASHED if dashed else _RULE) * self._mm)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dashed:
            pen.setDashPattern(_DASH)
        painter = self._brush()
        painter.setPen(pen)
        left = self._sheet.margin * self._mm
        painter.drawLine(QPointF(left, self._y), QPointF(left + self._sheet.column * self._mm, self._y))

    def _paint_code(self, code: Code, y: float, *, at_end: bool) -> None:
        size = self._sheet.code * self._mm
        left = self._sheet.margin * self._mm
        end = left + self._sheet.column * self._mm - size
        edge = left if self._mirrored else end
        box = QRectF(edge if at_end else (left + end) / 2, y, size, size)
        self._brush().fillPath(code_path(code.text, box), Qt.GlobalColor.black)

    def _start(self, width: float) -> float:
        """The left edge of a box of that width at the start side."""
        left = self._sheet.margin * self._mm
        return left + (self._sheet.column - width) * self._mm if self._mirrored else left

    def _brush(self) -> QPainter:
        if self._painter is None:
            raise RuntimeError("painting has not begun")
        self._painter.setPen(Qt.GlobalColor.black)
        return self._painter


def _mark_size(emblem: QImage) -> QSizeF:
    """How large the door is, or the emblem as it fits (mm)."""
    if emblem.isNull():
        return QSizeF(_DOOR_WIDTH, _DOOR_HEIGHT)
    room = QSizeF(_EMBLEM_WIDTH, _EMBLEM_HEIGHT)
    return QSizeF(emblem.size()).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)


def _single(block: Block | Together) -> tuple[Block, ...]:
    return block.blocks if isinstance(block, Together) else (block,)


def page_size(sheet: Sheet, height: float) -> QPageSize:
    """The sheet, or a roll cut at `height` millimetres."""
    size = QSizeF(sheet.width, sheet.height if sheet.height is not None else height)
    return QPageSize(size, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)


def is_mirrored(language: str) -> bool:
    """Whether a paper in this language starts at the right."""
    return language_info(language).is_right_to_left


def _door(x: float, y: float, mm: float) -> QPainterPath:
    """The door of the masthead: a dark arch with a lit one in it."""
    arch = _arch(x, y, _DOOR_WIDTH * mm, _DOOR_HEIGHT * mm)
    inner = _DOOR_WIDTH / 2
    lit = _arch(x + inner / 2 * mm, y + inner / 2 * mm, inner * mm, (_DOOR_HEIGHT - inner / 2) * mm)
    return arch.subtracted(lit)


def _arch(x: float, y: float, width: float, height: float) -> QPainterPath:
    path = QPainterPath(QPointF(x, y + height))
    path.lineTo(x, y + width / 2)
    path.arcTo(QRectF(x, y, width, width), 180, -180)
    path.lineTo(x + width, y + height)
    path.closeSubpath()
    return path
