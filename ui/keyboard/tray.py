# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lays the keys of a planned tray: where each one is."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect

from accessibility.qt.look import Look
from ui.keyboard.arrangement import Act, KeyRow, KeySpec, key_rows, pad_rows, spread
from ui.keyboard.sheets import Sheet
from ui.keyboard.tray_plan import PAD_GAP_MM, Plan, above, side

Place = tuple[KeySpec, QRect]


def choices_place(look: Look, made: Plan, width: int) -> QRect:
    """Where the row of choices lies."""
    beside = side(look, low=made.lifts is not None)
    return QRect(beside, made.edge, width - 2 * beside, made.choices)


def lay_tray(look: Look, made: Plan, sheet: Sheet, width: int) -> tuple[Place, ...]:
    """Where the keys of a sheet lie, in the order in which they are read."""
    top, beside = made.edge + above(look, made), side(look, low=made.lifts is not None)
    leading = Act.ORDER if sheet in made.letters and len(made.letters) == 1 else Act.LETTERS
    rows = key_rows(sheet, made.grid, leading)
    heights = [made.row] * (len(rows) - len(made.grid.words)) + [made.word_row] * len(made.grid.words)

    left = width - beside - made.room if look.rtl else beside
    places = _lay(look, rows, heights, QRect(left, top, made.room, 0), made.least)
    if made.pad:
        pad_width = width - 2 * beside - made.room - look.px(PAD_GAP_MM)
        left = beside if look.rtl else width - beside - pad_width
        pad = pad_rows()
        places += _lay(look, pad, [made.row] * len(pad), QRect(left, top, pad_width, 0), made.least)
    return tuple(places)


def _lay(
    look: Look, rows: Sequence[KeyRow], heights: Sequence[int], place: QRect, least: Mapping[Act, int]
) -> list[Place]:
    gap = look.target("gap")
    found: list[Place] = []
    top = place.y()
    for row, high in zip(rows, heights, strict=True):
        spans = spread(
            [key.weight for key in row.keys], [least[key.act] for key in row.keys], place.width(), gap
        )
        for key, (left, wide) in zip(row.keys, spans, strict=True):
            if key.act is not Act.GAP:
                x = place.width() - left - wide if row.from_right else left
                found.append((key, QRect(place.x() + x, top, wide, high)))
        top += high + gap
    return found
