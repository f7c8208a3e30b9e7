# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The notes beside a page with questions."""

from collections.abc import Sequence

from accessibility.qt.look import Look
from ui.parts.asides import Aside
from ui.present.service import Note


def aside_of(look: Look, notes: Sequence[Note]) -> Aside | None:
    """The notes with their lit edge; None where there are none."""
    if not notes:
        return None
    return Aside(look, [(one.title, one.text.text, one.text.language) for one in notes])
