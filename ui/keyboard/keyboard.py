# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keyboard on the screen: letters, numbers and a few words, on the foot of the content."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from accessibility.preferences import KeyboardOrder
from accessibility.qt.look import Look
from accessibility.typing.converter import Converter
from ui.keyboard.arrangement import Act, KeySpec
from ui.keyboard.choices import Choices
from ui.keyboard.key import Key
from ui.keyboard.layouts import alphabet
from ui.keyboard.sheets import HALF_SPACE, Sheet
from ui.keyboard.tray import choices_place, lay_tray
from ui.keyboard.tray_plan import Height, Plan, plan, tray_height
from ui.keyboard.wording import Turn, Wording
from ui.keyboard.writing import Writable, Writer
from ui.parts.sunk_ground import SunkGround


class Keyboard(SunkGround):
    """Types into the fields it is connected to; a touched key never takes the focus from them.

    `order` is the person's choice unless it is given; `language` is that of the letters, the look's unless given.
    Where `converter` serves the language, what its letters spell is converted: see `ui.keyboard.choosing`.
    Signals: `typed` (one sign, or a space), `deleted`, `put_away`, `order_changed` with the new order, and
    `person`, when somebody asks for a person because nothing can be converted here.
    """

    typed = Signal(str)
    deleted = Signal()
    put_away = Signal()
    order_changed = Signal(str)
    person = Signal()

    def __init__(
        self,
        look: Look,
        *,
        order: KeyboardOrder | None = None,
        language: str | None = None,
        converter: Converter | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.setObjectName("keyboard")
        self.setAccessibleName(look.texts.text("keyboard.name"))
        self._language = language or look.language
        self._order: KeyboardOrder = order or look.preferences.keyboard_order
        self._wording = Wording(look, alphabet(self._language))
        self._letters = 0
        self._other: int | None = None
        self._capitals = False
        self._plan: Plan | None = None
        self._height: Height = "usual"
        self._planned = -1
        self._keys: dict[KeySpec, Key] = {}
        self._writer = Writer(self, self._language)
        self._writer.reading = alphabet(self._language).composed
        self.typed.connect(self._writer.type_in)
        self.deleted.connect(self._writer.delete_back)
        self._choices: Choices | None = None
        if converter is not None and converter.serves(self._language):
            self._choices = Choices(self, look, self._writer, converter, self._language)
            self._choices.person.connect(self.person)
            self._choices.covered.connect(self._show_sheet)

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
        if self._choices is not None:
            self._choices.choosing.watch(fields)

    def lower(self) -> None:
        """Take less height, where the rows as they are would cover what is written; a second time even less."""
        self._height, self._plan = "low" if self._height == "usual" else "lowest", None
        for key in self._keys.values():
            key.hide()
            key.deleteLater()
        self._keys = {}
        self.updateGeometry()
        if self.width():
            self._show_sheet()

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

    def _plan_for(self, width: int) -> Plan:
        if self._plan is None or self._planned != width:
            choosing = self._choices is not None
            self._plan = plan(
                self.look, self._language, self._order, width, choosing=choosing, height=self._height
            )
            self._planned = width
            self._letters = min(self._letters, len(self._plan.letters) - 1)
            if self._other is not None:
                self._other = min(self._other, len(self._plan.others) - 1)
        return self._plan

    @Slot()
    def _show_sheet(self) -> None:
        """Put the keys of this sheet in place: those that are there already stay, with the focus if they have it."""
        made = self._plan_for(self.width())
        self._spell(self.sheet.composed)
        if self._choices is not None:
            self._choices.lay(choices_place(self.look, made, self.width()), self.rect())
        places = lay_tray(self.look, made, self.sheet, self.width())
        before, turn = self._key_before_all(), self._turn
        covered = self._choices is not None and self._choices.covers
        kept: dict[KeySpec, Key] = {}
        for spec, place in places:
            key = self._keys.pop(spec, None) or self._make(spec)
            kept[spec] = key
            key.set_words(self._wording.words(spec, turn), self._wording.name(spec, turn))
            key.setGeometry(place)
            key.setVisible(not covered)
            if before is not None:
                QWidget.setTabOrder(before, key)
            before = key
        left, self._keys = self._keys, kept
        if any(key.hasFocus() for key in left.values()):
            kept[self._sheet_key()].setFocus(Qt.FocusReason.OtherFocusReason)
        for key in left.values():
            key.hide()
            key.deleteLater()

    def _spell(self, reading: bool) -> None:
        """Whether letters typed from now on spell readings."""
        if reading != self._writer.reading:
            self._writer.reading = reading
            if self._choices is not None:
                self._choices.choosing.look()

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
        words = self._wording.words(spec, self._turn)
        sign, word = self._plan_for(self.width()).lifts or (None, None)
        if spec.act is Act.SIGN:
            return Key(self.look, words, "key", language=self._language, lift=sign)
        return Key(self.look, words, "strong", lift=word)

    @property
    def _turn(self) -> Turn:
        return Turn(self._order, self._capitals, self._next_letters(), self._next_other())

    def _on_key(self, spec: KeySpec) -> None:
        match spec.act:
            case Act.SIGN:
                self.typed.emit(self._wording.sign(spec, self._turn))
                self._set_capitals(False)
            case Act.SPACE:
                if self._choices is None or not self._choices.choosing.space():
                    self.typed.emit(" ")
            case Act.HALF_SPACE:
                self.typed.emit(HALF_SPACE)
            case Act.DELETE:
                self.deleted.emit()
            case Act.CAPITALS:
                self._set_capitals(not self._capitals)
            case Act.LETTERS:
                self._turn_to(self._next_letters())
            case Act.SHEET:
                self._turn_to(self._next_other())
            case Act.ORDER:
                self._order = "alphabetical" if self._order == "local" else "local"
                self._plan = None
                self._show_sheet()
                self.order_changed.emit(self._order)
            case Act.PUT_AWAY:
                self.put_away.emit()
            case Act.GAP:
                raise AssertionError("a gap cannot be pressed")

    def _turn_to(self, sheet: Sheet) -> None:
        made = self._plan_for(self.width())
        if sheet in made.letters:
            self._letters, self._other = made.letters.index(sheet), None
        else:
            self._other = made.others.index(sheet)
        self._show_sheet()

    def _next_letters(self) -> Sheet:
        return self._plan_for(self.width()).after(self.sheet, self._letters)

    def _next_other(self) -> Sheet:
        others = self._plan_for(self.width()).others
        return others[0 if self._other is None else (self._other + 1) % len(others)]

    def _set_capitals(self, capitals: bool) -> None:
        if capitals != self._capitals:
            self._capitals = capitals
            turn = self._turn
            for spec, key in self._keys.items():
                key.set_words(self._wording.words(spec, turn), self._wording.name(spec, turn))
