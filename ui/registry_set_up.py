# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Screens on which a machine is set up for the first time: the glass is measured, and an office is asked."""

from collections.abc import Mapping
from dataclasses import replace

from core.staff.finding import Gravity
from core.text import FALLBACK
from core.visit import pages as p
from core.visit.guiding_state import Guided, Seen, SetUpStep
from core.visit.state import Visit

TOWN = "https://services.port-amity.example"
WRONG = "https://city-works.example"


def set_up_screens(profile: Visit) -> Mapping[str, Visit]:
    """Name of the screen → the visit that shows it, beginning in the changing of a profile."""
    editing, filling = profile.editing, profile.filling
    assert editing is not None
    assert filling is not None
    catalogue = profile.catalogue
    names = tuple(one.name.best(FALLBACK).text for one in catalogue.services.values())
    found = Seen(TOWN, Gravity.FINE, "search.found_brief", {"n": len(names), "standard": "CPSV-AP"}, names)
    silent = Seen(WRONG, Gravity.BAD, "set_up.fails.status", endpoint=WRONG)
    guided = Guided(filling.entry, seen={SetUpStep.AGENCIES: (found, silent)}, catalogue=catalogue)

    def at(step: SetUpStep, what: Guided = guided) -> Visit:
        return replace(profile, editing=replace(editing, guided=replace(what, step=step)), page=p.SetUp(step))

    return {
        "set-up-screen": at(SetUpStep.SCREEN),
        "set-up-agencies": at(SetUpStep.AGENCIES),
    }
