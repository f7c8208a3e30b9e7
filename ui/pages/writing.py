# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A page with something to write in: keys where there is room for them, and a way to make room where there is not."""

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.fields.left_out import leave_in
from ui.keyboard.keyboard import Keyboard
from ui.page_frame import PageFrame
from ui.page_frame_paging import left_out_by_page, restore
from ui.parts.box import Box
from ui.parts.buttons import Button
from ui.parts.field import TextField

ONE_NOTICE_FROM = 3
"""The text step from which a problem is told once, between question and field, instead of on top and at the field."""


class Keys(Enum):
    """Where the keys are. `WRITING`: they have pushed away everything but the field and what they can spare."""

    NONE = "none"
    SHOWN = "shown"
    AWAY = "away"
    WRITING = "writing"


class WritingPage(PageFrame):
    """Subclasses call `offer_keys` at the end of their constructor.

    Keys stand on the page while all of it fits. Otherwise, or once they were put away, a button in the foot
    brings them: then hint, eyebrow and whatever else is in their way is left out until they are put away again.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._keys = Keys.NONE
        self._keys_maker: Callable[[], QWidget] | None = None
        self._foot_maker: Callable[[], list[QWidget]] = list
        self._letters = ""
        self._field: QWidget | None = None
        self._spared: Sequence[QWidget] = ()
        self._given_up: list[QWidget] = []
        self._summary_maker: Callable[[], QWidget] | None = None
        self._beside = False
        self._bring: Button | None = None
        self._brings: Button | None = None

    @property
    def begins_in_field(self) -> bool:
        """Whether the field that keys write into is the first thing of the page."""
        return True

    def offer_keys(
        self,
        make: Callable[[], QWidget] | None,
        foot: Callable[[], list[QWidget]],
        *,
        words: str,
        field: QWidget | None,
        spared: Sequence[QWidget] = (),
        summary: Callable[[], QWidget] | None = None,
        beside: bool = False,
    ) -> None:
        """Say how keys and the foot's buttons are made, what the button that brings the keys says, which `field`
        they write into first, and which blocks and which `summary` can be spared while writing. `beside`: keys stand
        there, if they fit."""
        self._summary_maker = summary
        self._keys_maker, self._foot_maker = make, foot
        self._letters, self._field, self._spared, self._beside = words, field, spared, beside
        if make is not None and self.look.layout.one_button:
            # Here the button stands below the field.
            self._bring = self.add(self._bring_button())
        self._turn_keys(Keys.SHOWN if make is not None else Keys.NONE)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """See QWidget. Keys for which there is no room are put away."""
        super().resizeEvent(event)
        if self._keys is Keys.SHOWN and not self._fits():
            self._turn_keys(Keys.AWAY)
            self.arrange()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """See QWidget. While keys are on the page, what is written in has the focus from the beginning."""
        super().showEvent(event)
        if self._keys is Keys.SHOWN and self._field is not None and self.begins_in_field:
            self.heading.setFocusProxy(self._field.focusProxy() or self._field)

    def forget_problem(self, told: Sequence[QWidget]) -> None:
        """What was said on top, and what `told` says in the content, is no longer so."""
        self._summary_maker = None
        self._spared = [block for block in self._spared if block not in told]
        self._given_up = [block for block in self._given_up if block not in told]
        for block in told:
            leave_in(block, shown=False)
        self.set_summary(None)

    def renew_foot(self) -> None:
        """Make the foot's buttons anew; not while they are left out to make room for writing."""
        if self._keys is not Keys.WRITING:
            self.set_foot(self._foot())
            self.arrange_around_keys()

    def arrange_around_keys(self) -> None:
        """What is written has changed what stands around it. Keys in use never go from under the hand: something that
        can be spared gives them its room, the last thing first, and comes back with the next change."""
        for block in self._given_up:
            leave_in(block, shown=True)
        self._given_up = []
        self.arrange()
        if self._keys is not Keys.SHOWN:
            return
        for block in reversed([one for one in self._spared if not left_out_by_page(one)]):
            if self._fits():
                return
            leave_in(block, shown=False)
            self._given_up.append(block)
            self.arrange()
        if not self._fits():
            self._turn_keys(Keys.WRITING)
            self.arrange()

    def put_keys_away(self) -> None:
        """The person wants to see the page."""
        self._turn_keys(Keys.AWAY)
        self.arrange()

    def latin_letters(self, field: TextField) -> Keyboard:
        """The keys for a code or a number, which every language writes in the same letters."""
        keyboard = Keyboard(self.look, order="alphabetical", language="en")
        keyboard.connect_to(field)
        keyboard.put_away.connect(self.put_keys_away)
        return keyboard

    def bring_keys(self) -> None:
        """Show the keys, and beside them as much of the page as fits."""
        self._turn_keys(Keys.SHOWN)
        self.arrange()
        if not self._fits():
            self._turn_keys(Keys.WRITING)
            self.arrange()

    def _on_keys_wanted(self) -> None:
        self.bring_keys()
        if self._field is not None:
            self.reveal(self._field)
            self._field.setFocus()

    def _turn_keys(self, keys: Keys) -> None:
        self._keys, self._frame_kept = keys, 0
        self._show_all_parts()
        for part in self._head_parts():
            leave_in(part, shown=True)
        for block in self._spared:
            leave_in(block, shown=True)
        if self._bring is not None:
            leave_in(self._bring, shown=keys is Keys.AWAY)
        self.set_summary(self._summary_maker() if self._summary_maker is not None else None)
        self._place_keys()
        self.set_foot(self._foot())
        if keys is Keys.WRITING:
            self._make_room()

    def _show_all_parts(self) -> None:
        """Undo what sharing the page out has hidden, so that everything is measured whole."""
        for block in (self._frame_head, *self._frame_blocks):
            restore(block)
            for inner in block.widgets if isinstance(block, Box) else ():
                restore(inner)

    @property
    def writing(self) -> bool:
        """Whether keys have pushed away everything but the field and what is written."""
        return self._keys is Keys.WRITING

    @property
    def keys_beside(self) -> bool:
        """Whether keys stand beside the content, and not below it."""
        return self._beside and self._keys is Keys.SHOWN

    def _place_keys(self) -> None:
        shown = self._keys in (Keys.SHOWN, Keys.WRITING)
        made = self._keys_maker() if shown and self._keys_maker is not None else None
        self.set_beside(made if self.keys_beside else None)
        self.set_tray(None if self.keys_beside else made)

    def _foot(self) -> list[QWidget]:
        foot = self._foot_maker()
        if self._keys is Keys.AWAY and self._keys_maker is not None and self._bring is None:
            foot.append(self._bring_button())
        return foot

    def _bring_button(self) -> Button:
        button = Button(self.look, self._letters, "keyboard")
        button.setObjectName("foot.letters")
        button.activated.connect(self._on_keys_wanted)
        self._brings = button
        return button

    def _make_room(self) -> None:
        """Leave out one thing after the other until the rest fits above the keys."""
        steps: tuple[Callable[[], None], ...] = (
            self._spare_blocks,
            self._spare_words,
            self._spare_foot,
            self._spare_heading,
            self._lower_keys,
        )
        for spare in steps:
            self.arrange()
            if self._fits():
                return
            spare()

    def _fits(self) -> bool:
        """Whether all of the content is shown at once, above keys and foot."""
        below = self._frame_tray if self._frame_tray is not None else self._frame_foot
        shown = [one for one in (self._frame_head, *self._frame_blocks) if not one.isHidden()]
        lowest = max((one.geometry().bottom() for one in shown if one.height()), default=0)
        return self.page_count == 1 and lowest < below.geometry().top()

    def _spare_blocks(self) -> None:
        for block in self._spared:
            leave_in(block, shown=False)

    def _spare_words(self) -> None:
        for part in self._head_parts():
            if part is not self.heading:
                leave_in(part, shown=False)
        self.set_summary(None)

    def _spare_heading(self) -> None:
        leave_in(self.heading, shown=False)

    def _lower_keys(self) -> None:
        if isinstance(self._frame_tray, Keyboard):
            self._frame_tray.lower()

    def _spare_foot(self) -> None:
        self._frame_kept = 0
        self.set_foot([])

    def _head_parts(self) -> Sequence[QWidget]:
        return self._frame_head.widgets
