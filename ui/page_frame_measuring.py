# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures a page: which widths its columns have, and which heights its parts need."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.page_frame_foot import Foot
from ui.page_frame_head import Head
from ui.page_frame_more import MoreButton
from ui.page_frame_paging import Pages, Unit, controls_in, height_of_units, units_of
from ui.page_frame_settings import (
    BESIDE_SHARE,
    MAIN_SHARE,
    MOST_ASSISTED,
    MOST_CONTROLS,
    OVER_KEYS_MM,
    Columns,
    Composition,
    settings_for,
)
from ui.parts.part import Part, height_of, least_width_of, width_of
from ui.parts.text import PlainText
from ui.parts.town_hall import TownHall

OVER_BAR_MM = 3.0
"""The least padding between a foot and the bar under it while everything is larger and slower."""


def side_under(columns: Columns, width: int) -> Columns:
    """One column of `width` pixels: what stood beside the content ends it, unless it is a drawing and nothing else."""
    if columns.side is None:
        return columns
    told = not isinstance(columns.side, TownHall)
    return Columns(width, None, 0, (*columns.blocks, columns.side) if told else columns.blocks)


class MeasuredPage(QWidget):
    """Holds the parts of a page and measures them."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.centred = False
        self.most_controls = MOST_ASSISTED if look.preferences.assisted else MOST_CONTROLS
        self._frame_head = Head(look, self)
        self._frame_summary: QWidget | None = None
        self._frame_blocks: list[QWidget] = []
        self._frame_growing: set[QWidget] = set()
        self._frame_aside: QWidget | None = None
        self._frame_beside: QWidget | None = None
        self._frame_tray: QWidget | None = None
        self._frame_note: QWidget | None = None
        self._frame_foot = Foot(look, (), self)
        self._frame_more = MoreButton(look, self)
        self._frame_pages: Pages = ()
        self._frame_renewed = False
        self._frame_page = 0
        # The height under the keys that they have had room for: what goes from there moves no key under a finger.
        self._frame_kept = 0
        self._frame_note_flows = False
        self._frame_held: QWidget | None = None
        self._frame_at_once: QWidget | None = None
        self._frame_instead: PlainText | None = None
        self._frame_units: dict[tuple[int, tuple[QWidget, ...]], list[Unit]] = {}
        self._frame_known: dict[tuple[str, int, bool], int] = {}

    def _set_low(self, *, low: bool) -> bool:
        """Have what can be lower so, or as high as usual; whether there is any. All is measured anew."""
        self._measure_anew()
        parts = [part for part in self.findChildren(Part) if part.can_be_low]
        for part in parts:
            part.low = low
        return bool(parts)

    def _measure_anew(self) -> None:
        """Forget what was measured: one composing asks for the same with many settings, and the next one may not."""
        self._frame_units.clear()
        self._frame_known.clear()

    def _margin(self) -> int:
        return self.look.sizes.scaled(self.look.layout.margin)

    def _gap(self, setting: Composition) -> int:
        return max(self.look.sizes.scaled(setting.gap), self.look.target("gap"))

    def _over_foot(self, setting: Composition) -> int:
        """The padding over the foot: with the one under the content it is at least the gap between two targets."""
        scaled = self.look.sizes.scaled
        return max(scaled(setting.foot[0]), self.look.target("gap") - scaled(setting.below))

    def _under_foot(self, setting: Composition) -> int:
        """The padding under the foot: with the bar's own it is at least the wider gap of larger and slower."""
        under = self.look.sizes.scaled(setting.foot[1])
        over_bar = self.look.layout.portrait and self.look.preferences.assisted
        return max(under, self.look.sizes.scaled(OVER_BAR_MM)) if over_bar else under

    def _over_keys(self, setting: Composition) -> int:
        """What the padding under the content lacks of the gap between two targets, where keys stand under it."""
        if self._frame_tray is None:
            return 0
        return max(
            self.look.target("gap") - self.look.sizes.scaled(setting.below) - self.look.px(OVER_KEYS_MM), 0
        )

    def _settings(self) -> tuple[Composition, ...]:
        """The settings that are worth trying."""
        aside = self._frame_aside is not None and self.look.layout.aside != "hidden"
        return settings_for(aside=aside, door=self._frame_head.door is not None)

    def _head_height(self, width: int, setting: Composition) -> int:
        self._frame_head.with_door = setting.door
        key = ("height", width, setting.door)
        height = self._frame_known.get(key)
        if height is None:
            height = self._frame_known[key] = self._frame_head.whole_height(width)
        if self._frame_summary is not None:
            height += height_of(self._frame_summary, width) + (self._gap(setting) if height else 0)
        return height

    def _head_controls(self) -> int:
        """How many things to press there are in the head."""
        key = ("controls", self.width(), False)
        if key not in self._frame_known:
            self._frame_known[key] = controls_in(units_of(self._frame_head, self.width()))
        return self._frame_known[key]

    def _columns(self, width: int, setting: Composition) -> Columns:
        blocks = tuple(self._frame_blocks)
        if self._frame_note_flows and self._frame_note is not None:
            blocks = (*blocks, self._frame_note)
        if self._frame_foot.flowing:
            blocks = (*blocks, self._frame_foot)
        aside = self._frame_aside if setting.aside and self.look.layout.aside != "hidden" else None
        if self._frame_beside is None:
            if aside is None:
                return Columns(width, None, 0, blocks)
            if self.look.layout.aside == "under":
                return Columns(width, None, 0, (*blocks, aside))
            gap = self.look.sizes.scaled(12)
            main = (width - gap) * MAIN_SHARE[0] // MAIN_SHARE[1]
            return Columns(main, aside, width - gap - main, blocks)
        under = (*blocks, aside) if aside is not None else blocks
        beside, gap = self._frame_beside, self.look.sizes.scaled(12)
        least = max((least_width_of(block) for block in under), default=0)
        side = max(least_width_of(beside), min(width_of(beside), width * BESIDE_SHARE[0] // BESIDE_SHARE[1]))
        if self.look.layout.portrait or max(least, width * 3 // 10) + gap + side > width:
            return Columns(width, None, 0, (*under, beside))
        return Columns(width - gap - side, beside, side, under)

    def _units(self, columns: Columns) -> list[Unit]:
        """The units of the content. One composing asks for the same ones with many settings."""
        key = (columns.main, columns.blocks)
        if key not in self._frame_units:
            self._frame_units[key] = [u for block in columns.blocks for u in units_of(block, columns.main)]
        return self._frame_units[key]

    def _needed(self, width: int, setting: Composition, columns: Columns, units: Sequence[Unit]) -> int:
        head = self._head_height(width, setting)
        gap = self._gap(setting)
        side = height_of(columns.side, columns.side_width) if columns.side is not None else 0
        body = max(height_of_units(units, gap), side)
        return head + (gap if head and body else 0) + body

    def _room(self, width: int, setting: Composition) -> int:
        """The height between the paddings, over the tray and the foot."""
        scaled = self.look.sizes.scaled
        return self.height() - scaled(setting.above) - scaled(setting.below) - self._below(width, setting)

    def _below(self, width: int, setting: Composition) -> int:
        """The height of tray, note and foot with their paddings."""
        under = self._under_tray(width, setting)
        if self._frame_tray is None:
            return under
        return height_of(self._frame_tray, self.width()) + max(under, self._frame_kept)

    def _kept_at_least(self, setting: Composition) -> int:
        """What a page keeps free under its keys from the beginning."""
        del setting
        return 0

    def _under_tray(self, width: int, setting: Composition) -> int:
        inner = 0
        if self._frame_foot.flowing:
            inner = height_of(self._frame_more, min(width_of(self._frame_more), width))
            return inner + self._over_foot(setting) + self._under_foot(setting)
        if self._frame_note is not None and not self._frame_note_flows:
            inner += height_of(self._frame_note, width)
        if self._frame_foot.shown:
            inner += self._frame_foot.content_height(width) + (self._gap(setting) if inner else 0)
        return inner + self._over_foot(setting) + self._under_foot(setting) if inner else 0
