# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says over the letters that no characters can be chosen here, and what a person can do about it."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.keyboard.key import Key
from ui.parts.sunk_ground import SunkGround
from ui.parts.text import PlainText


class MissingNote(SunkGround):
    """As large as the tray. Signals: `person`, to ask for one; `back`, to the letters."""

    person = Signal()
    back = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.setObjectName("no_characters")
        self.setAccessibleName(look.texts.text("typing.none"))
        self._title = PlainText(look, look.texts.text("typing.none"), "strong", parent=self)
        self._text = PlainText(look, look.texts.text("typing.none_text"), parent=self)
        self._keys = [self._key("person"), self._key("back")]
        self._keys[0].activated.connect(self.person)
        self._keys[1].activated.connect(self.back)

    def first_key(self) -> QWidget:
        """What the focus comes to first."""
        return self._keys[0]

    def content_height(self, width: int) -> int:
        """See `Part`; the tray gives it its own height."""
        return self._text.heightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget. Text and then keys, side by side where both fit; a title where there is room for it."""
        super().resizeEvent(event)
        look, side = self.look, self.look.sizes.scaled(self.look.layout.margin)
        gap, room = look.target("gap"), max(self.width() - 2 * side, 1)
        wide = [min(key.content_width(), room) for key in self._keys]
        beside = sum(wide) + gap <= room
        high = max(key.content_height(width) for key, width in zip(self._keys, wide, strict=True))
        keys = high if beside else len(self._keys) * (high + gap) - gap
        title, text = self._title.heightForWidth(room), self._text.heightForWidth(room)
        top, between = look.space("s2"), look.space("s3")
        self._title.setVisible(top + title + text + between + keys + between <= self.height())
        if not self._title.isHidden():
            self._title.setGeometry(QRect(side, top, room, title))
            top += title
        self._text.setGeometry(QRect(side, top, room, text))
        left, top = side, min(top + text + between, self.height() - keys - gap)
        for key, width in zip(self._keys, wide, strict=True):
            key.setGeometry(QRect(left, top, width, high))
            left, top = (left + width + gap, top) if beside else (left, top + high + gap)

    def _key(self, name: str) -> Key:
        key = Key(self.look, self.look.texts.text(f"typing.{name}"), "strong", parent=self)
        key.setObjectName(f"no_characters.{name}")
        return key
