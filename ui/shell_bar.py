# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The fixed bar: six words in the same six places on every page."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.parts.control import Control
from ui.parts.shapes import box
from ui.present.bar import BarContents
from ui.shell_bar_plan import BarPlan, bar_pad, plan_bar
from ui.shell_bar_texts import BarTexts
from ui.shell_bar_words import PLACES, BarPlace, Words, words_ever, words_now

PICTURES: Final = {
    "back": "back",
    "help": "help-person",
    "read": "read-aloud",
    "settings": "settings",
    "language": "language",
    "finish": "finish",
}

ICON_GAP_MM: Final = 1.2
BESIDE_GAP_MM: Final = 3
ICON_INSET_MM: Final = 1
"""Above and below icon and words: with less, the icon goes."""
LARGEST: Final = 5
MOST_PLANS: Final = 8
"""Kept for as many lengths; a window that is being resized has many."""

IconPlace = Literal["over", "beside", "none"]


@dataclass(frozen=True, slots=True)
class BarSetting:
    """How all six buttons are set: their texts, size of letters, place and size of the icon, in pixels.

    `down` is how far below the middle of its place each word stands, so that its highest and its deepest letter are
    whole: the same for all six, which stand on one line.
    """

    texts: BarTexts
    letters: int
    icon_place: IconPlace
    icon: int
    down: int = 0


