# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every answer field is to its page: some widgets to place, keys for it, and one signal with the answer."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.fields.lines_edit import LinesEdit
from ui.parts.field import TextField
from ui.present.fields import FieldContents

Written = TextField | LinesEdit
"""What letters are typed into."""


class Field(QObject):
    """Makes the widgets of one answer; the page places them.

    `answered` carries the whole raw answer whenever it changed; `entered` says that the Enter key was pressed in it;
    `asked` carries another event that a press means; `rearranged` says that `blocks` need other room than before;
    `went_to` carries the widget in which writing goes on.
    """

    answered = Signal(str)
    entered = Signal()
    asked = Signal(object)
    rearranged = Signal()
    went_to = Signal(QWidget)

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = look

    @property
    def blocks(self) -> Sequence[QWidget]:
        """The widgets, in order; long lists are paged by them."""
        return ()

    @property
    def written(self) -> Sequence[Written]:
        """What letters are typed into, in order."""
        return ()

    @property
    def spared(self) -> Sequence[QWidget]:
        """Those of the widgets that can be left out while somebody writes."""
        return ()

    def point_out(self) -> None:
        """The answer does not fit: draw the field as the place of it."""
        for written in self.written:
            written.set_problem(True)

    def forget_problem(self) -> None:
        """The answer fits now: draw the field as usual."""
        for written in self.written:
            written.set_problem(False)

    @property
    def signs(self) -> tuple[str, str]:
        """What a number pad needs besides the numbers: before and after the 0."""
        return ("", "")

    def type_in(self, sign: str) -> None:
        """A sign from a number pad."""
        if self.written:
            self.written[0].type_in(sign)

    def delete_back(self) -> None:
        """Delete was pressed on a number pad."""
        if self.written:
            self.written[0].delete_back()

    def refresh(self, contents: FieldContents) -> bool:
        """Show new contents in place. False when the field has to be made anew."""
        raise TypeError(
            f"{type(self).__name__} does not say how it is refreshed for {type(contents).__name__}"
        )
