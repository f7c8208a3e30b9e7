# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The note that says a date or a time in words while it is being written."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from ui.parts.mark import Notice
from ui.parts.text import PlainText

LINES_FROM = 5
"""The text step from which a panel would not fit on a page."""

LINES_FROM_UPRIGHT = 4
"""The same on upright glass, which is narrower."""


class Said(Notice):
    """A first line in bold, and what comes next below it. Changes in place, because the boxes keep their focus."""

    def __init__(self, look: Look, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(look, "plain", "calendar", lines[0], "\n".join(lines[1:]), parent=parent)

    def say(self, lines: Sequence[str]) -> None:
        """Say something else; at least one line."""
        first, rest = lines[0], "\n".join(lines[1:])
        self._title.set_text(first)
        self._text.set_text(rest)
        self._text.setVisible(bool(rest))
        self.setAccessibleName(f"{first} {rest}".strip())
        self.updateGeometry()
        self.resizeEvent(None)


class SaidInLines(PlainText):
    """The same as plain lines, for very large letters."""

    def __init__(self, look: Look, lines: Sequence[str]) -> None:
        super().__init__(look, "\n".join(lines))

    def say(self, lines: Sequence[str]) -> None:
        """Say something else."""
        self.set_text("\n".join(lines))


def said_part(look: Look, lines: Sequence[str]) -> Said | SaidInLines:
    """The note that fits the size of the letters."""
    large = look.preferences.text_step >= (LINES_FROM_UPRIGHT if look.layout.portrait else LINES_FROM)
    return SaidInLines(look, lines) if large else Said(look, lines)
