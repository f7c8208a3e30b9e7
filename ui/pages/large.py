# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What gives way when letters are large: drawings first, then what stands beside, and never a word."""

from collections.abc import Iterable

from accessibility.qt.look import Look
from accessibility.tokens import Role
from core.text import Phrase
from ui.page_frame import PageFrame
from ui.page_frame_settings import MOST_ASSISTED
from ui.parts.leading import leading
from ui.parts.mark import Mark
from ui.parts.text import PlainText

LARGE = 3
"""From this text step a head holds its heading only."""

MOST_COLUMNS = 2
"""Of things that are told in a title and a sentence."""

VERY_LARGE = {"wide": 4, "narrow": 3, "portrait": 4}
"""From this text step everything that is read stands line by line, so that it can be shared out over pages."""


def is_large(look: Look) -> bool:
    """Whether heads lose their drawings and hints."""
    return look.preferences.text_step >= LARGE


def is_very_large(look: Look) -> bool:
    """Whether facts and notes are set line by line."""
    return look.preferences.text_step >= VERY_LARGE[look.layout.kind]


def head(
    page: PageFrame,
    look: Look,
    text: Phrase,
    *,
    picture: str,
    hint: Phrase,
    mark: Mark | None = None,
    large_role: Role = "display",
    necessary: bool = False,
) -> None:
    """The heading of an important page, with its door, its mark and its sentence where there is room for them.

    A `necessary` sentence is read before anything is pressed, however large the letters are.
    """
    role: Role = "title" if is_very_large(look) or look.preferences.assisted else large_role
    if not is_large(look):
        page.set_heading(
            text.text,
            role,
            language=text.language,
            picture=picture,
            above=mark,
            hint=hint.text,
            hint_language=hint.language,
        )
        return
    page.set_heading(text.text, role, language=text.language)
    if mark is not None:
        page.add(mark)
    if hint.text:
        color = "ink" if necessary else "ink_soft"
        page.add(PlainText(look, hint.text, color=color, language=hint.language))


def plain_head(page: PageFrame, look: Look, heading: Phrase, hint: Phrase) -> None:
    """The head of a page that is worked with: without a drawing, and no larger than a title."""
    head(page, look, heading, picture="", hint=hint, large_role="title")


def keep_few(page: PageFrame, look: Look) -> None:
    """Show fewer things to press on each part while everything is larger and slower (UND-01)."""
    if look.preferences.assisted:
        page.most_controls = MOST_ASSISTED


def is_narrow(look: Look) -> bool:
    """Whether sentences stand one under the other: while few words belong on a part, and on an upright glass, where
    those of two beside each other would break into short lines."""
    return look.preferences.assisted or look.layout.portrait


def columns_of_rows(look: Look) -> int:
    """How many things to press stand beside each other that are told in a title and a sentence."""
    return 1 if is_narrow(look) else min(look.layout.columns, MOST_COLUMNS)


def add_pairs(page: PageFrame, look: Look, pairs: Iterable[tuple[str, Phrase]]) -> None:
    """Titles with their texts, line by line."""
    for title, text in pairs:
        page.add(leading(PlainText(look, title, "strong")))
        page.add(PlainText(look, text.text, color="ink_soft", language=text.language))
