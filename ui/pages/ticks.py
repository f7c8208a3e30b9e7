# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What of many things is done already, each in a field of its own, where letters leave room for all of them."""

from collections.abc import Sequence

from accessibility.qt.look import Look
from ui.page_frame import PageFrame
from ui.parts.grid import Grid
from ui.parts.ticked import Ticked
from ui.present.staff_contents import Tick

MOST_STEP, MOST_STEP_NARROW = 2, 1
"""The largest text step at which all fields stand on one part of a page."""

COLUMNS = {"wide": 5, "narrow": 4, "portrait": 3}


def have_room(look: Look) -> bool:
    """Whether fields are shown. In large letters one would look for them part by part; a sentence tells the same."""
    most = MOST_STEP_NARROW if look.layout.kind == "narrow" else MOST_STEP
    return look.preferences.text_step <= most and not look.preferences.assisted


def add_ticks(page: PageFrame, look: Look, ticks: Sequence[Tick]) -> list[Ticked]:
    """Add the fields to a page, in the order in which they are asked for."""
    fields = [Ticked(look, tick.words, tick.said, done=tick.done) for tick in ticks]
    page.add(Grid(look, fields, COLUMNS[look.layout.kind], gap="s2"))
    return fields
