# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Screens about the way of pressing: choosing, teaching switches, practising, times."""

from collections.abc import Mapping
from dataclasses import replace

from core.visit import pages as p
from core.visit import way_pages as w
from core.visit.state import Visit

SWITCH = ("Space",)
MEASURED = 1.5


def way_screens(home: Visit) -> Mapping[str, Visit]:
    """Name of the screen → the visit that shows it, beginning at a home page in the made-up town."""

    def over(page: p.Over) -> Visit:
        return replace(home, over=page)

    one, two = "one-switch", "two-switches"
    return {
        "ways": over(w.Ways()),
        "ways-unkept": over(w.Ways(unkept=True)),
        "rhythm": over(w.Rhythm()),
        "rhythm-moving": over(w.Rhythm(moving=True)),
        "switches-move": over(w.Switches(two)),
        "switches-select": over(w.Switches(two, heard=SWITCH)),
        "switches-again": over(w.Switches(two, heard=SWITCH, again=True)),
        "switches-one": over(w.Switches(one)),
        "switches-wait": over(w.Switches(one, heard=SWITCH, measuring=True)),
        "switches-early": over(w.Switches(one, heard=SWITCH, measuring=True, early=True)),
        "switches-now": over(w.Switches(one, heard=SWITCH, measuring=True, lit=True)),
        "practice-touch": over(w.Practise("touch", did="chose", thing="pear")),
        "practice-keyboard": over(w.Practise("keyboard")),
        "practice-five-keys": over(w.Practise("five-keys", did="help")),
        "practice-nine-keys": over(w.Practise("nine-keys", did="right")),
        "practice-two-switches": over(w.Practise(two, SWITCH, did="moved")),
        "practice-one-switch": over(w.Practise(one, SWITCH, MEASURED, did="pressed")),
    }
