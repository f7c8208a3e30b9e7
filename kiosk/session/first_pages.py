# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a session shows first: the welcome page, the farewell to somebody else, or the page on which staff sign in."""

from core.visit.pages import Finished, Page, StaffDoor, Welcome
from kiosk import link


def first_page(shown: str) -> Page:
    """For a page as in `link.Show`."""
    match shown:
        case link.SHOW_FINISHED:
            return Finished()
        case link.SHOW_STAFF:
            return StaffDoor()
        case _:
            return Welcome()
