# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A page that asks nothing; an answer that the form fixes is shown as text."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.fields.field import Field
from ui.parts.text import PlainText
from ui.present.fields import FieldContents, NothingToAnswer


class NothingField(Field):
    """Text at most."""

    def __init__(self, look: Look, contents: NothingToAnswer, parent: QObject | None = None) -> None:
        super().__init__(look, parent)
        value = contents.value
        self._contents = contents
        told = [PlainText(look, one.text, language=one.language) for one in contents.told]
        fixed = [PlainText(look, value.text, "title", language=value.language)] if value is not None else []
        self._blocks: tuple[QWidget, ...] = (*told, *fixed)

    @property
    def blocks(self) -> Sequence[QWidget]:
        """What is told, and the fixed answer, if there is one."""
        return self._blocks

    def refresh(self, contents: FieldContents) -> bool:
        """Another fixed answer needs another text."""
        return contents == self._contents
