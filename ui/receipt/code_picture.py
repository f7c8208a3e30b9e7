# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The code to scan, as black squares that join without a gap."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath

from ui.present.code_modules import code_modules

QUIET_ZONE = 4
"""Modules of white around the code (ISO/IEC 18004 section 6.3.8)."""


def code_path(text: str, box: QRectF) -> QPainterPath:
    """The dark modules of the code for `text`, filling `box` together with the quiet zone."""
    modules = code_modules(text)
    side = min(box.width(), box.height()) / (len(modules) + 2 * QUIET_ZONE)
    path = QPainterPath()
    for row, line in enumerate(modules):
        column = 0
        while column < len(line):
            run = 0
            while column + run < len(line) and line[column + run]:
                run += 1
            if run:
                x, y = box.x() + (column + QUIET_ZONE) * side, box.y() + (row + QUIET_ZONE) * side
                # A hair of overlap keeps rows from showing a white line between them.
                path.addRect(QRectF(x, y, run * side, side * 1.01))
            column += run or 1
    path.setFillRule(Qt.FillRule.WindingFill)
    return path
