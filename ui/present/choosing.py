# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers to choose from: what a field with one or several of them shows."""

from dataclasses import dataclass, field

from core.text import Phrase


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose. `value` has no spaces (XForms select). `listen` is the button for the recording of it."""

    value: str
    label: Phrase
    chosen: bool
    picture: bytes = field(default=b"", repr=False)
    listen: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceContents:
    """Answers to choose from, one or several. `raw` is the answer as the form keeps it.

    `clearable` answers may be taken back by a second press. `search` is empty for a list short enough to see.
    `columns` stand beside each other where there is room. Of a very long list, `options` are a few, found by the
    `letters` that were written, and `told` says how many there are; `on_map` shows a place on the town's map instead.
    """

    raw: str
    multiple: bool
    clearable: bool
    options: tuple[Option, ...]
    chosen: str
    search: str = ""
    search_none: str = ""
    columns: int = 1
    letters: str | None = None
    told: str = ""
    on_map: str = ""

    def pressed(self, value: str) -> str:
        """The raw answer after a press on an option. Values the form does not offer any more stay."""
        if not self.multiple:
            return "" if self.clearable and self.raw.strip() == value else value
        held = self.raw.split()
        if value in held:
            return " ".join(one for one in held if one != value)
        order = {option.value: place for place, option in enumerate(self.options)}
        return " ".join(sorted((*held, value), key=lambda one: order.get(one, len(order))))
