# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The units that the content of a page consists of, and which of them are shown: nothing is ever scrolled or cut."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.parts.box import Box
from ui.parts.control import Control
from ui.parts.leading import is_leading, is_sought
from ui.parts.part import fitted_width, height_of, whole_height_of
from ui.parts.text import LaidText
from ui.parts.text_parting import Apart


@dataclass(frozen=True, slots=True)
class Unit:
    """What stays together: the widgets of one line, in `block` (the page's widget that holds them).

    `width` is that of the first of them, `gap` is the room before it within its block, `holders` are the boxes
    between the two, of which `parted` are higher than a page. `piece` limits a text to some of its lines (first, how
    many) while it is parted after the commas `apart`, and something to press to a part of its height (top, height).
    `controls` is how many things to press it holds; the boxes of one answer are one thing to write in.
    """

    block: QWidget
    widgets: tuple[QWidget, ...]
    width: int
    height: int
    gap: int
    holders: tuple[QWidget, ...] = ()
    piece: tuple[int, int] | None = None
    parted: tuple[Box, ...] = ()
    apart: Apart = ()
    controls: int = 0


PAGED_OUT = "paged_out"
"""Marks a widget that is hidden because its page is not shown, not because its page's author hid it."""

Pages = tuple[tuple[Unit, ...], ...]


def leads(unit: Unit) -> bool:
    """Whether a unit stands over the next one, so that no page parts the two."""
    return unit.piece is None and is_leading(unit.widgets[0])


def units_of(block: QWidget, width: int) -> list[Unit]:
    """The units of a block at a width, whether they are shown now or not. Asking hides nothing, and shows again what
    only a narrower page had shared out.
    """
    if left_out_by_page(block):
        return []
    found = units_in(block, fitted_width(block, width))
    return [
        unit
        if unit.block is block and (number or not unit.gap)
        else replace(unit, block=block, gap=unit.gap if number else 0)
        for number, unit in enumerate(found)
    ]


def units_in(widget: QWidget, width: int) -> list[Unit]:
    """The units of a widget at exactly this width."""
    if not isinstance(widget, Box):
        return [_unit(widget, (widget,), width, whole_height_of(widget, width))]
    widget.fit(width)
    rows = [kept for row in widget.units() if (kept := [w for w in row if not left_out_by_page(w)])]
    if len(rows) <= 1 and not (rows and len(rows[0]) == 1 and not widget.paints):
        # What stands in one line at this width may have stood in several before, of which a part showed only some.
        for held in widget.findChildren(QWidget):
            restore(held)
        return [_unit(widget, (widget,), width, height_of(widget, width))]
    found: list[Unit] = []
    for row in rows:
        inner = [_unit(widget, tuple(row), widget.unit_width(row[0], width), widget.unit_height(row, width))]
        if len(row) == 1 and isinstance(row[0], Box):
            inner = [
                replace(unit, holders=(row[0], *unit.holders)) if unit.widgets != (row[0],) else unit
                for unit in units_in(row[0], fitted_width(row[0], width))
            ]
        if found:
            inner[0] = replace(inner[0], gap=widget.gap)
        found += inner
    return found


def left_out_by_page(widget: QWidget) -> bool:
    """Whether the page's author hides a widget, and not the paging."""
    return widget.isHidden() and not widget.property(PAGED_OUT)


def controls_in(units: Sequence[Unit]) -> int:
    """How many things to press units hold."""
    return sum(unit.controls for unit in units)


def _unit(block: QWidget, widgets: tuple[QWidget, ...], width: int, height: int) -> Unit:
    # Most of what is shared out is text, which holds nothing.
    held = [widget for widget in widgets if not isinstance(widget, LaidText)]
    pressed = sum(isinstance(widget, Control) + len(widget.findChildren(Control)) for widget in held)
    written = any(_is_written_in(widget) for widget in held)
    return Unit(block, widgets, width, height, 0, controls=pressed + written)


def _is_written_in(widget: QWidget) -> bool:
    return isinstance(widget, QLineEdit) or any(
        widget.findChildren(one) for one in (QLineEdit, QPlainTextEdit)
    )


def sought_in(units: Sequence[Unit]) -> bool:
    """Whether there is something that one comes for: to press, to write in, or the number to keep."""
    return controls_in(units) > 0 or any(is_sought(widget) for unit in units for widget in unit.widgets)


def controls_in_foot(foot: Box) -> int:
    """How many buttons a foot shows."""
    return sum(isinstance(widget, Control) for widget in foot.shown)


def height_of_units(units: Sequence[Unit], gap: int) -> int:
    """The height of units one under the other."""
    gaps = sum(gap_between(first, second, gap) for first, second in itertools.pairwise(units))
    return sum(unit.height for unit in units) + gaps


def gap_between(before: Unit, unit: Unit, gap: int) -> int:
    """The room between two units; `gap` is that between two blocks."""
    return unit.gap if before.block is unit.block else gap


def show(units: Sequence[Unit], shown: Sequence[Unit]) -> None:
    """Hide what is not on this page, and show what is."""
    wanted = {widget for unit in shown for widget in unit.widgets}
    blocks = {unit.block for unit in shown}
    holders = {holder for unit in shown for holder in unit.holders}
    pieces = {widget: unit for unit in shown for widget in unit.widgets}
    for unit in units:
        for box in unit.parted:
            box.parted = True
        for holder in unit.holders:
            set_shown(holder, holder in holders)
        for widget in unit.widgets:
            if widget is not unit.block:
                set_shown(widget, widget in wanted)
        for widget in unit.widgets:
            part = pieces.get(widget)
            if isinstance(widget, LaidText):
                widget.clip_lines(part.piece if part is not None else None, part.apart if part else ())
            elif isinstance(widget, Control):
                widget.clip(part.piece if part is not None else None)
        set_shown(unit.block, unit.block in blocks)


def set_shown(widget: QWidget, shown: bool) -> None:
    """Hide or show a widget for the sake of paging."""
    if shown is widget.isHidden():
        widget.setProperty(PAGED_OUT, not shown)
        widget.setVisible(shown)


def rejoin(box: Box) -> None:
    """Make a parted box whole again, so that it can be measured."""
    if box.parted:
        box.parted = False
        for widget in box.findChildren(QWidget):
            restore(widget)


def restore(widget: QWidget) -> None:
    """Show again, and whole, what was hidden or clipped for the sake of paging only."""
    if isinstance(widget, LaidText):
        widget.clip_lines(None)
    elif isinstance(widget, Control):
        widget.clip(None)
    if widget.property(PAGED_OUT):
        set_shown(widget, True)


def takes_focus(widget: QWidget) -> bool:
    """Whether a widget can be reached by the keyboard."""
    reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    # A heading that hands its focus on to a field is no stop beside it.
    return bool(reached) and widget.isEnabled() and widget.focusProxy() is None
