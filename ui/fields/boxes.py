# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A date, a time or both, in boxes with a number pad, said in words while it is written."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.fields.field import Field, Written
from ui.fields.said import said_part
from ui.parts.boxes import Column, Row
from ui.parts.buttons import Button
from ui.parts.field import TextField, written_role
from ui.parts.leading import leading
from ui.parts.text import PlainText
from ui.present.fields import LONGEST_PART, Box, BoxesContents, FieldContents, Part

WIDTHS = {Part.YEAR: 56, Part.MONTH: 36, Part.DAY: 36, Part.HOUR: 36, Part.MINUTE: 36}
"""Millimetres of a box in usual text; larger text needs more."""

ONE_UNDER_THE_OTHER_FROM = 5
"""The text step from which boxes stand one under the other, so that they can be shared out over pages."""


class BoxesField(Field):
    """A box for each part. Nothing moves by itself; a number typed into a full box goes on in the next."""

    def __init__(
        self, look: Look, contents: BoxesContents, *, problem: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(look, parent)
        self._contents = contents
        self._boxes = [self._make_box(box, problem=problem) for box in contents.boxes]
        self._current = 0
        self._row = self._make_row(contents)
        self._words = said_part(look, contents.said)
        shortcut = self._make_shortcut(contents)
        self._last = (Row(look, [shortcut]),) if shortcut is not None else ()

    @property
    def blocks(self) -> Sequence[QWidget]:
        """The boxes, what they say in words, and the shortcut."""
        return (self._row, self._words, *self._last)

    @property
    def written(self) -> Sequence[Written]:
        """The boxes, in order."""
        return tuple(self._boxes)

    @property
    def spared(self) -> Sequence[QWidget]:
        """Everything but the boxes."""
        return (self._words, *self._last)

    def type_in(self, sign: str) -> None:
        """A number from the pad: into the current box, or the next one where that is full."""
        box = self._boxes[self._current]
        if len(box.text()) >= self._contents.boxes[self._current].part.digits and self._current + 1 < len(
            self._boxes
        ):
            self._go_to(self._current + 1)
            box = self._boxes[self._current]
        elif not box.hasFocus():
            self._go_to(self._current)
        box.type_in(sign)

    def delete_back(self) -> None:
        """Take the last number away; in an empty box, that of the box before."""
        if not self._boxes[self._current].text() and self._current > 0:
            self._go_to(self._current - 1)
        self._boxes[self._current].delete_back()

    def refresh(self, contents: FieldContents) -> bool:
        """Show other numbers, unless those that stand there mean the same, and say them in words."""
        if not isinstance(contents, BoxesContents) or not _alike(contents, self._contents):
            return False
        said_before = self._contents.said
        self._contents = contents
        if contents.raw_of(box.text() for box in self._boxes) != contents.raw:
            for box, field in zip(contents.boxes, self._boxes, strict=True):
                field.set_text(box.text)
        if contents.said != said_before:
            self._words.say(contents.said)
            self.rearranged.emit()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Notes the box touched last; stops nothing."""
        if event.type() == QEvent.Type.FocusIn and watched in self._boxes:
            self._current = self._boxes.index(watched)
        return super().eventFilter(watched, event)

    def _make_box(self, box: Box, *, problem: bool) -> TextField:
        field = TextField(
            self.look,
            box.text,
            accessible_name=box.label,
            max_length=LONGEST_PART,
            numeric=True,
            problem=problem,
        )
        field.setObjectName(f"answer.{box.part.value}")
        field.edited.connect(self._on_edited)
        field.entered.connect(self.entered)
        field.installEventFilter(self)
        return field

    def _make_row(self, contents: BoxesContents) -> QWidget:
        """Each box under its label; very large letters have all of them one under the other."""
        look = self.look
        pairs: list[tuple[QWidget, QWidget]] = []
        for box, field in zip(contents.boxes, self._boxes, strict=True):
            label = leading(PlainText(look, box.label, "strong"))
            digits = look.font(written_role(look)).pixelSize() * box.part.digits + 2 * look.space("s3")
            field.setMaximumWidth(max(look.px(WIDTHS[box.part]), label.sizeHint().width(), digits))
            pairs.append((label, field))
        if look.preferences.text_step >= ONE_UNDER_THE_OTHER_FROM:
            return Column(look, [widget for pair in pairs for widget in pair], gap="s2")
        return Row(look, [Column(look, pair, gap="s2") for pair in pairs], gap="s4", align="bottom")

    def _make_shortcut(self, contents: BoxesContents) -> Button | None:
        if contents.shortcut is None:
            return None
        button = Button(self.look, contents.shortcut.text)
        button.setObjectName("answer.shortcut")
        button.activated.connect(self._on_shortcut)
        return button

    def _go_to(self, place: int) -> None:
        self._current = place
        self.went_to.emit(self._boxes[place])
        self._boxes[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_edited(self, typed: str) -> None:  # noqa: ARG002
        self.answered.emit(self._contents.raw_of(box.text() for box in self._boxes))

    def _on_shortcut(self) -> None:
        if self._contents.shortcut is not None:
            self.answered.emit(self._contents.shortcut.raw)


def _alike(one: BoxesContents, other: BoxesContents) -> bool:
    """Whether the same boxes and buttons serve for both."""
    parts = tuple((box.part, box.label) for box in one.boxes) == tuple(
        (box.part, box.label) for box in other.boxes
    )
    return parts and one.shape is other.shape and (one.shortcut is None) == (other.shortcut is None)
