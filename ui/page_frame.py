# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every page is: head, content, tray and foot. Pages fill it and never place anything themselves."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from accessibility.hands.actions import Action
from accessibility.tokens import Role
from core.ids import QuestionPath
from ui.page_frame_composing import ComposedPage
from ui.page_frame_foot import discard, follows_focus
from ui.page_frame_more import MoreButton
from ui.page_frame_paging import takes_focus
from ui.parts.doors import DoorPicture
from ui.parts.sunk_ground import SunkGround
from ui.parts.text import Heading, PlainText

AnyWidget = TypeVar("AnyWidget", bound=QWidget)


class PageFrame(ComposedPage):
    """A page. Subclasses fill it in their constructor and may override `refresh`.

    For assistive technology it is a group that is called what its heading says, and labelled by it.
    """

    accessible_role = QAccessible.Role.Grouping
    attempt = 0
    """How often going on was tried here: another attempt leads to what is to be put right."""
    awaits_news = False
    """Whether the page is built anew by itself, because it shows what a person waits for (TIM-05)."""

    @property
    def at(self) -> QuestionPath | None:
        """Of several questions on the page, the one at which somebody was last."""
        return None

    def goes_on_from(self, before: "PageFrame") -> bool:
        """Whether this is the page `before` built anew, or has the question that was there: no new attempt."""
        return self.attempt == before.attempt or type(self) is not type(before)

    def called_here(self, name: str) -> str:
        """The object name of what is called `name` where the same question stands on another page."""
        return name

    @property
    def heading(self) -> Heading:
        """The page's heading; every page sets one."""
        heading = self._frame_head.heading
        assert heading is not None, "a page without a heading"
        return heading

    @property
    def begins_at(self) -> QWidget | None:
        """What gets the focus when the page is shown; the heading, unless the page knows better."""
        return None

    @property
    def labelled_by(self) -> Heading | None:
        """What says what the page is about; none until one is set."""
        return self._frame_head.heading

    def set_eyebrow(self, widget: QWidget) -> None:
        """Put `widget` above the heading, in the place of the one before."""
        discard(self._frame_head.eyebrow, widget)
        self._frame_head.eyebrow = widget
        self._frame_head.renew()

    def set_summary(self, notice: QWidget | None) -> None:
        """Put a notice on top of everything; None takes it away."""
        discard(self._frame_summary, notice)
        self._frame_summary = notice
        self._take(notice)

    @property
    def shows_last_part(self) -> bool:
        """Whether nothing of the content comes after what is shown."""
        return self._frame_page >= self.page_count - 1

    @property
    def more(self) -> MoreButton:
        """What turns to the next part of the page; hidden where there is one part only."""
        return self._frame_more

    def set_heading(
        self,
        text: str,
        role: Role = "title",
        *,
        language: str | None = None,
        picture: str = "",
        above: QWidget | None = None,
        hint: str = "",
        hint_language: str | None = None,
    ) -> None:
        """Say what the page is about. `picture` stands in a door before it, `above` over it, `hint` under it."""
        look, head = self.look, self._frame_head
        for part in (head.heading, head.above, head.hint, head.door):
            discard(part, None)
        head.heading = Heading(look, text, role, language=language)
        self.setAccessibleName(text)
        head.above = above
        head.hint = PlainText(look, hint, color="ink_soft", language=hint_language) if hint else None
        head.door = DoorPicture(look, picture) if picture else None
        head.renew()

    def add(self, widget: AnyWidget, *, grow: bool = False, before: QWidget | None = None) -> AnyWidget:
        """Add a block to the content, at its end or `before` another. `grow` lets it take the height that is left."""
        self._take(widget)
        blocks = self._frame_blocks
        blocks.insert(blocks.index(before) if before is not None else len(blocks), widget)
        if grow:
            self._frame_growing.add(widget)
        return widget

    def take_out(self, widget: QWidget) -> None:
        """Take a block out of the content for good."""
        self._frame_blocks.remove(widget)
        discard(widget, None)
        self._ask_to_arrange()

    def clear_blocks(self) -> None:
        """Take the whole content away, so that other blocks can be added. Head, tray and foot stay."""
        for block in self._frame_blocks:
            discard(block, None)
        self._frame_blocks.clear()
        self._frame_growing.clear()
        self._frame_pages, self._frame_page = (), 0
        self._frame_renewed = True

    def set_aside(self, aside: QWidget | None) -> None:
        """Put an explanation beside or under the content, which goes first when there is no room; None for none."""
        discard(self._frame_aside, aside)
        self._frame_aside = aside
        self._take(aside)

    def set_beside(self, widget: QWidget | None) -> None:
        """Put a second column beside the content; it stands under it where the page is narrow."""
        discard(self._frame_beside, widget)
        self._frame_beside = widget
        self._take(widget)

    def set_tray(self, widget: QWidget | None) -> None:
        """Put a keyboard on the foot of the content, over the foot row, as wide as the page; None puts it away."""
        if widget is not self._frame_tray:
            self.let_go()
        discard(self._frame_tray, widget)
        self._frame_tray = widget
        self._take(widget)

    def let_go(self) -> None:
        """The page, or its tray, is about to be thrown away: what the tray has borrowed goes back."""
        if isinstance(self._frame_tray, SunkGround):
            self._frame_tray.let_go()

    def set_note(self, widget: QWidget | None) -> None:
        """Put one line above the foot's buttons; None takes it away."""
        discard(self._frame_note, widget)
        self._frame_note = widget
        self._take(widget)
        if widget is not None:
            # Assistive technology reads it before the buttons, also where it comes while the page is shown.
            widget.stackUnder(self._frame_foot)

    def set_foot(self, buttons: Sequence[QWidget]) -> None:
        """The primary action first, then at most two others."""
        follows = follows_focus(self._frame_foot.widgets, buttons, self._frame_head.heading)
        for before in self._frame_foot.widgets:
            if before not in buttons:
                discard(before, None)
        self._frame_foot.widgets = tuple(buttons)
        for button in buttons:
            button.setParent(self._frame_foot)
            self._appear(button)
        self._ask_to_arrange()
        if follows is not None:
            # Else Qt hands it on to the bar, where the next key would leave the page.
            follows.setFocus(Qt.FocusReason.OtherFocusReason)

    def hold_back(self, button: QWidget, instead: str) -> None:
        """Let a button of the foot wait until the last part of the content is shown; `instead` stands in its place."""
        self._frame_held = button
        self._frame_instead = PlainText(self.look, instead, color="ink_soft", parent=self)
        self._frame_instead.setObjectName("foot.instead")
        self._frame_instead.hide()

    def press_at_once(self, button: QWidget) -> None:
        """Let a button of the foot stand near the heading where the page is shared out and its foot with it."""
        self._frame_at_once = button

    def refresh(self, contents: object) -> bool:
        """Show changed contents in place. False, when the page has to be built anew."""
        del contents
        return False

    def hear(self, key: str, action: Action | None) -> bool:
        """A key went down (its name in Qt) and means `action` here. True when the page wants it for itself."""
        del key, action
        return False

    def in_reading_order(self) -> list[QWidget]:
        """The parts of the page as they are read: notice, heading, content, keys, foot."""
        foot = self._frame_foot
        parts = (
            self._frame_summary,
            self._frame_head,
            *self._frame_blocks,
            self._frame_beside,
            self._frame_aside,
            self._frame_tray,
            self._frame_note,
            foot,
            self._frame_more,
        )
        return [part for part in parts if part is not None]

    def focus_order(self) -> list[QWidget]:
        """Everything that takes the focus, in the order of reading."""
        found: list[QWidget] = []
        for root in self.in_reading_order():
            found += [w for w in (root, *root.findChildren(QWidget)) if takes_focus(w)]
        # The button that turns the page stands after the first of the foot's.
        first = next((w for w in found if self._frame_foot.isAncestorOf(w)), None)
        if first is not None and self._frame_more in found:
            found.remove(self._frame_more)
            found.insert(found.index(first) + 1, self._frame_more)
        return found

    def _take(self, widget: QWidget | None) -> None:
        """Hold a widget, and show it if the page is shown already."""
        if widget is not None:
            widget.setParent(self)
            self._appear(widget)
        self._ask_to_arrange()

    def _appear(self, widget: QWidget) -> None:
        if self.isVisible():
            widget.show()

    def _ask_to_arrange(self) -> None:
        if self.isVisible():
            QApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))
