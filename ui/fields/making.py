# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""An answer that is made at the machine: what the camera sees, and buttons for what can be done with it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.fields.field import Field
from ui.parts.boxes import Row, Together
from ui.parts.buttons import Button
from ui.parts.form_picture import FormPicture, own_high
from ui.parts.text import PlainText
from ui.present.fields import FieldContents
from ui.present.making import MakingContents


class MakingField(Field):
    """What is seen changes in place; another step of the making is another field."""

    def __init__(self, look: Look, contents: MakingContents, parent: QObject | None = None) -> None:
        super().__init__(look, parent)
        self._contents = contents
        buttons: list[QWidget] = []
        for one in contents.buttons:
            button = Button(look, one.text, one.picture)
            button.setObjectName(one.called)
            button.activated.connect(partial(self.asked.emit, one.event))
            buttons.append(button)
        self._picture = (
            FormPicture(look, contents.picture, contents.name, high=own_high(look))
            if contents.picture
            else None
        )
        does: QWidget = Row(look, buttons)
        if self._picture is not None:
            # What is seen, and what is pressed when it is right, are never on two parts of a page.
            does = Together(look, [self._picture, does], "s3")
        self._blocks: tuple[QWidget, ...] = (PlainText(look, contents.told), does)

    @property
    def blocks(self) -> Sequence[QWidget]:
        """What happens now, the picture, and what can be done."""
        return self._blocks

    def refresh(self, contents: FieldContents) -> bool:
        """Show what the camera sees now."""
        if not isinstance(contents, MakingContents) or not self._picture or not contents.picture:
            return contents == self._contents
        if (contents.told, contents.buttons) != (self._contents.told, self._contents.buttons):
            return False
        self._contents = contents
        self._picture.show_content(contents.picture)
        return True
