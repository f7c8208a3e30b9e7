# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A signature or a drawing: words to write, and below them a place to draw instead."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.visit import events as e
from ui.fields.field import Field, Written
from ui.fields.left_out import leave_in
from ui.parts.boxes import Column, Together
from ui.parts.buttons import Button
from ui.parts.drawing_place import DrawingPlace, written
from ui.parts.field import TextField
from ui.parts.text import PlainText
from ui.present.fields import FieldContents
from ui.present.signing import LONGEST, SignatureContents


class SignatureField(Field):
    """What is written becomes a picture too, because that is what the form asks for."""

    def __init__(
        self, look: Look, contents: SignatureContents, *, problem: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(look, parent)
        self._contents = contents
        self._field = TextField(
            look,
            contents.text,
            accessible_name=contents.name,
            max_length=LONGEST,
            problem=problem,
        )
        self._field.setObjectName("answer.text")
        self._field.edited.connect(self._on_written)
        self._field.entered.connect(self.entered)
        self._place = DrawingPlace(look, contents.draw, contents.picture)
        self._place.drawn.connect(self._on_drawn)
        self._again = Button(look, contents.again, "delete")
        self._again.setObjectName("answer.again")
        self._again.activated.connect(partial(self.answered.emit, ""))
        if not contents.picture:
            self._again.hide()
        place = Together(look, [PlainText(look, contents.draw), self._place], "s2")
        self._draw = Column(look, [place, self._again], "s3")

    @property
    def blocks(self) -> Sequence[QWidget]:
        """The field, the place to draw, and what takes a drawing away."""
        return (self._field, self._draw)

    @property
    def written(self) -> Sequence[Written]:
        """The field."""
        return (self._field,)

    @property
    def spared(self) -> Sequence[QWidget]:
        """The place to draw: who writes needs none."""
        return (self._draw,)

    def refresh(self, contents: FieldContents) -> bool:
        """Show another name or drawing, unless it is the one that stands there."""
        if not isinstance(contents, SignatureContents):
            return False
        changed = bool(contents.picture) != bool(self._contents.picture)
        self._contents = contents
        if self._field.text() != contents.text:
            self._field.set_text(contents.text)
        self._place.show_picture(contents.picture)
        if changed:
            leave_in(self._again, shown=bool(contents.picture))
            self.rearranged.emit()
        return True

    def _on_written(self, text: str) -> None:
        name = " ".join(text.split())
        picture = written(name, self.look.font("title")) if name else b""
        self.asked.emit(e.FileMade(self._contents.file, text if name else "", picture))

    def _on_drawn(self, picture: bytes) -> None:
        self.asked.emit(e.FileMade(self._contents.file, "", picture))
