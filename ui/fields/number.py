# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A number, whole or with decimals, with a number pad."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.fields.field import Field, Written
from ui.fields.left_out import leave_in
from ui.parts.boxes import Column
from ui.parts.field import TextField
from ui.parts.text import PlainText
from ui.present.fields import LONGEST_NUMBER, FieldContents, NumberContents


class NumberField(Field):
    """One field. What is typed stays, even where it is no number; the form says so then."""

    def __init__(
        self, look: Look, contents: NumberContents, *, problem: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(look, parent)
        self._contents = contents
        self._field = TextField(
            look,
            contents.shown,
            accessible_name=contents.name,
            max_length=LONGEST_NUMBER,
            numeric=True,
            problem=problem,
        )
        self._field.setObjectName("answer.number")
        self._field.edited.connect(self._on_edited)
        self._field.entered.connect(self.entered)
        self._said = PlainText(look, contents.said or "") if contents.said is not None else None
        if self._said is not None and not contents.said:
            self._said.hide()
        self._below = () if self._said is None else (Column(look, [self._said]),)

    @property
    def blocks(self) -> Sequence[QWidget]:
        """The field, and under an amount what it is in words."""
        return (self._field, *self._below)

    @property
    def spared(self) -> Sequence[QWidget]:
        """The words: who writes sees the number."""
        return self._below

    @property
    def written(self) -> Sequence[Written]:
        """The field."""
        return (self._field,)

    @property
    def signs(self) -> tuple[str, str]:
        """The signs that this number may have."""
        return (self._contents.minus, self._contents.separator)

    def refresh(self, contents: FieldContents) -> bool:
        """Show another number, unless what stands there means the same."""
        if not isinstance(contents, NumberContents) or (contents.said is None) is not (self._said is None):
            return False
        self._field.call(contents.name)
        if contents.raw_of(self._field.text()) != contents.raw:
            self._field.set_text(contents.shown)
        again = (contents.separator, contents.minus) == (self._contents.separator, self._contents.minus)
        said_before, self._contents = self._contents.said, contents
        if self._said is not None and contents.said != said_before:
            self._said.set_text(contents.said or "")
            self._show_said()
            self.rearranged.emit()
        return again

    def _show_said(self) -> None:
        if self._said is not None:
            leave_in(self._said, shown=bool(self._contents.said))

    def _on_edited(self, typed: str) -> None:
        self.answered.emit(self._contents.raw_of(typed))
