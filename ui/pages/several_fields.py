# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys for a page with several fields: they write into the one that was touched, and give way to it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from accessibility.qt.look import Look
from core.visit import events as e
from ui.fields.left_out import leave_in
from ui.page_frame_paging import left_out_by_page
from ui.pages.asked import Asked
from ui.pages.reporting import Send
from ui.pages.writing import Keys, WritingPage


class SeveralFields(WritingPage):
    """Subclasses keep `asked` as the questions are, call `begin_writing` at the end of their constructor and
    `renew_writing` when questions came or went.

    Where keys leave no room for the other questions, Continue leads from one question to the next.
    """

    def __init__(self, look: Look, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._send = send
        self.asked: Sequence[Asked] = ()
        self._spared_first: Sequence[QWidget] = ()
        self._writes: Asked | None = None
        self._arranging = False
        self._keys_for: QWidget | None = None

    def begin_writing(
        self,
        foot: Callable[[], list[QWidget]],
        summary: Callable[[], QWidget] | None,
        begin: Asked | None,
        *,
        words: str,
        spared: Sequence[QWidget],
    ) -> None:
        """As `offer_keys`, for the question that somebody came for, or the first that is written."""
        self._spared_first = spared
        wanted = (begin, *self.asked) if begin is not None else self.asked
        one = self._writes = _first_to_write(wanted)
        self.offer_keys(
            one.make_keys if one is not None else None,
            foot,
            words=words,
            field=one.field if one is not None else None,
            spared=self._spared_beside(one) if one is not None else (),
            summary=summary,
        )

    def listen_to(self, asked: Asked) -> None:
        """Know where somebody writes."""
        asked.written_in.connect(self._on_written_in)
        asked.touched.connect(self._on_touched)
        asked.entered.connect(self._on_entered)
        asked.rearranged.connect(self.arrange_around_keys)
        asked.went_to.connect(self.reveal)
        asked.put_away = self.put_keys_away

    @property
    def begins_in_field(self) -> bool:
        """See `WritingPage`. Keys begin with the first field; who reads begins with the first question."""
        return bool(self.asked) and self._writes is self.asked[0]

    def call_keys(self, words: str) -> None:
        """Questions that came or went want other keys."""
        self._letters = words
        if self._brings is not None:
            self._brings.set_words(words, "keyboard")

    def renew_writing(self, gone: Sequence[QWidget]) -> None:
        """What is written in may be `gone` or made anew, and others may have to give way to it."""
        still = [one for one in self._spared if one not in gone and self.isAncestorOf(one)]
        self._spared, before = still, self._writes
        self._given_up = [one for one in self._given_up if one in still]
        if before is None or before not in self.asked:
            self._writes = _first_to_write(self.asked)
        if self._writes is None:
            if before is not None:
                self._write_nowhere()
        elif self._writes.field is not self._field:
            self._write_in(self._writes)
        else:
            self._spared = self._spared_beside(self._writes)
            for one in self._spared if self.writes_apart else ():
                if one not in still:
                    leave_in(one, shown=False)
            self._given_up = [one for one in self._given_up if one in self._spared]

    def put_instead(self, made: Asked, before: Asked) -> None:
        """A question was made anew: who writes its answer goes on there, in the same box at the same place."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and before.section.isAncestorOf(focus)
        if self._writes is before and _is_written(made):
            self._writes = made
        self.take_out(before.section)
        before.deleteLater()
        if focus is None or not had_focus:
            return
        name = focus.objectName()
        same = made.section.findChild(QWidget, name) if name else None
        if same is None:
            made.take_focus()
            return
        same.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(same, QLineEdit) and isinstance(focus, QLineEdit):
            same.setCursorPosition(focus.cursorPosition())

    def write_at_focus(self) -> None:
        """What the focus came to while the page was arranged anew is what the keys write in."""
        focus = QApplication.focusWidget()
        for one in self.asked:
            if one is not self._writes and _is_written(one) and focus in one.boxes:
                self._writes = one
                self._write_in(one)

    @property
    def writes_apart(self) -> bool:
        """Whether keys have pushed away everything but the question whose answer they write."""
        return self._keys is Keys.WRITING

    def go_on(self) -> None:
        """To the next question, where keys hide it, and to the next part of the page; from the last one, on.

        Nothing that is asked here is passed by unseen.
        """
        if self.writes_apart and self._writes is not None:
            self._go_on_from(self._writes)
        elif self.page_count > 1 and not self.shows_last_part:
            self.turn()
        else:
            self._send(e.ContinuePressed())

    def bring_keys(self) -> None:
        """See `WritingPage`. Parts of the page come and go meanwhile; the focus stays where somebody writes."""
        with self.keeping_focus():
            super().bring_keys()

    @contextmanager
    def keeping_focus(self) -> Iterator[None]:
        """Arrange the page anew: what had the focus, and is still there, has it afterwards."""
        before, outer = QApplication.focusWidget(), self._arranging
        self._arranging = True
        try:
            yield
        finally:
            self._arranging = outer
        kept = before is not None and self.isAncestorOf(before)
        if kept and before is not None and not left_out_by_page(before) and not before.hasFocus():
            self.reveal(before)
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_keys(self) -> None:
        """The same keys stay under the finger as long as they write in the same field."""
        if self._has_keys and self._frame_tray is not None and self._keys_for is self._field:
            return
        super()._place_keys()
        self._keys_for = self._field

    @property
    def _has_keys(self) -> bool:
        return self._keys in (Keys.SHOWN, Keys.WRITING)

    def _write_in(self, one: Asked) -> None:
        for block in self._spared:
            leave_in(block, shown=True)
        self._keys_maker, self._field = one.make_keys, one.field
        self._spared, self._given_up = self._spared_beside(one), []
        if self._bring is None and self.look.layout.one_button:
            self._bring = self.add(self._bring_button())
        if self._has_keys:
            self.bring_keys()
        elif self._keys is Keys.NONE:
            self.put_keys_away()

    def _write_nowhere(self) -> None:
        for block in self._spared:
            leave_in(block, shown=True)
        self._keys_maker, self._field, self._spared = None, None, ()
        self._turn_keys(Keys.NONE)
        self.arrange()

    def _spared_beside(self, one: Asked) -> Sequence[QWidget]:
        others = [other.section for other in self.asked if other is not one]
        return (*self._spared_first, *one.spared, *others)

    def _on_written_in(self, asked: QObject) -> None:
        if self._arranging or not isinstance(asked, Asked) or asked is self._writes:
            # Hiding what has the focus hands it on: nobody has gone there.
            return
        if _is_written(asked):
            self._writes = asked
            self._write_in(asked)

    def _on_touched(self, asked: QObject) -> None:
        if isinstance(asked, Asked) and _is_written(asked) and not self._has_keys:
            self.bring_keys()

    def _on_entered(self, asked: QObject) -> None:
        if isinstance(asked, Asked):
            self._go_on_from(asked)

    def _go_on_from(self, one: Asked) -> None:
        """To the next question of the page; from the last one, on."""
        place = self.asked.index(one) + 1 if one in self.asked else 0
        following = next((other for other in self.asked[place:] if other.begins_at is not None), None)
        if following is None:
            self._send(e.ContinuePressed())
            return
        if self.writes_apart and _is_written(following):
            leave_in(following.section, shown=True)
        elif self._has_keys and not _is_written(following):
            self.put_keys_away()
        target = following.begins_at
        if target is not None:
            self.reveal(target)
        following.take_focus()


def _is_written(asked: Asked) -> bool:
    """Whether keys on the screen write its answer."""
    return bool(asked.contents.keys) and asked.field is not None


def _first_to_write(asked: Sequence[Asked]) -> Asked | None:
    return next((one for one in asked if _is_written(one)), None)
