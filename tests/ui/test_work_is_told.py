# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever may take longer than a second says in words that it is under way (OPR-18; WCAG 4.1.3)."""

from dataclasses import replace

import pytest

from core.ids import Language
from core.visit import pages as p
from core.visit.state import Printing, Visit
from i18n.messages import Messages
from ui.registry import screens
from ui.registry_setting import a_kiosk
from ui.screens import readable

SCREENS = screens(Language("en"))
EN = Messages.load("en")


def at_rest(visit: Visit) -> Visit:
    """The same page before the work began."""
    match visit.page:
        case p.Check() as page:
            return replace(visit, page=replace(page, sealing=False))
        case p.AboutService() as page:
            return replace(visit, page=replace(page, opening=False))
        case p.StaffDoor() as page:
            return replace(visit, page=replace(page, asking=False))
        case _:
            return replace(visit, printing=Printing.NOT_ASKED)


def told(visit: Visit) -> set[str]:
    return {item.phrase.text for item in readable(visit, EN, a_kiosk()).items()}


def at_work() -> dict[str, Visit]:
    """Every registered screen on which the machine is at work for the person."""

    def works(visit: Visit) -> bool:
        return any(getattr(visit.page, name, False) for name in ("sealing", "opening", "asking")) or (
            visit.printing is Printing.UNDER_WAY
        )

    return {name: visit for name, visit in SCREENS.items() if works(visit)}


@pytest.mark.requirement("OPR-18", part="what takes longer than a second says so")
def test_a_page_on_which_the_machine_works_says_so() -> None:
    working = at_work()
    assert {type(visit.page) for visit in working.values()} >= {p.Check, p.AboutService, p.StaffDoor, p.Sent}
    silent = [name for name, visit in working.items() if not told(visit) - told(at_rest(visit))]
    assert silent == []
