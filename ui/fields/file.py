# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A file from a stick or a scanner: a list to press instead of a dialog that nobody can find their way in."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.visit import events as e
from ui.fields.field import Field
from ui.parts.boxes import Column, Row
from ui.parts.buttons import Button
from ui.parts.choice import ChoiceCard
from ui.parts.form_picture import FormPicture, own_high
from ui.parts.mark import Mark, Problem
from ui.parts.text import PlainText
from ui.present.fields import FieldContents
from ui.present.handed import FileContents, FileRow


class FileField(Field):
    """Made anew whenever what was found or taken has changed: nothing is written in it."""

    def __init__(self, look: Look, contents: FileContents, parent: QObject | None = None) -> None:
        super().__init__(look, parent)
        self._contents = contents
        blocks: list[QWidget] = []
        if contents.held:
            blocks.append(Mark(look, contents.held, "done", "check"))
        if contents.wrong:
            blocks.append(Problem(look, contents.wrong))
        if contents.told:
            blocks.append(PlainText(look, contents.told))
        if contents.shown:
            blocks.append(FormPicture(look, contents.shown, contents.shown_name, high=own_high(look)))
        if contents.hear:
            hear = Button(look, contents.hear, "read-aloud")
            hear.setObjectName("answer.hear")
            hear.activated.connect(partial(self.asked.emit, e.HearPressed()))
            blocks.append(Row(look, [hear]))
        if contents.make:
            make = Button(look, contents.make, contents.make_picture)
            make.setObjectName("answer.make")
            make.activated.connect(partial(self.asked.emit, e.MakePressed()))
            blocks.append(Row(look, [make]))
        if contents.rows:
            blocks.append(
                Column(look, [self._card(row, place) for place, row in enumerate(contents.rows)], "s3")
            )
        if contents.look:
            find = Button(look, contents.look, "search")
            find.setObjectName("answer.look")
            find.activated.connect(partial(self.asked.emit, e.FilesPressed()))
            blocks.append(Row(look, [find]))
        if contents.back:
            back = Button(look, contents.back, "delete")
            back.setObjectName("answer.back")
            back.activated.connect(partial(self.answered.emit, ""))
            blocks.append(Row(look, [back]))
        self._blocks = tuple(blocks)

    @property
    def blocks(self) -> Sequence[QWidget]:
        """What is told, the files, and what can be done."""
        return self._blocks

    def refresh(self, contents: FieldContents) -> bool:
        """Stands as long as it says the same."""
        return contents == self._contents

    def _card(self, row: FileRow, place: int) -> ChoiceCard:
        card = ChoiceCard(self.look, row.label.text, chosen=False, language=row.label.language)
        card.setObjectName(f"answer.file.{place}")
        card.activated.connect(partial(self.asked.emit, e.FileChosen(row.place)))
        return card
