# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the PDF of a receipt, a sealed note, a card, a day's sheet, a leaflet or a form, in memory only."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPainter, QPdfWriter

from ui.present.card_paper import CardPaper
from ui.present.day_paper import DayPaper
from ui.present.receipt import ReceiptContents
from ui.present.sheet_paper import SheetPaper
from ui.receipt.blocks import Block, Code, Together, below_code, beside_code, card_blocks, day_blocks, top
from ui.receipt.press import Press, is_mirrored, page_size
from ui.receipt.sheet_blocks import sheet_blocks
from ui.receipt.sheets import Paper, Sheet, sheet

RESOLUTION = 720
"""Device units an inch: ten to a point."""


def receipt_pdf(contents: ReceiptContents, paper: Paper, emblem: bytes = b"") -> bytes:
    """The whole paper as a PDF with real text. Needs a QGuiApplication for its fonts; writes no file.

    `emblem` is a picture made by ourselves, in the place of our door.
    """
    measures = sheet(paper, large=contents.large)
    code = Code(contents.code)
    return _printed(
        contents.title,
        measures,
        contents.parts[0].language,
        _all_in_one_column(contents, code, measures),
        lambda press: _paint(press, contents, code, measures),
        emblem,
    )


def card_pdf(contents: CardPaper, paper: Paper, emblem: bytes = b"") -> bytes:
    """The card with somebody's settings; as `receipt_pdf`."""
    measures = sheet(paper, large=contents.large)
    blocks = card_blocks(contents)
    return _printed(
        contents.title, measures, contents.language, blocks, lambda press: press.put(blocks), emblem
    )


def day_pdf(contents: DayPaper, paper: Paper, emblem: bytes = b"") -> bytes:
    """The day's sheet; as `receipt_pdf`."""
    blocks = day_blocks(contents)
    measures = sheet(paper, large=False)
    return _printed(
        contents.title, measures, contents.language, blocks, lambda press: press.put(blocks), emblem
    )


def sheet_pdf(contents: SheetPaper, paper: Paper, emblem: bytes = b"") -> bytes:
    """A sheet to take along, or a form to go on with by pen; as `receipt_pdf`."""
    blocks = sheet_blocks(contents)
    measures = sheet(paper, large=contents.large)
    title = contents.title.text
    return _printed(title, measures, contents.language, blocks, lambda press: press.put(blocks), emblem)


def _printed(
    title: str,
    measures: Sheet,
    language: str,
    measured: tuple[Block | Together, ...],
    paint: Callable[[Press], None],
    emblem: bytes,
) -> bytes:
    """A PDF. On a roll the paper is as long as the `measured` blocks one below the other."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setTitle(title)
    writer.setCreator("Civic Kiosk")
    press = Press(writer, measures, mirrored=is_mirrored(language), emblem=emblem)
    layout = QPageLayout(
        page_size(measures, press.height(measured)), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
    )
    layout.setMode(QPageLayout.Mode.FullPageMode)
    writer.setPageLayout(layout)
    painter = QPainter(writer)
    press.begin(painter)
    paint(press)
    painter.end()
    buffer.close()
    return bytes(data.data())


def _all_in_one_column(contents: ReceiptContents, code: Code, measures: Sheet) -> tuple[Block, ...]:
    if measures.code_last:
        # A roll has no further page: the code stands at its end.
        last = (code,) if measures.height is None else ()
        return (*top(contents), *beside_code(contents), *below_code(contents), *last)
    return (*top(contents), *beside_code(contents), code, *below_code(contents))


def _paint(press: Press, contents: ReceiptContents, code: Code, measures: Sheet) -> None:
    if measures.beside:
        press.put(top(contents))
        press.put_beside(beside_code(contents), code)
        press.put(below_code(contents))
        return
    press.put(_all_in_one_column(contents, code, measures))
    if measures.code_last and measures.height is not None:
        press.new_page()
        press.put((code,))
