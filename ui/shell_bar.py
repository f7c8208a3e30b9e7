# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The fixed bar: six words in the same six places on every page."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.parts.control import Control
from ui.parts.shapes import box
from ui.parts.text_block import TextBlock
from ui.present.bar import BarContents

BarPlace = Literal["back", "help", "read", "settings", "language", "finish"]
PLACES: Final[tuple[BarPlace, ...]] = ("back", "help", "read", "settings", "language", "finish")
PICTURES: Final = {
    "back": "back",
    "help": "help-person",
    "read": "read-aloud",
    "settings": "settings",
    "language": "language",
    "finish": "finish",
}
LINE_SHARE = 1.14
LEAST_SHARE = 0.5
"""Letters in the bar shrink to this share of body text at most, rather than break a word."""

IconPlace = Literal["over", "beside", "none"]


@dataclass(frozen=True, slots=True)
class BarSetting:
    """How all six buttons are set: size of letters, place and size of the icon, in pixels."""

    letters: int
    icon_place: IconPlace
    icon: int


def words_of(contents: BarContents, short: bool) -> dict[BarPlace, str]:
    """The words of the six places; an empty one has nothing to do on this page."""
    return {
        "back": contents.back,
        "help": contents.help_short if short else contents.help,
        "read": contents.read_short if short else contents.read,
        "settings": contents.settings,
        "language": contents.languages,
        "finish": contents.finish,
    }


