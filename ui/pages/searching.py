# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A page on which something is looked for: the field, the letters where the machine shows them, and what is found."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from accessibility.preferences import KeyboardOrder
from accessibility.qt.look import Look
from core.visit import events as e
from ui.keyboard.keyboard import Keyboard
from ui.keyboard.keyboards import Keyboards
from ui.page_frame import PageFrame
from ui.page_frame_settings import Composition
from ui.pages import large
from ui.pages.reporting import Send
from ui.parts.buttons import Button
from ui.parts.part import height_of
from ui.parts.search import SearchField
from ui.parts.text import PlainText
from ui.present.searching import SearchingContents

LARGE = 4
"""From this text step the letters come when the field is pressed, because they need most of the page."""


LARGEST = 5
"""From this text step the letters leave room for the field alone, and on a small glass the button that empties it has
no place in it: it stands under what was found."""

ALL_BUT_THE_FIELD = 2
"""How much gives way to the letters where they cover something: nothing, the button under them, or all of it."""

LARGEST_ASSISTED = 4
"""From this text step the letters of the assisted layout, with larger keys and gaps, leave room for the field alone."""


C = TypeVar("C", bound=SearchingContents)
C_contra = TypeVar("C_contra", bound=SearchingContents, contravariant=True)


class Found(Protocol[C_contra]):
    """What is shown of what the words found."""

    def add_to(self, page: PageFrame, contents: C_contra) -> None:
        """Add it below the hint."""

    def foot(self, contents: C_contra) -> Sequence[QWidget]:
        """What stands in the foot while no letters take its place."""


class SearchingPage(PageFrame, Generic[C]):
    """What is found changes with each letter; the field and the letters stay as they are."""

    def __init__(
        self,
        look: Look,
        contents: C,
        send: Send,
        found: Found[C],
        keyboards: Keyboards | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._send, self._contents, self._found = send, contents, found
        self._keyboards = keyboards or Keyboards()
        self._field = SearchField(look, contents.words, contents.clear, accessible_name=contents.field)
        self._field.edited.connect(self._on_edited)
        self.set_eyebrow(self._field)
        self.set_heading(contents.heading)
        self._keyboard: Keyboard | None = None
        self._spared = 0
        self._spare_clear()
        self._fill(contents)
        self._field.field.installEventFilter(self)
        if look.preferences.text_step < LARGE:
            self._show_keyboard()
        if not contents.keyboard:
            self._write_at_once()

    def refresh(self, contents: object) -> bool:
        """Show what the words found; the words themselves are the field's."""
        if not isinstance(contents, type(self._contents)) or contents.language != self._contents.language:
            return False
        if contents == self._contents:
            return True
        if self._field.field.text() != contents.words:
            self._field.set_text(contents.words)
        self._contents = contents
        if self.heading is not None:
            self.heading.set_text(contents.heading)
        self._fill(contents)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Letters typed anywhere on the page belong in the field."""
        letters = event.text()
        if letters.isprintable() and letters.strip() and not event.isAutoRepeat():
            self._field.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._field.type_in(letters)
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A press on the field brings the letters back."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.MouseButtonRelease):
            self._show_keyboard()
        return super().eventFilter(watched, event)

    def _on_edited(self, words: str) -> None:
        self._send(e.WordsTyped(words))

    def _fill(self, contents: C) -> None:
        self.clear_blocks()
        if self._keyboard is not None and self._crowded():
            self._fill_beside_letters(contents)
            self._give_way()
            return
        if contents.hint:
            self.add(PlainText(self.look, contents.hint, color="ink_soft"))
        self._found.add_to(self, contents)
        if contents.words and self._clear_goes_last():
            button = Button(self.look, contents.clear, "delete")
            button.setObjectName("search.clear.last")
            button.activated.connect(self._field.empty)
            self.add(button)
        self.set_foot(self._found.foot(contents))

    def _crowded(self) -> bool:
        # Large letters, or a low screen: the keys leave no room for a row.
        return large.is_large(self.look) or self.look.layout.kind == "narrow"

    def _clear_goes_last(self) -> bool:
        return self.look.preferences.text_step >= LARGEST and self.look.layout.kind != "wide"

    def _spare_clear(self) -> None:
        self._field.spare_clear(self._clear_goes_last())

    def _fill_beside_letters(self, contents: C) -> None:
        # A button puts the keys away and shows the rows.
        found: list[QWidget] = []
        wanted = self.look.preferences
        if self._spared == ALL_BUT_THE_FIELD or wanted.text_step >= (
            LARGEST_ASSISTED if wanted.assisted else LARGEST
        ):
            # There is room for the field alone; the key that puts the letters away shows the rest.
            self.heading.hide()
            self._field.spare_clear(True)
        elif contents.show and not self._spared:
            show = Button(self.look, contents.show, "more-below")
            show.setObjectName("foot.show")
            show.activated.connect(self._put_away)
            found.append(show)
        self.set_foot(found)

    def _show_keyboard(self) -> None:
        if self._keyboard is not None or not self._contents.keyboard:
            return
        keyboard = self._keyboards.make(self.look, self.look.preferences.keyboard_order)
        keyboard.order_changed.connect(self._on_order)
        keyboard.connect_to(self._field.field)
        keyboard.put_away.connect(self._put_away)
        keyboard.person.connect(self._on_person)
        self._keyboard = keyboard
        self.set_tray(keyboard)
        self._write_at_once()
        if self._crowded():
            self._fill(self._contents)
            self.arrange()
            for _ in range(3):
                if self._field_covered(keyboard):
                    keyboard.lower()
                    self.arrange()
            self._give_way()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """See QWidget. Only now the page has its size."""
        super().showEvent(event)
        self._give_way()

    def _kept_at_least(self, setting: Composition) -> int:
        """Room for what is found: the first letter brings a button under the keys, and must not move them."""
        if self._spared or not self._contents.keyboard:
            return 0
        button = height_of(Button(self.look, self._contents.heading, "more-below"), self.width())
        return button + self._over_foot(setting) + self._under_foot(setting)

    def _give_way(self) -> None:
        """Where keys would cover something, first the button under them goes, until they are put away, and then all
        but the field."""
        keyboard = self._keyboard
        if keyboard is None or not self._crowded() or not self.isVisible():
            return
        self.arrange()
        while self._spared < ALL_BUT_THE_FIELD and self._field_covered(keyboard):
            self._spared, self._frame_kept = self._spared + 1, 0
            self._fill_beside_letters(self._contents)
            self.arrange()

    def _field_covered(self, keyboard: Keyboard) -> bool:
        field = self._field.mapTo(self, self._field.rect().bottomLeft())
        return self.page_count > 1 or field.y() >= keyboard.y()

    def _write_at_once(self) -> None:
        # Whoever comes to this page comes to write: the heading hands its focus on to the field.
        if self.heading is not None:
            self.heading.setFocusProxy(self._field.field)

    def _on_person(self) -> None:
        self._send(e.HelpPressed())

    def _on_order(self, order: KeyboardOrder) -> None:
        self._send(self.look.preferences.with_keyboard_order(order))

    def _put_away(self) -> None:
        self._keyboard, self._spared = None, 0
        self.set_tray(None)
        self.heading.show()
        self._spare_clear()
        if self._crowded():
            self._fill(self._contents)
