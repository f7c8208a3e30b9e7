# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where one is in a form, over a question."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.parts.progress import Progress
from ui.parts.text import PlainText
from ui.present.question_contents import ProgressContents

MOST_DOORS = 16
"""A longer form shows where one is in words only."""


def where_one_is(look: Look, progress: ProgressContents) -> QWidget:
    """A row of doors with words, or the words alone."""
    if progress.total > MOST_DOORS or not progress.total:
        shown = progress.line if look.layout.eyebrow_service else progress.words
        return PlainText(look, shown, color="ink_soft")
    return Progress(look, progress.position, progress.total, progress.words, progress.lead)
