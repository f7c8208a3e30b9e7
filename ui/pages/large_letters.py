# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What gives way to very large letters: panels and cards become plain lines, which can be shared out over pages."""

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from accessibility.tokens import Role
from ui.parts.leading import leading
from ui.parts.mark import Mark, Notice, NoticeKind
from ui.parts.text import PlainText

LINES_FROM = 5
"""The text step from which panels and cards are lines."""

LINES_FROM_WHERE_SMALL = 3
"""The same on screens that are not wide, for cards."""


def as_lines(look: Look) -> bool:
    """Whether letters are so large that a panel would not fit on a page."""
    return look.preferences.text_step >= LINES_FROM


def role_of_result(look: Look) -> Role:
    """The letters of a heading that says what became of something, or what a service is: larger than a title, unless
    the rest of the page needs the room."""
    return "title" if as_lines(look) or look.preferences.assisted else "display"


def cards_as_lines(look: Look) -> bool:
    """Whether letters are so large that a card with several texts would not fit on a page."""
    small = look.layout.kind != "wide" and look.preferences.text_step >= LINES_FROM_WHERE_SMALL
    return small or as_lines(look)


def notice(look: Look, kind: NoticeKind, picture: str, title: str, text: str) -> list[QWidget]:
    """A panel, or a mark and a text where letters are very large."""
    if not as_lines(look) and not (look.layout.portrait and look.layout.one_button):
        return [Notice(look, kind, picture, title, text)]
    mark = Mark(look, title, "soft" if kind == "plain" else kind, picture)
    return [leading(mark), PlainText(look, text)] if text else [mark]
