# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A page that is a list: its heading, and as many rows as there is room for."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.text import Phrase
from ui.page_frame import PageFrame
from ui.pages import large
from ui.parts.boxes import Column
from ui.parts.text import PlainText


def fill_list(
    page: PageFrame, look: Look, head: tuple[Phrase, Phrase], rows: Sequence[QWidget], nothing: str
) -> None:
    """Put the heading and its hint on the page, and the rows; `nothing`, if anything, where there are none."""
    heading, hint = head
    large.plain_head(page, look, heading, hint)
    if rows:
        page.add(Column(look, rows, gap="s2"))
    elif nothing:
        page.add(PlainText(look, nothing))
