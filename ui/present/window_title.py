# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window is called: at home after its page (WCAG 2.4.2), on a kiosk after the town alone (PRV-06)."""

from typing import Protocol, runtime_checkable

from ui.present.reading import Readable, Role

BETWEEN = " – "


@runtime_checkable
class Called(Protocol):
    """A page whose heading may hold a person's own words. `called` names it without them."""

    @property
    def called(self) -> str:
        """The page, for the title of its window."""


def window_title(page: Readable, town: str, *, at_home: bool) -> str:
    """Page and town at home. Titles are read by the desktop and by other programs: nobody's answer is in them."""
    if not at_home:
        return town
    if isinstance(page, Called):
        name = page.called
    else:
        name = next((item.phrase.text for item in page.items() if item.role is Role.HEADING), "")
    return BETWEEN.join(part for part in (name, town) if part)
