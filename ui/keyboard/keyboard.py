# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keyboard on the screen: letters, numbers and a few words, on the foot of the content."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from accessibility.preferences import KeyboardOrder
from accessibility.qt.look import Look
from accessibility.typing.converter import Converter
from ui.keyboard.arrangement import Act, KeySpec
from ui.keyboard.choices import Choices
from ui.keyboard.key_bed import KeyBed, KeyBeds, Lifts
from ui.keyboard.layouts import alphabet
from ui.keyboard.sheets import HALF_SPACE, Sheet
from ui.keyboard.tray import choices_place, lay_tray
from ui.keyboard.tray_heights import LOWER, Height
from ui.keyboard.tray_plan import Plan, tray_height
from ui.keyboard.wording import Turn, Wording
from ui.keyboard.writing import Writable, Writer
from ui.parts.sunk_ground import SunkGround


class Keyboard(SunkGround):
    """Types into the fields it is connected to; a touched key never takes the focus from them.

    `order` is the person's choice unless it is given; `language` is that of the letters, the look's unless given.
    Where `converter` serves the language, what its letters spell is converted: see `ui.keyboard.choosing`.
    Its keys are taken from `beds`, and with `let_go` they lie there again.
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
        beds: KeyBeds | None = None,
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
        self._beds = beds or KeyBeds()
        self._bed: KeyBed | None = None
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
        """Take less height, where the rows as they are would cover what is written; each time less, three times."""
        self._height, self._plan = LOWER[self._height], None
        self.updateGeometry()
        if self.width():
            self._show_sheet()

    def prepare(self, width: int) -> None:
        """Make the keys that it would have at this width, without being shown, and leave them to the next keyboard."""
        self.resize(width, self.content_height(width))
        self._show_sheet()
        self.let_go()

    def let_go(self) -> None:
        """See `SunkGround`: the keys lie ready for the next page."""
        if self._bed is not None:
            self._bed.pressed.disconnect(self._on_key)
            self._beds.give_back(self._bed)
            self._bed = None

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
            self._plan = self._beds.plan_for(
                self.look, self._language, self._order, width, choosing=choosing, height=self._height
            )
            self._planned = width
            self._letters = min(self._letters, len(self._plan.letters) - 1)
            if self._other is not None:
                self._other = min(self._other, len(self._plan.others) - 1)
        return self._plan

    @Slot()
    def _show_sheet(self) -> None:
        """Put the keys of this sheet in place."""
        made = self._plan_for(self.width())
        self._spell(self.sheet.composed)
        if self._choices is not None:
            self._choices.lay(choices_place(self.look, made, self.width()), self.rect())
        bed = self._bed_for(made.lifts)
        bed.lay(lay_tray(self.look, made, self.sheet, self.width()), self._wording, self._turn)
        bed.setVisible(self._choices is None or not self._choices.covers)

    def _bed_for(self, lifts: Lifts) -> KeyBed:
        if self._bed is None or not self._bed.serves(self.look, self._language, lifts):
            self.let_go()
            self._bed = self._beds.take(self.look, self._language, lifts)
            self._bed.setParent(self)
            self._bed.pressed.connect(self._on_key)
        return self._bed

    def _spell(self, reading: bool) -> None:
        """Whether letters typed from now on spell readings."""
        if reading != self._writer.reading:
            self._writer.reading = reading
            if self._choices is not None:
                self._choices.choosing.look()

    @property
    def _turn(self) -> Turn:
        return Turn(self._order, self._capitals, self._next_letters(), self._next_other())

    @Slot(object)
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
            if self._bed is not None:
                self._bed.say(self._wording, self._turn)
