# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of a keyboard on one widget, which goes from page to page: making forty takes as long as all the rest."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from accessibility.preferences import KeyboardOrder
from accessibility.qt.look import Look
from ui.keyboard.arrangement import Act, KeySpec
from ui.keyboard.key import Key
from ui.keyboard.tray import Place
from ui.keyboard.tray_heights import Height
from ui.keyboard.tray_plan import Plan, plan
from ui.keyboard.wording import Turn, Wording

Lifts = tuple[int, int] | None
_TURNING: Final = (Act.ORDER, Act.LETTERS, Act.SHEET)


class KeyBed(QWidget):
    """Keys, and nothing of what is typed with them. `language` is that of the letters; for `lifts` see `Plan`.

    Signals: `pressed`, with the `KeySpec` of the key.
    """

    pressed = Signal(object)

    def __init__(self, look: Look, language: str, lifts: Lifts) -> None:
        super().__init__()
        self._look, self._language, self._lifts = look, language, lifts
        self._keys: dict[KeySpec, Key] = {}

    def serves(self, look: Look, language: str, lifts: Lifts) -> bool:
        """Whether its keys are those of such a keyboard."""
        return self._look is look and (self._language, self._lifts) == (language, lifts)

    def of(self, look: Look) -> bool:
        """Whether it was made in this look."""
        return self._look is look

    def lay(self, places: Sequence[Place], wording: Wording, turn: Turn) -> None:
        """Put these keys in their places: those that are there already stay, with the focus if they have it."""
        area = QRect()
        for _, place in places:
            area = area.united(place)
        self.setGeometry(area)
        before = self._key_before_all()
        kept: dict[KeySpec, Key] = {}
        for spec, place in places:
            key = self._keys.pop(spec, None) or self._make(spec, wording.words(spec, turn))
            kept[spec] = key
            key.setGeometry(place.translated(-area.topLeft()))
            key.show()
            if before is not None:
                QWidget.setTabOrder(before, key)
            before = key
        left, self._keys = self._keys, kept
        self.say(wording, turn)
        if any(key.hasFocus() for key in left.values()):
            turning = next(key for spec, key in kept.items() if spec.act in _TURNING)
            turning.setFocus(Qt.FocusReason.OtherFocusReason)
        for key in left.values():
            key.hide()
            key.deleteLater()

    def say(self, wording: Wording, turn: Turn) -> None:
        """Write on each key what it means now."""
        for spec, key in self._keys.items():
            key.set_words(wording.words(spec, turn), wording.name(spec, turn))

    def rest(self) -> None:
        """Leave the keyboard that has it. What was held down is not any more."""
        self.hide()
        self.setParent(None)
        for key in self._keys.values():
            key.setDown(False)

    def _key_before_all(self) -> QWidget | None:
        """What the focus comes from when it enters the keys, so that new ones take the place of the old."""
        if not self._keys:
            return None
        before = next(iter(self._keys.values())).previousInFocusChain()
        while isinstance(before, Key) and before.parent() is self:
            before = before.previousInFocusChain()
        return before

    def _make(self, spec: KeySpec, words: str) -> Key:
        sign, word = self._lifts or (None, None)
        if spec.act is Act.SIGN:
            key = Key(self._look, words, "key", language=self._language, lift=sign, parent=self)
        else:
            key = Key(self._look, words, "strong", lift=word, parent=self)
        key.setObjectName(spec.name)
        key.activated.connect(partial(self.pressed.emit, spec))
        return key


class KeyBeds:
    """What the keyboards of one window leave for its next page: beds that lie ready, and plans of trays."""

    def __init__(self) -> None:
        self._ready: list[KeyBed] = []
        self._look: Look | None = None
        self._plans: dict[tuple[str, str, int, bool, str], Plan] = {}

    def plan_for(
        self, look: Look, language: str, order: KeyboardOrder, width: int, *, choosing: bool, height: Height
    ) -> Plan:
        """See `plan`: made once for each tray of this look, because every letter has to be measured for it."""
        if self._look is not look:
            self._look = look
            self._plans.clear()
        wanted = (language, order, width, choosing, height)
        if wanted not in self._plans:
            self._plans[wanted] = plan(look, language, order, width, choosing=choosing, height=height)
        return self._plans[wanted]

    def take(self, look: Look, language: str, lifts: Lifts) -> KeyBed:
        """A bed that lay ready, or a new one. Those of a look that nobody has any more are thrown away."""
        found: KeyBed | None = None
        kept: list[KeyBed] = []
        for bed in self._ready:
            if found is None and bed.serves(look, language, lifts):
                found = bed
            elif bed.of(look):
                kept.append(bed)
            else:
                bed.deleteLater()
        self._ready = kept
        return found or KeyBed(look, language, lifts)

    def give_back(self, bed: KeyBed) -> None:
        """It lies ready for the next page."""
        bed.rest()
        self._ready.append(bed)