class BarButton(Control):
    """One place of the bar. `on` is inverse video."""

    def __init__(self, look: Look, place: BarPlace, parent: QWidget) -> None:
        super().__init__(look, "", parent)
        self.place = place
        self.on = False
        self.words = ""
        self._setting = BarSetting(look.body_px, "over", 0)
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
        beside = setting.icon_place == "beside"
        block = bar_block(look, self.words, setting)
        if setting.icon_place == "over":
            room = rect.width() - 2 * pad
            words, gap = block.height(room), look.px(1.2)
            top = (rect.height() - words - gap - setting.icon) // 2
            icon = QRect((rect.width() - setting.icon) // 2, top, setting.icon, setting.icon)
            look.paint_picture(painter, icon, PICTURES[self.place], ink, accent)
            block.draw(painter, QRect(pad, top + setting.icon + gap, room, words), ink)
            return
        left = 2 * pad if beside else pad
        if beside:
            icon = QRect(left, (rect.height() - setting.icon) // 2, setting.icon, setting.icon)
            look.paint_picture(painter, look.place(icon, rect.width()), PICTURES[self.place], ink, accent)
            left += setting.icon + look.px(3)
        room = rect.width() - left - (2 * pad if beside else pad)
        words = block.height(room)
        place = QRect(left, (rect.height() - words) // 2, room, words)
        block.draw(painter, look.place(place, rect.width()), ink)


def bar_pad(look: Look) -> int:
    """The room at the sides of a word."""
    return look.px(1.6)


def bar_line(look: Look, letters: int) -> int:
    """The distance of two lines: as close as the script allows."""
    return round(letters * max(LINE_SHARE, look.line_px("title") / look.font("title").pixelSize() - 0.06))


def bar_block(look: Look, words: str, setting: BarSetting) -> TextBlock:
    """A word of the bar, laid out."""
    line = bar_line(look, setting.letters)
    beside = setting.icon_place == "beside"
    align: Literal["centre", "start"] = "start" if beside else "centre"
    return TextBlock(look, words, "strong", align=align, line_px=line, px=setting.letters)


class Bar(QWidget):
    """The six buttons. Signals: `pressed`, with the place that was pressed."""

    pressed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setObjectName("bar")
        self._contents: BarContents | None = None
        self.buttons = {place: BarButton(look, place, self) for place in PLACES}
        for button in self.buttons.values():
            button.activated.connect(self._on_activated)

    def width_px(self, contents: BarContents) -> int:
        """The bar's width at the start edge: as the look says, and wider where a word needs it."""
        look = self.look
        words = words_of(contents, look.layout.short_words)
        longest = max(TextBlock(look, word, "strong").longest_word() for word in words.values())
        frame = 2 * self._pad() + 2 * bar_pad(look) + look.px(2)
        return min(max(look.px(look.layout.rail), longest + frame), look.screen.width_px * 2 // 5)

    def height_px(self, contents: BarContents) -> int:
        """The bar's height at the foot of an upright screen."""
        look, layout = self.look, self.look.layout
        letters = self._letters(contents, self._cell(look.screen.width_px, 0)[0])
        line = bar_line(look, letters)
        lines = 2 if layout.bar_rows == 2 else 1
        cell = max(look.px(20), lines * line + look.px(4))
        return layout.bar_rows * cell + (layout.bar_rows - 1) * self._gap() + 2 * self._pad()

    def show_contents(self, contents: BarContents) -> None:
        """Show these words. The places never move."""
        self._contents = contents
        words = words_of(contents, self.look.layout.short_words)
        setting = self._setting(contents)
        for place, button in self.buttons.items():
            button.show_words(words[place], place == "read" and contents.reading, setting)

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        wide, high = self._cell(self.width(), self.height())
        columns = self.look.layout.bar_columns
        for number, place in enumerate(PLACES):
            row, column = divmod(number, columns)
            x = self._pad() + column * (wide + self._gap())
            y = self._pad() + row * (high + self._gap())
            self.buttons[place].setGeometry(self.look.place(QRect(x, y, wide, high), self.width()))
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

    def _pad(self) -> int:
        return self.look.px(8 if self.look.preferences.assisted else 3)

    def _gap(self) -> int:
        return self.look.target("gap")

    def _cell(self, width: int, height: int) -> tuple[int, int]:
        layout = self.look.layout
        wide = (width - 2 * self._pad() - (layout.bar_columns - 1) * self._gap()) // layout.bar_columns
        high = (height - 2 * self._pad() - (layout.bar_rows - 1) * self._gap()) // layout.bar_rows
        return max(wide, 1), max(high, 1)

    def _letters(self, contents: BarContents, wide: int) -> int:
        """The size of letters at which no word breaks."""
        look = self.look
        words = words_of(contents, look.layout.short_words).values()
        room = wide - (3 if look.layout.portrait else 2) * bar_pad(look)
        longest = max(TextBlock(look, word, "strong").longest_word() for word in words)
        body = look.font("strong").pixelSize()
        return max(min(body, body * room // max(longest, 1)), round(body * LEAST_SHARE))

    def _setting(self, contents: BarContents) -> BarSetting:
        look = self.look
        wide, high = self._cell(self.width(), self.height())
        letters = self._letters(contents, wide)
        words = [w for w in words_of(contents, look.layout.short_words).values() if w]
        wished = look.px(look.sizes.now.icon_rail - (2 if look.rtl or look.preferences.assisted else 0))
        ways: tuple[IconPlace, ...] = ("over", "beside")
        if look.layout.portrait or look.preferences.text_step == 5:
            ways = ("beside", "over")
        for way in ways:
            for icon in (wished, look.px(10), look.px(8), look.px(6.8)):
                setting = BarSetting(letters, way, min(icon, wished))
                if all(self._fits(word, setting, wide, high) for word in words):
                    return setting
        return BarSetting(letters, "none", 0)

    def _fits(self, words: str, setting: BarSetting, wide: int, high: int) -> bool:
        look, pad = self.look, bar_pad(self.look)
        block = bar_block(look, words, setting)
        if setting.icon_place == "over":
            room = wide - 2 * pad
            needed = block.height(room) + look.px(1.2) + setting.icon
        else:
            room = wide - 4 * pad - setting.icon - look.px(3)
            needed = max(block.height(max(room, 1)), setting.icon)
        longest = block.longest_word()
        return room >= longest and needed <= high - look.px(1.4)
