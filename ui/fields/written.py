# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A text in one's own words, or what stands under a code that the camera can read as well."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.visit import events as e
from ui.fields.field import Field, Written
from ui.fields.lines_edit import LinesEdit
from ui.parts.boxes import Row
from ui.parts.buttons import Button
from ui.parts.field import TextField
from ui.parts.mark import Problem
from ui.present.fields import LONGEST_ANSWER, FieldContents, TextContents


class WrittenField(Field):
    """One field; whatever is typed stays as it is typed."""

    def __init__(
        self, look: Look, contents: TextContents, *, problem: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(look, parent)
        self._masked = contents.masked
        self._field = self._made(contents, problem=problem)
        self._field.setObjectName("answer.text")
        self._field.edited.connect(self.answered)
        self._beside = (contents.make, contents.wrong)
        self._wrong: tuple[QWidget, ...] = (Problem(look, contents.wrong),) if contents.wrong else ()
        self._make: tuple[QWidget, ...] = ()
        if contents.make:
            make = Button(look, contents.make, "camera")
            make.setObjectName("answer.make")
            make.activated.connect(partial(self.asked.emit, e.MakePressed()))
            self._make = (Row(look, [make]),)

    @property
    def blocks(self) -> Sequence[QWidget]:
        """Why a code was not read, the field, and what reads a code with the camera."""
        return (*self._wrong, self._field, *self._make)

    @property
    def spared(self) -> Sequence[QWidget]:
        """Everything but the field: who writes needs no camera."""
        return (*self._wrong, *self._make)

    @property
    def written(self) -> Sequence[Written]:
        """The field."""
        return (self._field,)

    def refresh(self, contents: FieldContents) -> bool:
        """Show another text, unless it is the one that stands there."""
        if not isinstance(contents, TextContents) or contents.masked is not self._masked:
            return False
        if (contents.make, contents.wrong) != self._beside:
            return False
        if isinstance(self._field, TextField):
            self._field.call(contents.name)
        if self._field.text() != contents.raw:
            self._field.set_text(contents.raw)
        return True

    def _made(self, contents: TextContents, *, problem: bool) -> Written:
        if contents.lines:
            return LinesEdit(self.look, contents.raw, accessible_name=contents.name, problem=problem)
        field = TextField(
            self.look,
            contents.raw,
            accessible_name=contents.name,
            masked=contents.masked,
            max_length=LONGEST_ANSWER,
            problem=problem,
        )
        field.entered.connect(self.entered)
        return field
