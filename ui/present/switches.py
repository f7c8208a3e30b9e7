# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Teaching the machine one's switches: which they are, and for one switch how much time a person needs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from accessibility.hands.calibration import Asked, Calibration
from accessibility.hands.measuring import proposed_step
from accessibility.hands.ways import Way
from core.ids import Language
from core.visit.state import Visit
from core.visit.way_pages import LIGHTS, Practise, Switches, WayPage
from i18n.messages import Messages
from ui.present.reading import Item, button, heading, sentence, shown
from ui.present.ways import PICTURES

HEADINGS: Mapping[Asked, str] = MappingProxyType(
    {Asked.MOVE: "switches.heading.move", Asked.SELECT: "switches.heading.select"}
)


@dataclass(frozen=True, slots=True)
class SwitchesContents:
    """What is asked for now. `lamps` = (lit, of) while a lamp is shown, None before; `state` is what it was made of."""

    language: Language
    heading: str
    text: str
    told: str
    picture: str
    lamps: tuple[int, int] | None
    before: str
    state: Switches

    def items(self) -> tuple[Item, ...]:
        """In reading order. The lamps say nothing that the heading does not."""
        own = self.language
        return shown(
            heading(self.heading, own),
            sentence(self.text, own),
            sentence(self.told, own),
            button(self.before, own),
        )


def present_switches(visit: Visit, over: Switches, texts: Messages) -> SwitchesContents:
    """Which switch shall be pressed now, or whether the lamp is lit."""
    told = texts.text("switches.again") if over.again else ""
    if over.early:
        told = texts.text("switches.early")
    return SwitchesContents(
        language=visit.language,
        heading=texts.text(_heading(over)),
        text=texts.text("switches.text.measure" if over.measuring else "switches.text.any"),
        told=told,
        picture=PICTURES[Way(over.way)],
        lamps=(1 if over.lit else 0, 1) if over.measuring else None,
        before=texts.text("practice.before"),
        state=over,
    )


def _heading(over: Switches) -> str:
    if over.measuring:
        return "switches.heading.now" if over.lit else "switches.heading.wait"
    way = Way(over.way)
    return "switches.heading.one" if way is Way.ONE_SWITCH else HEADINGS[Calibration(way, over.heard).asked]


def after_press(over: Switches, key: str, seconds: float) -> WayPage:
    """What follows when a key goes down, `seconds` after the lamp was lit."""
    if over.measuring:
        return _measured(over, key, seconds)
    learned = Calibration(Way(over.way), over.heard, over.again).pressed(key)
    if learned.asked is not Asked.NOTHING:
        return replace(over, heard=learned.heard, again=learned.same)
    if learned.way is Way.ONE_SWITCH:
        return Switches(over.way, learned.heard, measuring=True)
    return Practise(over.way, learned.heard)


def _measured(over: Switches, key: str, seconds: float) -> WayPage:
    if key not in over.heard:
        return over
    if not over.lit:
        return replace(over, early=True)
    took = (*over.took, seconds)
    if len(took) < LIGHTS:
        return replace(over, took=took, lit=False, early=False)
    return Practise(over.way, over.heard, proposed_step(took))
