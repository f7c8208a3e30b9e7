# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keyboard on the screen: letters, numbers and a few words, on the foot of the content."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from accessibility.preferences import KeyboardOrder
from accessibility.qt.look import Look
from i18n.direction import left_to_right
from ui.keyboard.arrangement import Act, KeySpec
from ui.keyboard.key import Key
from ui.keyboard.layouts import SMALL, Sheet
from ui.keyboard.tray import CAPITALS_WORD, WORDS, Plan, lay_tray, plan, tray_height
from ui.keyboard.writing import Writable, Writer
from ui.parts.part import Part


class Keyboard(Part):
    """Types into the fields it is connected to; a touched key never takes the focus from them.

    `order` is the person's choice unless it is given; `language` is that of the letters, the look's unless given.
    Signals: `typed` (one sign, or a space), `deleted`, `put_away`, and `order_changed` with the new order.
    """

    typed = Signal(str)
    deleted = Signal()
    put_away = Signal()
    order_changed = Signal(str)

    def __init__(
        self,
        look: Look,
        *,
        order: KeyboardOrder | None = None,
        language: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.setObjectName("keyboard")
        self.setAccessibleName(look.texts.text("keyboard.name"))
        self._language = language or look.language
        self._order: KeyboardOrder = order or look.preferences.keyboard_order
        self._letters = 0
        self._other: int | None = None
        self._capitals = False
        self._plan: Plan | None = None
        self._planned = -1
        self._keys: dict[KeySpec, Key] = {}
        self._writer = Writer(self)
        self.typed.connect(self._writer.type_in)
        self.deleted.connect(self._writer.delete_back)

    @property
    def order(self) -> KeyboardOrder:
        """The order of the letters now."""
        return self._order

    @property
    def sheet(self) -> Sheet:
        """What is shown now."""
        made = self._plan_for(self.width())
        if self._other is not None:
            return made.others[self._other]
        return made.letters[self._letters]

    def connect_to(self, *fields: Writable) -> None:
        """Write into these fields: into the one that had the focus last."""
        self._writer.connect_to(fields)

    def content_width(self) -> int:
        """See `Part`."""
        return self.look.px(self.look.screen.width_mm)

    def content_height(self, width: int) -> int:
        """See `Part`: the same on every sheet, so that nothing on the page moves."""
        return tray_height(self.look, self._plan_for(width))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        super().resizeEvent(event)
        self._show_sheet()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """See QWidget."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.color("sunk"))
        painter.fillRect(0, 0, self.width(), self.look.line_width, self.look.color("line"))
        painter.end()

    def _plan_for(self, width: int) -> Plan:
        if self._plan is None or self._planned != width:
            self._plan = plan(self.look, self._language, self._order, width)
            self._planned = width
            self._letters = min(self._letters, len(self._plan.letters) - 1)
            if self._other is not None:
                self._other = min(self._other, len(self._plan.others) - 1)
        return self._plan

    def _show_sheet(self) -> None:
        """Put the keys of this sheet in place: those that are there already stay, with the focus if they have it."""
        made = self._plan_for(self.width())
        places = lay_tray(self.look, made, self.sheet, self.width())
        before = self._key_before_all()
        kept: dict[KeySpec, Key] = {}
        for spec, place in places:
            key = self._keys.pop(spec, None) or self._make(spec)
            kept[spec] = key
            key.set_words(self._words(spec), self._name(spec))
            key.setGeometry(place)
            key.show()
            if before is not None:
                QWidget.setTabOrder(before, key)
            before = key
        left, self._keys = self._keys, kept
        if any(key.hasFocus() for key in left.values()):
            kept[self._sheet_key()].setFocus(Qt.FocusReason.OtherFocusReason)
        for key in left.values():
            key.hide()
            key.deleteLater()

    def _key_before_all(self) -> QWidget | None:
        """What the focus comes from when it enters the keys, so that new ones take the place of the old."""
        if not self._keys:
            return None
        before = next(iter(self._keys.values())).previousInFocusChain()
        while isinstance(before, Key) and before.parent() is self:
            before = before.previousInFocusChain()
        return before

    def _sheet_key(self) -> KeySpec:
        """The key of this sheet that leads to others."""
        return next(spec for spec in self._keys if spec.act in (Act.ORDER, Act.LETTERS, Act.SHEET))

    def _make(self, spec: KeySpec) -> Key:
        key = self._key(spec)
        key.setParent(self)
        key.setObjectName(spec.name)
        key.activated.connect(partial(self._on_key, spec))
        return key

    def _key(self, spec: KeySpec) -> Key:
        if spec.act is Act.SIGN:
            return Key(self.look, self._words(spec), "key", language=self._language)
        return Key(self.look, self._words(spec), "strong")

    def _words(self, spec: KeySpec) -> str:
        match spec.act:
            case Act.SIGN:
                return self._sign(spec)
            case Act.CAPITALS:
                return SMALL.replace(" ", "") if self._capitals else CAPITALS_WORD
            case Act.LETTERS:
                return self._label(self._next_letters())
            case Act.SHEET:
                return self._label(self._next_other())
            case Act.ORDER:
                alphabetical, local = WORDS[Act.ORDER]
                return self.look.texts.text(alphabetical if self._order == "local" else local)
            case Act.SPACE | Act.DELETE | Act.PUT_AWAY:
                return self.look.texts.text(WORDS[spec.act][0])
            case Act.GAP:
                return ""

    def _name(self, spec: KeySpec) -> str:
        """What assistive technology says: the words on the key, with more where they are only letters."""
        words = self._words(spec)
        if spec.act is Act.CAPITALS:
            key = "keyboard.small_name" if self._capitals else "keyboard.capitals_name"
            return self.look.texts.text(key, letters=words)
        if spec.act in (Act.LETTERS, Act.SHEET):
            return self.look.texts.text("keyboard.sheet_name", signs=words)
        return words

    def _label(self, sheet: Sheet) -> str:
        return left_to_right(sheet.label) if self.look.rtl and not sheet.rightward else sheet.label

    def _sign(self, spec: KeySpec) -> str:
        capital = spec.sign.upper()
        return capital if self._capitals and len(capital) == 1 else spec.sign

    def _on_key(self, spec: KeySpec) -> None:
        match spec.act:
            case Act.SIGN:
                self.typed.emit(self._sign(spec))
                self._set_capitals(False)
            case Act.SPACE:
                self.typed.emit(" ")
            case Act.DELETE:
                self.deleted.emit()
            case Act.CAPITALS:
                self._set_capitals(not self._capitals)
            case Act.LETTERS:
                self._letters = self._plan_for(self.width()).letters.index(self._next_letters())
                self._other = None
                self._show_sheet()
            case Act.SHEET:
                self._other = self._plan_for(self.width()).others.index(self._next_other())
                self._show_sheet()
            case Act.ORDER:
                self._order = "alphabetical" if self._order == "local" else "local"
                self._plan = None
                self._show_sheet()
                self.order_changed.emit(self._order)
            case Act.PUT_AWAY:
                self.put_away.emit()
            case Act.GAP:
                raise AssertionError("a gap cannot be pressed")

    def _next_letters(self) -> Sheet:
        """Where the key with letters leads: back to them, or to their next part."""
        letters = self._plan_for(self.width()).letters
        return letters[self._letters if self._other is not None else (self._letters + 1) % len(letters)]

    def _next_other(self) -> Sheet:
        others = self._plan_for(self.width()).others
        return others[0 if self._other is None else (self._other + 1) % len(others)]

    def _set_capitals(self, capitals: bool) -> None:
        if capitals != self._capitals:
            self._capitals = capitals
            for spec, key in self._keys.items():
                key.set_words(self._words(spec), self._name(spec))
