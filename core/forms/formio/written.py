# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a text of Form.io is written by its window (5): `case`, `truncateMultipleSpaces`, and a mask's capitals."""

from core.forms.formio.documents import Component, word, yes
from core.forms.formio.kinds import Asks, asks, plain_type
from core.forms.formio.masks import capitals_mask
from core.forms.writing import AS_WRITTEN, Case, Writing


def writing_of(component: Component) -> Writing:
    """How an answer to this component is written; as it was typed where nothing is said of it."""
    if asks(component) is not Asks.TEXT:
        return AS_WRITTEN
    wished = word(component, "case")
    mask = word(component, "inputMask") if plain_type(component) == "textfield" else ""
    return Writing(
        case=next((one for one in Case if one.value == wished), Case.MIXED),
        one_space=yes(component, "truncateMultipleSpaces"),
        capitals=capitals_mask(mask) if mask else "",
    )
