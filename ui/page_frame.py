# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every page is: head, content, tray and foot. Pages fill it and never place anything themselves."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from accessibility.tokens import Role
from ui.page_frame_composing import ComposedPage, takes_focus
from ui.parts.asides import Aside
from ui.parts.doors import DoorPicture
from ui.parts.mark import Notice
from ui.parts.text import Heading, PlainText

AnyWidget = TypeVar("AnyWidget", bound=QWidget)


class PageFrame(ComposedPage):
    """A page. Subclasses fill it in their constructor and may override `refresh`."""

    @property
    def heading(self) -> Heading | None:
        """The page's heading."""
        return self._head.heading

    def set_eyebrow(self, widget: QWidget) -> None:
        """Put `widget` above the heading."""
        self._head.eyebrow = widget
        self._head.renew()

    def set_summary(self, notice: Notice) -> None:
        """Put a notice on top of everything."""
        self._summary = notice
        notice.setParent(self)

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
        look, head = self.look, self._head
        head.heading = Heading(look, text, role, language=language)
        head.above = above
        head.hint = PlainText(look, hint, color="ink_soft", language=hint_language) if hint else None
        head.door = DoorPicture(look, picture) if picture else None
        head.renew()

    def add(self, widget: AnyWidget, *, grow: bool = False) -> AnyWidget:
        """Add a block to the content. `grow` lets it take the height that is left."""
        widget.setParent(self)
        self._blocks.append(widget)
        if grow:
            self._growing.add(widget)
        return widget

    def add_aside(self, aside: Aside) -> None:
        """Put an explanation beside or under the content; it goes first when there is no room."""
        self._aside = aside
        aside.setParent(self)

    def set_beside(self, widget: QWidget) -> None:
        """Put a second column beside the content; it stands under it where the page is narrow."""
        self._beside = widget
        widget.setParent(self)

    def set_tray(self, widget: QWidget) -> None:
        """Put a keyboard on the foot of the content, over the foot row, as wide as the page."""
        self._tray = widget
        widget.setParent(self)

    def set_note(self, widget: QWidget) -> None:
        """Put one line above the foot's buttons."""
        self._note = widget
        widget.setParent(self)

    def set_foot(self, buttons: Sequence[QWidget]) -> None:
        """The primary action first, then at most two others."""
        self._foot.widgets = tuple(buttons)
        for button in buttons:
            button.setParent(self._foot)

    def refresh(self, contents: object) -> bool:
        """Show changed contents in place. False, when the page has to be built anew."""
        del contents
        return False

    def focus_order(self) -> list[QWidget]:
        """Everything that takes the focus, in the order of reading."""
        roots = (self._summary, self._head, *self._blocks, self._beside, self._tray, self._note, self._foot)
        found: list[QWidget] = []
        for root in roots:
            if root is not None:
                found += [w for w in (root, *root.findChildren(QWidget)) if takes_focus(w)]
        return found
