# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the pages on which time runs have in common: lamps over the heading, in the middle of the page."""

from PySide6.QtWidgets import QWidget

from accessibility.tokens import Role
from ui.page_frame import PageFrame
from ui.pages import large
from ui.pages.room import Room
from ui.parts.boxes import Column
from ui.parts.lamps import Lamps
from ui.parts.text import PlainText


def lamps_above(page: PageFrame, lit: int, heading: str, text: str, of: int = 6) -> Lamps:
    """Give the page its lamps, its heading and the sentence below; the lamps, to be put out one by one."""
    look = page.look
    page.centred = True
    lamps = Lamps(look, lit, of)
    role: Role = "title" if large.is_very_large(look) else "hero"
    # Very large letters need the room for the sentence.
    above: list[QWidget] = [lamps] if large.is_very_large(look) else [lamps, Room(look, 6)]
    page.set_heading(heading, role, above=Column(look, above))
    page.add(PlainText(look, text, "body" if large.is_large(look) else "field"))
    return lamps