class BarButton(Control):
    """One place of the bar. `on` is inverse video."""

    def __init__(self, texts: BarTexts, place: BarPlace, parent: QWidget) -> None:
        super().__init__(texts.look, "", parent)
        self.place = place
        self.on = False
        self.words = ""
        self._setting = BarSetting(texts, self.look.body_px, "over", 0)
        self.setObjectName(f"bar.{place}")

    def show_words(self, words: str, on: bool, setting: BarSetting) -> None:
        """Say `words`; empty words leave the place empty."""
        self.words, self.on, self._setting = words, on, setting
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.update()

    def content_height(self, width: int) -> int:
        """See `Control`."""
        del width
        return self.look.target("min")

    def paint(self, painter: QPainter, rect: QRect, pressed: bool) -> None:
        """See `Control`."""
        look = self.look
        inverse = pressed is not self.on
        ink = look.color("rail" if inverse else "on_rail")
        fill = look.color("on_rail") if inverse else None
        box(painter, rect, self.ring_radius, fill, look.color("rail_line"), look.line_width)
        accent = ink if inverse else look.color("rail_accent")
        setting, pad = self._setting, bar_pad(look)
        if setting.icon_place == "over":
            room = rect.width() - 2 * pad
            block = setting.texts.block(self.words, setting.letters, room)
            words, gap = block.lines(room) * block.line_px, look.px(ICON_GAP_MM)
            top = (rect.height() - words - gap - setting.icon) // 2 + min(setting.down, 0)
            icon = QRect((rect.width() - setting.icon) // 2, top, setting.icon, setting.icon)
            look.paint_picture(painter, icon, PICTURES[self.place], ink, accent)
            block.draw(painter, QRect(pad, top + setting.icon + gap, room, words), ink)
            return
        beside = setting.icon_place == "beside"
        left = 2 * pad if beside else pad
        if beside:
            icon = QRect(left, (rect.height() - setting.icon) // 2, setting.icon, setting.icon)
            look.paint_picture(painter, look.place(icon, rect.width()), PICTURES[self.place], ink, accent)
            left += setting.icon + look.px(BESIDE_GAP_MM)
        room = rect.width() - left - (2 * pad if beside else pad)
        block = setting.texts.block(self.words, setting.letters, room, "start" if beside else "centre")
        # As far from the middle as each other: neighbours stand on the same line, whatever their letters.
        words = block.lines(room) * block.line_px
        place = QRect(left, (rect.height() - words) // 2 + setting.down, room, words)
        block.draw(painter, look.place(place, rect.width()), ink)


class Bar(QWidget):
    """The six buttons. Signals: `pressed`, with the place that was pressed."""

    pressed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setObjectName("bar")
        self._contents: BarContents | None = None
        self._words: Words = {}
        self._sized = False
        self._plans: dict[int, BarPlan] = {}
        self._planned_for: BarContents | None = None
        self._shown: tuple[BarContents, QSize] | None = None
        self._texts, self._light = BarTexts(look), BarTexts(look, strong=False)
        self.buttons = {place: BarButton(self._texts, place, self) for place in PLACES}
        for button in self.buttons.values():
            button.activated.connect(self._on_activated)

    def width_px(self, contents: BarContents) -> int:
        """The bar's width at the start edge: as the look says, and wider where a word needs it."""
        return self._planned(contents, self.look.screen.height_px).thickness

    def height_px(self, contents: BarContents) -> int:
        """The bar's height at the foot of an upright screen."""
        return self._planned(contents, self.look.screen.width_px).thickness

    def show_contents(self, contents: BarContents) -> None:
        """Show these words. The places never move."""
        self._contents = contents
        length = self.width() if self.look.layout.portrait else self.height()
        if not self._sized or self._shown == (contents, self.size()):
            return
        self._shown = (contents, self.size())
        plan = self._planned(contents, length)
        for place, cell in zip(PLACES, plan.cells, strict=True):
            self.buttons[place].setGeometry(self.look.place(cell, self.width()))
        words = words_now(contents, self.look.layout.short_words)
        setting = self._setting(plan)
        for place, button in self.buttons.items():
            button.show_words(words[place], place == "read" and contents.reading, setting)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        super().resizeEvent(event)
        self._sized = True
        if self._contents is not None:
            self.show_contents(self._contents)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        look = self.look
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.color("rail"))
        line = look.line_width
        if look.layout.portrait:
            painter.fillRect(0, 0, self.width(), line, look.color("rail_edge"))
        else:
            edge = look.place(QRect(self.width() - line, 0, line, self.height()), self.width())
            painter.fillRect(edge, look.color("rail_edge"))
        painter.end()

    def _on_activated(self) -> None:
        sender = self.sender()
        assert isinstance(sender, BarButton)
        self.pressed.emit(sender.place)

    def _planned(self, contents: BarContents, length: int) -> BarPlan:
        """The plan for the bar's length: its height at the start edge, its width at the foot.

        In a window smaller than the screen two lengths are asked for in turn, at every event.
        """
        words = words_ever(self.look, contents) if contents != self._planned_for else self._words
        self._planned_for = contents
        if words != self._words or (length not in self._plans and len(self._plans) == MOST_PLANS):
            self._words, self._plans = words, {}
        if length not in self._plans:
            self._plans[length] = plan_bar(self._texts, self._light, words, length)
            for texts in (self._texts, self._light):
                texts.forget_others(self._plans[length].letters)
        return self._plans[length]

    def _setting(self, plan: BarPlan) -> BarSetting:
        look = self.look
        wished = look.px(look.sizes.now.icon_rail - (2 if look.rtl or look.preferences.assisted else 0))
        ways: tuple[IconPlace, ...] = ("over", "beside")
        if look.layout.portrait or look.preferences.text_step == LARGEST:
            ways = ("beside", "over")
        room = 2 * bar_pad(look)
        up, under = plan.texts.reach(
            plan.letters,
            [
                (word, cell.width() - room)
                for place, cell in zip(PLACES, plan.cells, strict=True)
                for word in self._words[place]
            ],
        )
        # In the middle as long as nothing is cut there.
        down = round((up - under) / 2) if 2 * max(up, under) > plan.cells[0].height() else 0
        for way in ways:
            for icon in (wished, look.px(10), look.px(8), look.px(6.8)):
                setting = BarSetting(plan.texts, plan.letters, way, min(icon, wished), down)
                if all(
                    self._fits(word, setting, cell)
                    for place, cell in zip(PLACES, plan.cells, strict=True)
                    for word in self._words[place]
                ):
                    return setting
        return BarSetting(plan.texts, plan.letters, "none", 0, down)

    def _fits(self, words: str, setting: BarSetting, cell: QRect) -> bool:
        look, pad = self.look, bar_pad(self.look)
        over = setting.icon_place == "over"
        room = cell.width() - (2 * pad if over else 4 * pad + setting.icon + look.px(BESIDE_GAP_MM))
        block = setting.texts.block(words, setting.letters, room)
        high = block.height(max(room, 1))
        needed = high + look.px(ICON_GAP_MM) + setting.icon if over else max(high, setting.icon)
        return room >= block.longest_word() and needed <= cell.height() - 2 * look.px(ICON_INSET_MM)
