# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be pressed on the pages of those who work here."""

from dataclasses import dataclass

from core.visit.events import BackPressed, ByPerson
from core.visit.staff_events import StaffButton, StaffPressed
from i18n.messages import Messages


@dataclass(frozen=True, slots=True)
class StaffRow:
    """One thing to press, named `name` on the page."""

    name: str
    event: ByPerson
    picture: str
    title: str
    note: str = ""


def pressed_row(what: StaffButton, picture: str, texts: Messages) -> StaffRow:
    """A button of these pages, with its word."""
    name = f"staff.{what.value}"
    return StaffRow(name, StaffPressed(what), picture, texts.text(name))


def back_row(texts: Messages) -> StaffRow:
    """The way back."""
    return StaffRow("foot.back", BackPressed(), "back", texts.text("bar.back"))
